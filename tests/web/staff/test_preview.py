"""What an agency would see, shown to the family before it says yes: the very same (3.14)."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.access import changes as access
from hub.consent import changes
from hub.families import queries as families
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.files import Level
from hub.plans import changes as plans
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

pytestmark = pytest.mark.django_db
SENT = {"sent": "yes"}
FATHER = NamedPerson("Omar", "adult", "Yusuf", relation="father", contact="07700 900322")


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return register(staff, people=(MOTHER, FATHER, CHILD))


@pytest.fixture
def registrar(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


def text(response: Any) -> str:
    return str(response.content.decode())


def people(staff: Staff, family: str) -> dict[str, int]:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        return {m.person.given_names: m.person_id for m in families.members_in(file)}


@pytest.mark.requirement("3.14")
@pytest.mark.parametrize("level", [Level.SIGNPOST, Level.SUMMARY, Level.PLAN])
def test_the_preview_shows_what_the_agency_then_sees(
    staff: Staff, registrar: Client, family: str, level: Level
) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        plans.open_plan(file, now=clock.now())
        plans.add_goal(file, words="We want a trampoline", now=clock.now())
        address = families.addresses_in(file)[0].lines
    first, second, third = _parts(
        text(registrar.get(reverse("preview_agency", args=[family, staff.clinic.pk])))
    )
    told = {address: second, "07700 900322": second, "Dylan": second, "trampoline": third}
    for words, part in told.items():
        assert words in part
        assert words not in first

    nurse = sign_in(staff, "nurse")
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        if level > Level.SIGNPOST:
            access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    if level == Level.PLAN:
        with acting(staff.actor("registrar")):
            file = open_as(staff, "registrar", family)
            who = staff.people["nurse"].pk
            access.add_to_team(file, who, why="Asked", since_on=clock.today(), now=clock.now())
    shown = text(nurse.get(reverse("family", args=[family])))
    if level > Level.SIGNPOST:
        shown += text(nurse.get(reverse("plan", args=[family])))
    parts = [first, second, third][: int(level)]
    for words in told:
        assert (words in shown) == any(words in part for part in parts), words


@pytest.mark.requirement("3.14", "S3", "2.81")
def test_the_preview_leaves_out_what_is_kept_private(
    staff: Staff, registrar: Client, family: str
) -> None:
    preview = reverse("preview_agency", args=[family, staff.clinic.pk])
    assert "07700 900322" in text(registrar.get(preview))
    without = text(registrar.get(f"{preview}?without"))
    assert "07700 900322" not in without
    assert "Registrar Example" not in without.split("you are known here")[1]
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        changes.hold_back(
            file,
            item_kind="member",
            item=families.members_in(file)[1].pk,
            kept_from="agency",
            kept_from_id=staff.clinic.pk,
            now=clock.now(),
        )

    page = text(registrar.get(preview))

    assert "Omar" not in page
    assert "Dylan" in page
    # And the reader's own file is what it was.
    assert "Omar" in text(registrar.get(reverse("family", args=[family])))


def test_who_works_with_them_previews_no_more_than_they_see(staff: Staff, family: str) -> None:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        plans.open_plan(file, now=clock.now())
        plans.add_goal(file, words="We want a trampoline", now=clock.now())
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())

    page = text(
        sign_in(staff, "nurse").get(reverse("preview_agency", args=[family, staff.clinic.pk]))
    )

    assert "trampoline" not in page
    assert "This sheet does not show that" in page


def _parts(page: str) -> tuple[str, str, str]:
    first, rest = page.split("your registration</h2>")
    second, third = rest.split("your plan</h2>")
    return first.split("you are known here")[1], second, third.split("tell someone</h2>")[0]
