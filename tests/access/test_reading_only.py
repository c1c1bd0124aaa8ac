"""Who sees a family by an override alone reads, and nothing else (S14)."""

import pytest
from django.db import ProgrammingError, transaction

from hub.access import changes, door, opening
from hub.access.models import Involvement
from hub.access.rules import Facts, decide
from hub.consent import changes as consent
from hub.kernel import clock
from hub.kernel.clock import today
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("S14")
@pytest.mark.parametrize(
    ("facts", "writes"),
    [
        (Facts(works=True, overridden=True), False),
        (Facts(works=True, overridden=True, kept=True, shared=True, stands=True), True),
        (Facts(works=True, overridden=True, kept=True, coordinator=True), True),
        (Facts(works=True, kept=True, shared=True, stands=True, working=True), True),
        (Facts(works=True, kept=True, recorded=True, stands=True, lead=True), True),
        (Facts(works=True), False),
    ],
)
def test_an_override_alone_is_for_reading(facts: Facts, writes: bool) -> None:
    assert decide(facts).writes == writes


@pytest.mark.requirement("S14")
def test_who_reads_by_an_override_can_neither_stop_an_agreement_nor_join() -> None:
    cast = Cast()
    kit = cast.actor("kit")
    opening.begin(kit)
    file = door.open_file(kit, cast.family("danso").reference, "family", now=clock.now())
    assert file.level is Level.SUMMARY

    with pytest.raises(NotAllowed, match="not change it"):
        consent.withdraw_all(file, now=clock.now())
    with pytest.raises(NotAllowed, match="not change it"):
        changes.work_with(file, why="Because", since_on=today(), now=clock.now())


@pytest.mark.requirement("S1")
def test_the_wall_lets_nobody_write_somebody_else_in_or_themselves_into_the_team() -> None:
    cast = Cast()
    hanna, grace = cast.actor("hanna"), cast.actor("grace")
    opening.begin(hanna)
    file = door.open_file(hanna, cast.family("okafor").reference, "family", now=clock.now())

    for who, kind in ((hanna.id, "team"), (grace.id, "working")):
        row = Involvement(
            family_id=file.family,
            practitioner_id=who,
            kind=kind,
            why="By hand",
            since_on=today(),
            from_at=clock.now(),
        )
        with pytest.raises(ProgrammingError, match="row-level security"):
            save(row)


def save(row: Involvement) -> None:
    with transaction.atomic():
        row.save(force_insert=True)
