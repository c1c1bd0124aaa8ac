"""What a family keeps private, on its pages: kept, listed, and seen again."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.access import changes as access
from hub.consent import changes, queries
from hub.families import queries as families
from hub.kernel import clock
from tests.families_setup import Staff, acting, make_staff, open_as, sign_in
from tests.web.staff.family_pages import ids, make_family, text
from tests.web.staff.signed_in import post

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return make_family(staff)


@pytest.fixture
def lead(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


def from_clinic(staff: Staff, **more: Any) -> dict[str, Any]:
    """An answer: from everybody at the clinic, and nobody in the family asked."""
    return {"whom": f"agency-{staff.clinic.pk}", "wish": "nobody"} | more


def page_of(name: str, staff: Staff, family: str) -> str:
    """Where one of the family's things is kept private."""
    if name == "places":
        return reverse("private_places", args=[family])
    return reverse(f"private_{name}", args=[family, ids(staff, family)[name]])


@pytest.mark.requirement("2.81", "S5", "S19")
@pytest.mark.parametrize("name", ["person", "address", "contact", "places"])
def test_each_thing_is_kept_private_and_seen_again_from_its_own_page(
    staff: Staff, family: str, lead: Client, name: str
) -> None:
    nurse = sign_in(staff, "nurse")
    words = {"person": "Amina", "contact": "07700 900123"}.get(name, "1 Example Street")
    assert words in text(nurse.get(reverse("family", args=[family])))
    address = page_of(name, staff, family)
    asked = text(lead.get(address))
    assert "no longer sees" in asked
    assert "Nurse Example" in asked
    assert asked.index("Nurse Example") < asked.index("Everybody at Clinic")
    assert "Registrar Example, School" not in asked  # who leads
    assert "Everybody at School" not in asked

    assert post(lead, address, **from_clinic(staff)).status_code == 302

    assert words not in text(nurse.get(reverse("family", args=[family])))
    listed = text(lead.get(reverse("private", args=[family])))
    assert "Kept private from <bdi>Clinic of Fenside</bdi>" in listed
    with acting(staff.actor("registrar")):
        (held,) = queries.held_back_in(open_as(staff, "registrar", family))
    end = reverse("private_end", args=[family, held.id])
    assert "would see this again" in text(lead.get(end))
    assert post(lead, end).status_code == 302
    assert words in text(nurse.get(reverse("family", args=[family])))
    assert "Nothing is kept private" in text(lead.get(reverse("private", args=[family])))


