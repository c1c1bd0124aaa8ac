"""A birth and a loss are one step each on the page, and what they change is seen at once."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.dates import Accuracy, PartialDate
from tests.families_setup import Staff, make_staff, register, sign_in
from tests.web.staff.about_pages import at, person
from tests.web.staff.family_pages import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def awaited(staff: Staff) -> str:
    """A family with a mother, a child and one to come."""
    due = PartialDate(clock.today() + timedelta(days=70), Accuracy.DUE)
    return register(
        staff,
        people=(
            NamedPerson(given_names="Amina", part="adult", relation="mother", responsible=True),
            NamedPerson(given_names="Dylan", part="child", born=None),
            NamedPerson(given_names="Baby", part="unborn", born=due),
        ),
    )


@pytest.mark.requirement("2.20")
def test_a_baby_is_born_and_its_birth_may_be_known_in_part(staff: Staff, awaited: str) -> None:
    client, baby = sign_in(staff, "registrar"), person(staff, awaited, 2)
    address = reverse("birth", args=[awaited, baby])
    assert "The baby is born" in text(client.get(at(staff, awaited, "about")))
    assert "Enter the day the baby was born" in text(
        client.post(address, {"given_names": "Esi", "version": "1"})
    )
    month = {"born-month": clock.today().month, "born-year": clock.today().year}

    born = client.post(address, {"given_names": "Esi", "version": "1"} | month)

    assert born.status_code == 302
    page = text(client.get(reverse("about_language", args=[awaited, baby])))
    assert "Esi" in page
    assert client.get(address).status_code == 403
    assert sign_in(staff, "stranger").get(address).status_code == 404


@pytest.mark.requirement("S17")
def test_a_loss_is_one_quiet_step_and_can_be_taken_back(staff: Staff, awaited: str) -> None:
    client = sign_in(staff, "registrar")
    mother, baby = person(staff, awaited, 0), person(staff, awaited, 2)
    home = reverse("family", args=[awaited])
    of_baby, of_mother = (reverse("loss", args=[awaited, pk]) for pk in (baby, mother))
    assert of_baby in text(client.get(reverse("person", args=[awaited, baby])))
    assert of_baby not in text(client.get(home))
    assert "The pregnancy ended" in text(client.get(of_baby))
    assert "pregnancy" not in text(client.get(of_mother))
    assert "Choose what happened" in text(client.post(of_baby, {"version": "1"}))

    client.post(of_baby, {"loss": "pregnancy_ended", "version": "1"})
    client.post(of_mother, {"loss": "died", "on-year": "2026", "version": "1"})

    page = text(client.get(home))
    assert "The pregnancy ended" in page
    assert "Died, 2026" in page
    assert "due " not in page
    assert "Nobody is written down as responsible for Dylan now" in page
    listed = text(client.get(at(staff, awaited, "about")))
    assert "Baby" not in listed
    assert "Amina" not in listed
    sharing = reverse("sharing", args=[awaited])
    assert "Amina" not in text(client.get(sharing))

    client.post(of_mother, {"version": "2"})
    page = text(client.get(home))
    assert "Died" not in page
    assert "Nobody is written down as responsible" not in page
