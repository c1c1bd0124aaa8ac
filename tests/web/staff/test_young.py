"""Pages that ask who decides for a child under 12: registering, agreement, sharing (2.85)."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.consent import changes
from hub.consent.looking.queries import waiting_in
from hub.families import queries as families
from hub.kernel import clock
from tests.consent.deciders import Deciders, make
from tests.families_setup import Staff, acting, make_staff, open_as, sign_in
from tests.web.staff.test_quick_start import typed as typed_quickly
from tests.web.staff.test_registration import PRESSED, text, typed

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("2.85")]
FIRST = "somebody with parental responsibility says yes to this agency first"
NOBODY = {"people-0-relation": "carer", "people-0-facts": ""}


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


def register(staff: Staff, **said: Any) -> tuple[Client, Any]:
    client = sign_in(staff, "registrar")
    return client, client.post(reverse("registration"), typed(staff, **said))


def test_the_form_asks_who_has_parental_responsibility_or_that_nobody_knows(staff: Staff) -> None:
    page = text(register(staff, **NOBODY, agencies=[])[1])
    assert "Tick who has parental responsibility, or that nobody knows yet" in page

    client, answer = register(staff, **NOBODY, agencies=[], not_known="yes")
    check = text(client.get(answer["Location"]))
    assert "Not known yet. You are asked in a week." in check
    made = client.post(answer["Location"], PRESSED)
    reference = made["Location"].split("/families/")[1].split("/")[0]
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        assert [one.kind for one in waiting_in(file, today=clock.today())] == ["responsibility"]


def test_agencies_are_refused_at_their_own_question_with_the_way_out(staff: Staff) -> None:
    page = text(register(staff, **NOBODY, not_known="yes")[1])

    assert FIRST in page
    assert 'href="#agencies"' in page
    assert "Who decides for the children" in page


def test_who_has_it_is_not_asked_again(staff: Staff) -> None:
    assert register(staff)[1].status_code == 302


@pytest.mark.parametrize(
    ("relation", "responsible"),
    [
        ("", False),
        ("mother", True),
        ("father", False),
        ("father+", True),
        ("grandparent", False),
        ("grandparent+", True),
        ("other+", True),
    ],
)
def test_the_quick_start_asks_it_too(staff: Staff, relation: str, responsible: bool) -> None:
    client = sign_in(staff, "registrar")
    more = {"people-0-relation": relation, "agencies": []}
    answer = client.post(reverse("quick_start"), typed_quickly(staff, **more))
    reference = answer["Location"].split("/families/")[1].split("/")[0]
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        assert bool(families.responsible_in(file)) is responsible
        assert bool(waiting_in(file, today=clock.today())) is not responsible


def test_the_quick_start_refuses_agencies_at_their_question(staff: Staff) -> None:
    client = sign_in(staff, "registrar")
    more = {"people-0-relation": "father", "agencies": [staff.clinic.pk]}
    page = text(client.post(reverse("quick_start"), typed_quickly(staff, **more)))

    assert FIRST in page
    assert "Father, and has parental responsibility" in page


def test_who_has_it_is_kept_for_later_in_both_forms(staff: Staff) -> None:
    client = sign_in(staff, "registrar")
    more = {"people-0-relation": "father+", "people-1-given_names": "", "later": "yes"}
    client.post(reverse("quick_start"), typed_quickly(staff, **more))
    page = text(client.get(reverse("quick_start")))
    kept = re.search(r"/families/start/(\d+)/", page)
    assert kept is not None

    short, longer = (
        text(client.get(reverse(name, args=[int(kept[1])])))
        for name in ("quick_start_draft", "registration_draft")
    )

    assert re.search(r'value="father\+" selected', short)
    assert re.search(r'value="father" selected', longer)
    assert re.search(r'value="responsible"[^>]* checked', longer)


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
def test_sharing_says_beforehand_who_says_yes_first(family: Deciders, who: str) -> None:
    client = sign_in(family.staff, who)
    page = text(client.get(reverse("sharing", args=[family.reference])))

    assert "For a child under 12 (" in page
    assert "Dylan Yusuf" in page
    assert reverse("responsibility", args=[family.reference]) in page


@pytest.mark.parametrize("who", ["registrar", "nurse", "doctor"])
def test_the_page_of_agreement_says_what_is_an_adults_alone(family: Deciders, who: str) -> None:
    with family.opened() as file:
        hers = family.share(file, "Amina")
        family.share(file, "Samira")
    address = reverse("agreement", args=[family.reference])
    client = sign_in(family.staff, who)
    assert "nobody who decides for them" not in text(client.get(address))
    with family.opened() as file:
        changes.withdraw(file, hers.pk, now=clock.now())
    page = text(client.get(address))
    assert "nobody who decides for them has said yes" in page
    assert "Samira Haddad" in page