@pytest.mark.requirement("S5")
def test_who_works_with_the_family_records_a_wish_and_sees_no_list(
    staff: Staff, family: str, lead: Client
) -> None:
    nurse, mother = sign_in(staff, "nurse"), ids(staff, family)["person"]
    address = page_of("contact", staff, family)
    typed = {"whom": "other", "email": "stranger.here@example.org", "wish": "nobody"}
    refused = text(post(nurse, address, **typed))
    assert "whose wish it is" in refused
    assert "There is a problem" in refused
    assert "stranger.here@example.org" in refused  # what was typed is kept

    answer = post(nurse, address, **typed | {"wish": str(mother)})

    mine = reverse("private_mine", args=[family])
    assert answer.headers["Location"] == mine
    assert "Stranger Example" in text(nurse.get(mine))
    assert nurse.get(reverse("private", args=[family])).status_code == 404
    listed = text(lead.get(reverse("private", args=[family])))
    assert "Amina Yusuf" in listed
    assert "Stranger Example" in listed
    with acting(staff.actor("registrar")):
        (held,) = queries.held_back_in(open_as(staff, "registrar", family))
    end = reverse("private_end", args=[family, held.id])
    assert "Ask them first" in text(post(lead, end))
    assert "Ask them first" in text(post(nurse, end))
    assert post(nurse, end, they_say_so="yes").headers["Location"] == mine
    assert "nothing as private" in text(nurse.get(mine))
    assert nurse.get(end).status_code == 404


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Choose from whom"),
        ({"whom": "other"}, "Enter their work email address"),
        ({"whom": "other", "email": "nobody@example.org"}, "Nobody who works here"),
        ({"whom": "agency-1"}, "Choose one of the answers listed"),
        ({"whom": "other", "email": "registrar.here@example.org"}, "shut yourself out"),
        ({"whom": "other", "email": "stranger.here@example.org", "wish": "1"}, "answers listed"),
        ({"whom": "other", "email": "stranger.here@example.org", "wish": ""}, "whose wish"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept_private(
    staff: Staff, family: str, lead: Client, typed: dict[str, str], says: str
) -> None:
    page = text(post(lead, page_of("address", staff, family), **{"wish": "nobody"} | typed))

    assert says in page
    with acting(staff.actor("registrar")):
        assert queries.restrictions_in(open_as(staff, "registrar", family)) == []


def test_what_another_family_keeps_private_is_not_there(
    staff: Staff, family: str, lead: Client
) -> None:
    other = make_family(staff)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", other)
        kept = changes.hold_back(
            file, item_kind="", item=None, kept_from="agency", kept_from_id=staff.clinic.pk,
            now=clock.now(),
        )  # fmt: skip
    wrong = reverse("private_end", args=[family, kept.pk])
    assert lead.get(wrong).status_code == post(lead, wrong).status_code == 404
    theirs = reverse("private_address", args=[family, ids(staff, other)["address"]])
    assert lead.get(theirs).status_code == post(lead, theirs, wish="nobody").status_code == 404


def test_a_form_posted_twice_keeps_it_private_once(staff: Staff, family: str, lead: Client) -> None:
    typed = from_clinic(staff, once="the-same-token-twice")
    for _ in range(2):
        assert post(lead, page_of("address", staff, family), **typed).status_code == 302
    with acting(staff.actor("registrar")):
        assert len(queries.restrictions_in(open_as(staff, "registrar", family))) == 1


@pytest.mark.requirement("2.81", "S19")
def test_relations_agreements_and_who_works_with_them_are_kept_private_each_by_its_page(
    staff: Staff, family: str, lead: Client
) -> None:
    """From one practitioner: what is kept is in no list, and has no page."""
    nurse, doctor = sign_in(staff, "nurse"), staff.people["doctor"]
    with acting(staff.actor("doctor")):  # the nurse works with them already
        file = open_as(staff, "doctor", family)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    choosing = reverse("private_other", args=[family])
    listed = text(nurse.get(choosing))
    addresses = dict.fromkeys(re.findall(r'href="([^"]*/private/\w+/\d+/)"', listed))
    kinds = {"relationships", "responsibilities", "agreements", "involvements"}
    assert {address.split("/")[4] for address in addresses} == kinds
    before = text(sign_in(staff, "doctor").get(choosing))

    for address in addresses:
        asked = text(lead.get(address))
        assert "no longer sees" in asked
        typed = {"whom": "other", "email": doctor.email, "wish": "nobody"}
        assert post(lead, address, **typed).status_code == 302, address

    client = sign_in(staff, "doctor")
    after = text(client.get(choosing))
    assert len(re.findall("/private/", before)) > len(re.findall("/private/", after))
    for address in addresses:
        assert client.get(address).status_code == 404, address
        assert nurse.get(address).status_code == 200
    pages = ("family", "family_tree", "network", "who_sees", "agreement")
    told = "".join(text(client.get(reverse(page, args=[family]))) for page in pages)
    assert "Mother of" not in told
    assert "parental responsibility for" not in told
    assert "Nurse Example" not in told
    held = text(lead.get(reverse("private", args=[family])))
    assert "Who works with the family: Nurse Example" in held


def test_what_is_not_in_the_file_cannot_be_kept_private(
    staff: Staff, family: str, lead: Client
) -> None:
    for kind in ("relationship", "responsibility", "agreement", "involvement"):
        address = reverse(f"private_{kind}", args=[family, 7])
        assert lead.get(address).status_code == 404
        assert post(sign_in(staff, "stranger"), address).status_code == 404


@pytest.mark.requirement("2.83", "S5", "S6")
def test_what_is_kept_from_somebody_in_the_family_is_listed_and_never_what_is_their_own(
    staff: Staff, family: str, lead: Client
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        rows = families.members_in(file)
    mother = next(row for row in rows if row.part == "adult")
    child = next(row for row in rows if row.part == "child")
    of_mother = {"whom": f"person-{mother.person_id}", "wish": "nobody"}
    asked = text(lead.get(reverse("private_person", args=[family, child.person_id])))
    assert f"{mother.person.full_name}, in the family" in asked

    own = post(lead, reverse("private_person", args=[family, mother.person_id]), **of_mother)
    assert own.status_code == 200
    assert "This is their own, so it cannot be kept from them." in text(own)

    kept = post(lead, reverse("private_person", args=[family, child.person_id]), **of_mother)
    assert kept.status_code == 302
    listed = text(lead.get(reverse("private", args=[family])))
    assert f"Kept private from <bdi>{mother.person.full_name}</bdi>" in listed
    # Those who work with the family see everything as before.
    assert child.person.full_name in text(lead.get(reverse("family", args=[family])))
