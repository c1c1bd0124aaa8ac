"""What becomes of a family in the queue: taken up, ended, undone, and deleted in time."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from hub.access import opening
from hub.audit import journal
from hub.intake.arrivals import changes, queries, rules
from hub.intake.models import Arrival
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import job_actor
from tests.families_setup import Staff, acting, make_staff
from tests.intake.arriving import FAMILY, SAID, as_, ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def came(staff: Staff) -> Arrival:
    return ask(staff)


def test_it_is_taken_up_given_back_ended_and_opened_again(staff: Staff, came: Arrival) -> None:
    with pytest.raises(NotAllowed, match="Take it up first"):
        as_(staff, "coordinator", changes.end, came, outcome="advice")
    taken = as_(staff, "coordinator", changes.take, came)
    assert taken.taken_by_id == staff.people["coordinator"].pk
    with pytest.raises(NotAllowed, match="taken it up already"):
        as_(staff, "coordinator", changes.take, came)
    assert as_(staff, "coordinator", changes.give_back, came).taken_by_id is None
    as_(staff, "coordinator", changes.take, came)
    with pytest.raises(NotAllowed, match="Choose what came of it"):
        as_(staff, "coordinator", changes.end, came, outcome="registered")
    as_(staff, "coordinator", changes.end, came, outcome="already", note="Rung")
    for change in (changes.take, changes.give_back):
        with pytest.raises(NotAllowed, match="written down already"):
            as_(staff, "coordinator", change, came)

    again = as_(staff, "coordinator", changes.reopen, came)

    assert (again.outcome, again.note, again.ended_at) == ("", "", None)
    with pytest.raises(NotAllowed, match="Nothing is written down yet"):
        as_(staff, "coordinator", changes.reopen, came)


def test_what_changed_meanwhile_is_not_overwritten(staff: Staff, came: Arrival) -> None:
    as_(staff, "coordinator", changes.take, came)

    for change, more in (
        (changes.give_back, {}),
        (changes.end, {"outcome": "advice"}),
        (changes.reopen, {}),
    ):
        with pytest.raises(Conflict):
            as_(staff, "coordinator", change, came, version=1, **more)


def test_registered_is_not_undone(staff: Staff, came: Arrival) -> None:
    ended = as_(staff, "coordinator", changes.end_registered, came)

    assert (ended.outcome, ended.taken_by_id) == ("registered", staff.people["coordinator"].pk)
    with pytest.raises(NotAllowed, match="The family is registered"):
        as_(staff, "coordinator", changes.reopen, came)


@pytest.mark.requirement("S33")
def test_each_step_leaves_a_line_without_a_name(staff: Staff) -> None:
    with acting(FAMILY):
        row = changes.ask(FAMILY, token="", locality=staff.locality.pk, **SAID, now=clock.now())
        (line,) = journal.pending()
        assert (line.event, line.actor_kind, line.job) == ("arrival.came", "job", "arrivals.ask")
        assert "Marnie" not in line.refs
    with acting(staff.actor("coordinator")) as actor:
        queries.arrival(actor, row.pk, now=clock.now())
        changes.take(actor, row.pk, version=1, now=clock.now())
        changes.end(actor, row.pk, outcome="advice", version=2, now=clock.now())
        events = [line.event for line in journal.pending()]
        assert events[-3:] == ["arrival.read", "arrival.taken", "arrival.ended"]


@pytest.mark.requirement("S11")
@pytest.mark.parametrize(
    ("came_days", "ended_days", "kept"),
    [(89, None, True), (91, None, False), (100, 27, True), (100, 29, False)],
)
def test_it_is_deleted_in_time_and_not_shown_after(
    staff: Staff, came_days: int, ended_days: int | None, kept: bool
) -> None:
    now = clock.now()
    row = ask(staff, now=now - timedelta(days=came_days))
    if ended_days is not None:
        with acting(staff.actor("coordinator")):
            row.taken_by_id, row.taken_at = staff.people["coordinator"].pk, row.arrived_at
            row.outcome, row.ended_at = "advice", now - timedelta(days=ended_days)
            row.save()
    with acting(staff.actor("coordinator")) as actor:
        assert bool(queries.waiting_for(actor, now=now)) == kept

    with acting(job_actor("test")):
        changes.expire_arrivals(now=now)

    with acting(staff.actor("coordinator")):
        assert Arrival.objects.filter(pk=row.pk).exists() == kept


def test_nobody_can_have_it_deleted_sooner(staff: Staff, came: Arrival) -> None:
    with acting(staff.actor("nurse")):
        changes.expire_arrivals(now=clock.now() + timedelta(days=4000))
    with (
        acting(staff.actor("coordinator")),
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("delete from intake_arrival")

    with acting(staff.actor("coordinator")):
        assert Arrival.objects.filter(pk=came.pk).exists()


def test_with_nobody_acting_nothing_is_added(staff: Staff) -> None:
    row = Arrival(
        reference="HELP-22222222",
        locality=staff.locality,
        way="self",
        arrived_at=clock.now(),
        name="X",
        words="Y",
    )
    opening.forget()
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        row.save(force_insert=True)


@pytest.mark.parametrize(
    ("hours", "taken", "long"), [(47, False, False), (49, False, True), (49, True, False)]
)
def test_waiting_too_long_is_two_days_with_nobody(hours: int, taken: bool, long: bool) -> None:
    now = clock.now()
    came_at = now - timedelta(hours=hours)

    assert rules.waits_long(arrived_at=came_at, taken=taken, now=now) == long
