"""Deaths, adoption, marriage and gender in the family tree and in the words beside it."""

import re
from datetime import date

import pytest
from django.urls import reverse

from hub.about import changes as about
from hub.access import changes as access
from hub.families import changes, queries
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.dates import Accuracy, PartialDate
from tests.families_setup import (
    CHILD,
    MOTHER,
    Staff,
    acting,
    make_staff,
    open_as,
    register,
    sign_in,
)
from tests.web.staff.family_pages import text
from tests.web.staff.test_pictures import FATHER, drawing, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.mark.requirement("S17", "3.10")
def test_a_death_and_a_pregnancy_that_ended_are_crossed_and_said_in_words(staff: Staff) -> None:
    due = PartialDate(date(2031, 5, 20), Accuracy.DUE)
    reference = register(
        staff, people=(MOTHER, FATHER, CHILD, NamedPerson("Baby", "unborn", born=due))
    )
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        who = {row.person.given_names: row.person_id for row in queries.members_in(file)}
        died = PartialDate(date(2024, 1, 1), Accuracy.YEAR)
        changes.record_loss(file, who["Idris"], loss="died", on=died, version=1, now=clock.now())
        changes.record_loss(file, who["Baby"], loss="pregnancy_ended", version=1, now=clock.now())

    html = page(staff, "registrar", "family_tree", reference)

    assert drawing(html).count("l56 56m0 -56l-56 56") == 2
    assert "died 2024" in " ".join(re.findall(r"<text [^>]*>(.*?)</text>", drawing(html)))
    assert "A cross through a sign" in html
    words = html.split("The same in words")[1]
    assert "Died, 2024" in words
    assert "The pregnancy ended" in words
    assert "due 20 May" not in drawing(html)


@pytest.mark.requirement("3.1", "3.10", "3.30")
def test_marriage_adoption_and_gender_are_drawn_and_said_in_words(staff: Staff) -> None:
    reference = register(staff, people=(MOTHER, FATHER, CHILD))
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        who = {row.person.given_names: row.person_id for row in queries.members_in(file)}
        now = clock.now()
        changes.relate(
            file, person=who["Idris"], other=who["Dylan"], kind="adoptive_parent", now=now
        )
        changes.relate(file, person=who["Amina"], other=who["Idris"], kind="spouse", now=now)
        about.save_part(
            file, "background", person=who["Dylan"], version=0, said={"gender": "male"}, now=now
        )
    with acting(staff.actor("nurse")):
        access.work_with(
            open_as(staff, "nurse", reference), why="Visits", since_on=clock.today(), now=now
        )

    html = page(staff, "registrar", "family_tree", reference)
    assert "hub-picture__line--married" in drawing(html)
    assert "hub-picture__line--adopted" in drawing(html)
    assert '<rect class="hub-picture__symbol"' in drawing(html)  # who said that he is male
    words = html.split("The same in words")[1].replace("\u2068", "").replace("\u2069", "")
    assert "Parent by adoption of Dylan Yusuf" in words
    assert "Husband, wife or civil partner of Idris Yusuf" in words
    assert ", male" in words
    # What is Dylan's own is not told by a shape either.
    seen = page(staff, "nurse", "family_tree", reference)
    assert '<rect class="hub-picture__symbol"' not in drawing(seen)
    assert ", male" not in seen


def test_who_is_what_to_whom_is_written_down_and_taken_away(staff: Staff) -> None:
    reference = register(staff, people=(MOTHER, FATHER, CHILD))
    client, address = sign_in(staff, "registrar"), reverse("relations", args=[reference])
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        who = {row.person.given_names: row.person_id for row in queries.members_in(file)}
    pair = {"person": who["Amina"], "other": who["Idris"]}

    assert "Choose what they are" in text(client.post(address, pair))
    same = {"person": who["Amina"], "other": who["Amina"], "kind": "spouse"}
    assert "Choose two different people" in text(client.post(address, same))
    assert client.post(address, pair | {"kind": "former_partner"}).status_code == 302
    assert "former partner of" in text(client.get(address))
    assert "hub-picture__line--separated" in page(staff, "registrar", "family_tree", reference)

    assert client.post(address, pair | {"ended": "yes"}).status_code == 302
    assert "former partner of" not in text(client.get(address)).split("Write one down")[0]
    assert client.post(address, pair | {"ended": "yes"}).status_code == 404
    assert sign_in(staff, "stranger").get(address).status_code == 404
