"""Somebody who had agreed died: what ends quietly, what stays, and what is asked of who leads."""

from datetime import timedelta

import pytest

from hub.access import queries as access
from hub.consent import changes, queries
from hub.consent.looking.queries import waiting_in
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.plans import changes as plans
from hub.plans.queries import plan_in
from tests.consent.deciders import Deciders, make

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S17", "S8")]
TODAY = clock.today()


@pytest.fixture
def family(db: None) -> Deciders:
    return make()


def dies(family: Deciders, file: FamilyFile, name: str) -> None:
    changes.record_loss(file, family.people[name], loss="died", version=1, now=clock.now())


def in_force(file: FamilyFile, person: int) -> list[tuple[str, str]]:
    return [
        (row.scope, row.agency.name.split(" ")[0])
        for row in queries.agreements_in(file)
        if row.given_by_id == person
    ]


def test_what_they_gave_for_themselves_ends_in_the_same_step(family: Deciders) -> None:
    aunt = family.people["Samira"]
    with family.opened() as file:
        family.share(file, "Amina")
        family.share(file, "Samira")
        dies(family, file, "Samira")

        assert in_force(file, aunt) == []
        (ended,) = (row for row in queries.ended_in(file, most=50) if row.given_by_id == aunt)
        assert ended.ended_because == "died"
        assert family.asked(file) == []
        with pytest.raises(NotAllowed, match="Nothing more is asked"):
            family.share(file, "Samira")


def test_where_the_last_yes_was_theirs_nobody_loses_sight_and_who_leads_is_asked(
    family: Deciders,
) -> None:
    mother = family.people["Amina"]
    with family.opened() as file:
        plans.open_plan(file, now=clock.now())
        before = in_force(file, mother)
        dies(family, file, "Amina")

        assert in_force(file, mother) == before
        assert plan_in(file) is not None
        asked = waiting_in(file, today=TODAY)
        assert sorted(one.kind for one in asked) == [
            "agreement",
            "responsibility",
            "responsibility",
        ]
        assert {one.due_on for one in asked} == {TODAY + timedelta(days=28)}
    for who, level in (("registrar", Level.RECORD), ("nurse", Level.PLAN)):
        sight = access.sight_of(family.staff.people[who].pk, family.reference, at=clock.now())
        assert sight.level == level


def test_what_somebody_alive_said_yes_to_as_well_needs_no_asking(family: Deciders) -> None:
    with family.opened() as file:
        for scope, agency in (
            ("service", "school"),
            ("record", "school"),
            ("keep", "school"),
            ("share", "clinic"),
        ):
            agency_id = getattr(family.staff, agency).pk
            family.share(file, "Karim", scope=scope, agency=agency_id)
        dies(family, file, "Amina")

        assert in_force(file, family.people["Amina"]) == []
        assert {kind for kind, _ in family.asked(file)} == {"responsibility"}


def test_who_works_with_them_may_record_it_and_only_who_leads_is_asked(family: Deciders) -> None:
    with family.opened("doctor") as file:
        dies(family, file, "Amina")
        assert family.asked(file) == []
    with family.opened() as file:
        assert {kind for kind, _ in family.asked(file)} == {"agreement", "responsibility"}


def test_a_death_written_down_by_mistake_is_as_if_it_had_not_been(family: Deciders) -> None:
    with family.opened() as file:
        family.share(file, "Amina")
        family.share(file, "Samira")
        before = sorted(row.pk for row in queries.agreements_in(file))
        held = families.responsible_in(file)
        for name in ("Samira", "Karim"):
            dies(family, file, name)
        for name in ("Samira", "Karim"):
            changes.take_back_loss(
                file, family.people[name], version=2, now=clock.now() + timedelta(seconds=1)
            )

        assert sorted(row.pk for row in queries.agreements_in(file)) == before
        assert families.responsible_in(file) == held
        assert {row.ended_because for row in queries.agreements_in(file)} == {""}


def test_a_child_who_dies_ends_nobodys_yes_but_their_own(family: Deciders) -> None:
    with family.opened() as file:
        before = len(queries.agreements_in(file))
        dies(family, file, "Dylan")

        assert len(queries.agreements_in(file)) == before
        assert family.asked(file) == []
