"""What waits in a hub's queue: who reads it, who takes it up, what came of it, and when it goes."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from hub.access import opening
from hub.audit import journal
from hub.intake.arrivals import changes, queries, rules
from hub.intake.models import Arrival
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, NotInYourFiles, Role, job_actor
from hub.notify.models import Message
from tests.families_setup import Staff, acting, make_staff

pytestmark = pytest.mark.django_db
FAMILY = job_actor("arrivals.ask")
SAID: dict[str, Any] = {"name": "Marnie", "words": "Somebody to talk to", "child_age": 1}
DOWN: dict[str, Any] = {
    "name": "Delroy",
    "words": "Shouting at night",
    "outcome_words": "No harm found",
    "agreed": "Delroy said yes to a call",
    "not_to_say": "Who told us",
}


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def came(staff: Staff) -> Arrival:
    return ask(staff)


def ask(staff: Staff, **more: Any) -> Arrival:
    """A family asks for help itself."""
    with acting(FAMILY):
        now = more.pop("now", clock.now())
        return changes.ask(FAMILY, token="", locality=staff.locality.pk, **(SAID | more), now=now)


def access_team(staff: Staff) -> Actor:
    """The stranger, as somebody of the access team."""
    who = staff.actor("stranger")
    return Actor(**{**vars(who), "roles": frozenset({Role(rules.ACCESS_TEAM, None)})})


def as_(staff: Staff, who: str, change: Any, row: Arrival, **more: Any) -> Arrival:
    """A change by somebody on the version that stands now."""
    with acting(staff.actor(who)) as actor:
        version = more.pop("version", None)
        if version is None and change is not changes.end_registered:
            version = Arrival.objects.filter(pk=row.pk).values_list("version", flat=True).first()
            more["version"] = version or row.version
        elif version is not None:
            more["version"] = version
        result: Arrival = change(actor, row.pk, now=clock.now(), **more)
        return result


@pytest.mark.requirement("2.50", "S1")
@pytest.mark.parametrize(
    ("who", "sees"),
    {
        "coordinator": True,
        "registrar": False,
        "nurse": False,
        "stranger": False,
        "administrator": False,
    }.items(),
)
def test_only_the_coordinators_of_its_locality_read_it(
    staff: Staff, came: Arrival, who: str, sees: bool
) -> None:
    with acting(staff.actor(who)) as actor:
        rows = list(Arrival.objects.values_list("pk", flat=True))  # no filter of ours at all
        assert (came.pk in rows) == sees
        assert len(rows) == sees
        assert bool(queries.waiting_for(actor, now=clock.now())) == sees
        if not sees:
            with pytest.raises(NotInYourFiles):
                queries.arrival(actor, came.pk, now=clock.now())
            for change in (changes.take, changes.give_back, changes.reopen):
                with pytest.raises(NotInYourFiles):
                    change(actor, came.pk, version=1, now=clock.now())
            assert Arrival.objects.update(words="Something else") == 0


def test_whoever_only_says_that_they_coordinate_sees_nothing(staff: Staff, came: Arrival) -> None:
    who = staff.actor("stranger")
    role = frozenset({Role(rules.COORDINATOR, staff.locality.pk)})
    with acting(Actor(**{**vars(who), "roles": role})) as actor:
        assert queries.waiting_for(actor, now=clock.now()) == []


def test_the_coordinator_of_another_locality_sees_nothing(came: Arrival) -> None:
    elsewhere = make_coordinator_elsewhere()

    with acting(elsewhere.actor("coordinator")) as actor:
        assert queries.waiting_for(actor, now=clock.now()) == []
        assert list(Arrival.objects.all()) == []


def make_coordinator_elsewhere() -> Staff:
    """Another locality with staff of its own."""
    from hub.agencies.models import Locality, RoleGrant
    from tests import families_setup as setup

    other = Locality.objects.create(
        name="Overmoor",
        hub_name="Overmoor hub",
        hub_phone="020 7946 0188",
        hub_email="hub@example.org",
    )
    there = Staff(other, *[None] * 3, None)  # type: ignore[arg-type,misc]
    from hub.accounts.models import Account
    from hub.agencies.models import Agency, Practitioner

    account = Account.objects.create_user("coordinator.there@example.org")
    who = Practitioner.objects.create(
        account=account,
        agency=Agency.objects.get(name="School of Fenside"),
        locality=other,
        name="Other Coordinator",
        role_title="Coordinator",
        phone="020 7946 0189",
        email=account.email,
        joined_at=setup.BEGAN,
    )
    RoleGrant.objects.create(
        practitioner=who, code="coordinator", locality=other, since=setup.BEGAN
    )
    there.people["coordinator"] = who
    return there


@pytest.mark.requirement("2.50")
def test_who_asked_gets_nothing_back_and_the_hub_is_told_without_a_name(
    staff: Staff, came: Arrival
) -> None:
    with acting(FAMILY):
        assert list(Arrival.objects.all()) == []
    (told,) = Message.objects.filter(template="arrival")
    assert told.to == staff.people["coordinator"].email
    assert "Marnie" not in str(told.context)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [({"name": " "}, "Enter a name"), ({"words": ""}, "Say in a few words")],
)
def test_somebody_and_a_few_words_are_needed(
    staff: Staff, wrong: dict[str, str], reason: str
) -> None:
    with pytest.raises(NotAllowed, match=reason):
        ask(staff, **wrong)
    with acting(FAMILY), pytest.raises(NotAllowed, match="Choose the hub"):
        changes.ask(FAMILY, token="", locality=1, **SAID, now=clock.now())


@pytest.mark.requirement("S11")
def test_nobody_asks_for_a_family_without_its_yes(staff: Staff) -> None:
    with acting(staff.actor("nurse")) as nurse:
        with pytest.raises(NotAllowed, match="Ask the family first"):
            changes.ask_for(
                nurse, locality=staff.locality.pk, agreed=False, **SAID, now=clock.now()
            )
        row = changes.ask_for(
            nurse, locality=staff.locality.pk, agreed=True, **SAID, now=clock.now()
        )
        assert row.way == "behalf"
        assert list(Arrival.objects.all()) == []
        (mine,) = queries.passed_by(nurse)
        assert (mine.reference, mine.taken_up) == (row.reference, False)


@pytest.mark.requirement("2.51")
def test_the_access_team_passes_down_and_learns_only_that_it_was_taken_up(staff: Staff) -> None:
    today = clock.today()
    with acting(access_team(staff)) as team:
        row = changes.pass_down(
            team, locality=staff.locality.pk, **DOWN, agreed_on=today, now=clock.now()
        )
    as_(staff, "coordinator", changes.take, row)
    as_(staff, "coordinator", changes.end, row, outcome="not_wanted")

    with acting(access_team(staff)) as team:
        (mine,) = queries.passed_by(team)
        assert vars(mine) == {
            "reference": row.reference,
            "arrived_at": row.arrived_at,
            "hub": "Fenside Family Hub",
            "taken_up": True,
        }
        assert list(Arrival.objects.all()) == []
    with acting(staff.actor("nurse")) as nurse:
        assert queries.passed_by(nurse) == []


@pytest.mark.requirement("2.51")
@pytest.mark.parametrize("who", ["registrar", "coordinator", "administrator"])
def test_nobody_else_passes_down(staff: Staff, who: str) -> None:
    with acting(staff.actor(who)) as actor, pytest.raises(NotAllowed, match="Only the access team"):
        changes.pass_down(
            actor, locality=staff.locality.pk, **DOWN, agreed_on=clock.today(), now=clock.now()
        )


@pytest.mark.parametrize(("day", "reason"), [(None, "Enter the day"), (1, "today or in the past")])
def test_the_day_of_the_agreement_has_been(staff: Staff, day: int | None, reason: str) -> None:
    on = None if day is None else clock.today() + timedelta(days=day)
    with acting(access_team(staff)) as team, pytest.raises(NotAllowed, match=reason):
        changes.pass_down(team, locality=staff.locality.pk, **DOWN, agreed_on=on, now=clock.now())


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
