"""What a look-up tells: the table of the policy, and that hidden is nothing (D2, S18 to S20)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Any

import pytest

from hub.access.lookup import rules
from hub.access.lookup.rules import Asked, Counted, Known, Limits, Says, Stage, Surely, tell
from hub.kernel.files import Level

SURE = Known(Surely.FAMILY, stage=Stage.APPOINTED)


def of(**true: Any) -> Known:
    """A family that was surely found and has a lead, but for this."""
    return replace(SURE, **true)


@pytest.mark.requirement("2.2", "2.6", "S18", "S19", "S20")
@pytest.mark.parametrize(
    ("known", "says", "behind"),
    [
        (of(surely=Surely.NO), Says.NOTHING, False),
        (of(surely=Surely.NO, level=Level.RECORD), Says.NOTHING, False),
        (of(kept=False), Says.NOTHING, False),
        (of(kept=False, level=Level.RECORD), Says.NOTHING, False),
        (of(sealed=True), Says.NOTHING, False),
        (of(sealed=True, level=Level.RECORD), Says.NOTHING, False),
        (of(level=Level.SIGNPOST), Says.FAMILY, False),
        (of(level=Level.RECORD, at_risk=True), Says.FAMILY, False),
        (of(level=Level.SUMMARY, shares=False), Says.FAMILY, False),
        (of(level=Level.SIGNPOST, surely=Surely.ASK), Says.PERHAPS, False),
        (of(kept_from_asker=True), Says.NOTHING, True),
        (of(refused=True), Says.NOTHING, True),
        (of(at_risk=True), Says.NOTHING, True),
        (of(shares=False), Says.NOTHING, True),
        (of(shares=False, surely=Surely.ASK), Says.NOTHING, True),
        (of(at_risk=True, telling=True, stage=Stage.STARTING), Says.NOTHING, True),
        (of(surely=Surely.ASK), Says.ASK, False),
        (of(surely=Surely.ASK, telling=True), Says.ASK, False),
        (of(stage=Stage.NOBODY), Says.ASK, False),
        (of(telling=True), Says.HUB_LEAD, False),
        (of(telling=True, stage=Stage.STARTING), Says.HUB_STARTING, False),
        (of(stage=Stage.STARTING), Says.STARTING, False),
        (of(), Says.LEAD, False),
    ],
)
def test_the_policy_of_what_is_told(known: Known, says: Says, behind: bool) -> None:
    told = tell(known)
    assert (told.says, told.behind) == (says, behind)


def every() -> list[Known]:
    """Every combination of what may be true."""
    truths: Iterator[tuple[Any, ...]] = product(
        Surely, Level, *[(False, True)] * 6, Stage, (False, True)
    )
    return [Known(*combination) for combination in truths]


@pytest.mark.requirement("S18")
def test_nobody_without_sight_is_told_of_the_family_or_given_a_reason() -> None:
    for known in every():
        told = tell(known)
        if known.level is Level.NOTHING:
            assert told.says not in (Says.FAMILY, Says.PERHAPS)
        if known.level < Level.SUMMARY:
            assert not told.reasons


@pytest.mark.requirement("S18")
def test_a_telling_agency_and_its_practitioner_are_never_named() -> None:
    named = [tell(known).says for known in every() if known.telling and not known.level]
    assert not {Says.LEAD, Says.STARTING} & set(named)
    assert {Says.HUB_LEAD, Says.HUB_STARTING} <= set(named)


@pytest.mark.requirement("S19")
def test_what_is_hidden_is_told_as_nothing_and_looked_at_behind() -> None:
    for known in every():
        told = tell(known)
        hidden = known.kept_from_asker or known.refused or known.at_risk or not known.shares
        if hidden and not known.level:
            assert told.says is Says.NOTHING
            assert told.behind == bool(known.surely and known.kept and not known.sealed)
        if told.behind:
            assert told.says is Says.NOTHING


@pytest.mark.requirement("2.111")
@pytest.mark.parametrize(
    ("true", "begins"),
    [
        ({}, ""),
        ({"administrator": True}, "An administrator sees no family"),
        ({"purpose": False}, "Choose what you want to know it for"),
        ({"typed": False}, "Enter a name, a birth date or a number"),
        ({"enough": False}, "Enter a little more"),
    ],
)
def test_who_may_look_up_and_with_what(true: dict[str, bool], begins: str) -> None:
    usual = {"administrator": False, "purpose": True, "typed": True, "enough": True}
    decision = rules.may_check(**(usual | true))
    assert bool(decision) == (not begins)
    assert decision.reason.startswith(begins)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (Asked(99, 399, 999, 4999), ""),
        (Asked(person_hour=100), "You have asked as often as one person can in an hour"),
        (Asked(person_day=400), "You have asked as often as one person can in a day"),
        (Asked(agency_hour=1000), "Your agency has asked as often as it can in an hour"),
        (Asked(agency_day=5000), "Your agency has asked as often as it can in a day"),
    ],
)
def test_too_often_is_refused_with_the_hub_to_ring(asked: Asked, says: str) -> None:
    decision = rules.may_ask_again(asked, Limits(), hub="Marsh End Family Hub, 020 7946 0101")
    assert bool(decision) == (not says)
    assert decision.reason.startswith(says)
    assert ("020 7946 0101" in decision.reason) == bool(says)


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (Counted(40, found_nothing=25, surnames_in_an_hour=20), []),
        (Counted(200, found_nothing=150, registered=60), []),
        (Counted(101, stopped=1), [rules.STOPPED]),
        (Counted(40, surnames_in_an_hour=30), [rules.MANY_SURNAMES]),
        (Counted(9, dates_for_a_surname=8), [rules.WALKING_DATES]),
        (Counted(9, names_at_a_place=8), [rules.ONE_PLACE]),
        (Counted(40, found_nothing=30), [rules.NOTHING_AFTER]),
    ],
)
def test_what_looks_like_fishing_is_told_apart_from_a_busy_desk(
    counted: Counted, words: list[str]
) -> None:
    assert rules.patterns(counted) == words
