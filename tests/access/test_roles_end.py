"""A role whose end is planned is held until then, in lists as at the door."""

from datetime import datetime, timedelta

import pytest
from django.db import connection

from hub.access import door, overrides
from hub.access.models import Lead
from hub.agencies.models import RoleGrant
from hub.consent import asking
from hub.families.rules import search_name
from hub.kernel import clock
from tests.families_setup import BEGAN, MOTHER, Staff, acting, make_staff, register

DAY = timedelta(days=1)
NAME = search_name(MOTHER.given_names, MOTHER.family_name, MOTHER.known_as).split()
pytestmark = pytest.mark.django_db


def holds(staff: Staff, who: str, code: str, until: datetime | None) -> None:
    """Somebody holds a role in the locality, until then."""
    RoleGrant(
        practitioner=staff.people[who], code=code, locality=staff.locality, since=BEGAN, until=until
    ).save(force_insert=True)


@pytest.fixture
def staff() -> Staff:
    """The locality's staff."""
    return make_staff()


def finds(staff: Staff, reference: str) -> tuple[bool, bool]:
    """Whether the stranger has the family on the hub's list, and finds it by its whole name."""
    with acting(staff.actor("stranger")) as stranger:
        alone = door.list_led_by_leavers(stranger, now=clock.now())
        named = door.find_by_name(stranger, NAME, now=clock.now())
    on_list, by_name = ({file.reference for file in files} for files in (alone, named))
    return reference in on_list, reference in by_name


@pytest.mark.requirement("2.72")
@pytest.mark.parametrize(("ends", "held"), [(DAY, True), (-DAY, False), (None, True)])
def test_a_planned_end_counts_when_it_has_come(
    staff: Staff, ends: timedelta | None, held: bool
) -> None:
    reference = register(staff)
    with acting(staff.actor("registrar")) as registrar:
        door.open_file(registrar, reference, "family", now=clock.now())
        Lead.objects.filter(until_at=None).update(until_at=clock.now())
    until = None if ends is None else clock.now() + ends
    holds(staff, "stranger", "coordinator", until)

    assert finds(staff, reference) == (held, held)
    who = staff.people["stranger"].pk
    roles = asking.second(who, staff.locality.pk, clock.now()).roles
    assert ("coordinator" in roles) is held
    with acting(staff.actor("registrar")) as registrar:
        asked = overrides.seconds(registrar, staff.locality.pk, now=clock.now())
    assert (who in {pk for pk, _ in asked}) is held


@pytest.mark.parametrize(("ends", "led"), [(DAY, 1), (-DAY, 0)])
def test_how_many_somebody_leads_is_told_until_the_role_ends(
    staff: Staff, ends: timedelta, led: int
) -> None:
    register(staff)
    holds(staff, "stranger", "coordinator", clock.now() + ends)
    with acting(staff.actor("stranger")), connection.cursor() as cursor:
        cursor.execute("select hub.families_led(%s)", [staff.people["registrar"].pk])
        assert cursor.fetchone() == (led,)
