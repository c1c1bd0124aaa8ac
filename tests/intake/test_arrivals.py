"""What waits in a hub's queue: who puts it there, and who reads it."""

from datetime import timedelta

import pytest

from hub.intake.arrivals import changes, queries, rules
from hub.intake.models import Arrival
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, NotInYourFiles, Role
from tests.families_setup import Staff, acting, make_staff
from tests.intake.arriving import DOWN, FAMILY, SAID, access_team, as_, ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def came(staff: Staff) -> Arrival:
    return ask(staff)


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
    there = Staff(other, None, None, None, None)  # type: ignore[arg-type]
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


def test_who_asked_gets_nothing_back(came: Arrival) -> None:
    with acting(FAMILY):
        assert list(Arrival.objects.all()) == []


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
