"""The policy for members of a family, as a table."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.access.inside.rules import (
    ADULT,
    CHILD,
    UNBORN,
    Row,
    Viewer,
    as_told,
    level_of,
    may_look,
    may_view_as,
    shown,
)
from hub.access.rules import Facts, decide
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.files import Level

TODAY = date(2026, 11, 22)
ME, OTHER, CHILD_OF_MINE = 1, 2, 3


def aged(years: int, accuracy: Accuracy = Accuracy.EXACT) -> PartialDate:
    return PartialDate(TODAY.replace(year=TODAY.year - years), accuracy)


def viewer(part: str = ADULT, born: PartialDate | None = None, **more: Any) -> Viewer:
    return Viewer(ME, part, TODAY, born, **more)


@pytest.mark.requirement("S6", "S17", "S4")
@pytest.mark.parametrize(
    ("who", "because"),
    [
        (viewer(), ""),
        (viewer(born=aged(16)), ""),
        (viewer(born=aged(15)), "They were under 16"),
        (viewer(born=aged(15), judged_on=TODAY), ""),
        (viewer(born=aged(16, Accuracy.ESTIMATED)), "They were under 16"),
        (viewer(lost=True), "There is nobody"),
        (viewer(UNBORN), "There is nobody"),
        (viewer(kept=False), "Nobody agrees"),
        (viewer(kept_from_them=True), "The whole family"),
        (viewer(places_kept=True), ""),
        (viewer(CHILD, aged(11)), "Under 12"),
        (viewer(CHILD, aged(11), judged_on=TODAY), "Under 12"),
        (viewer(CHILD, aged(12)), "Under 12, or not yet judged"),
        (viewer(CHILD, aged(12), judged_on=TODAY), ""),
        (viewer(CHILD, aged(12, Accuracy.ESTIMATED), judged_on=TODAY), "Under 12"),
        (viewer(CHILD, aged(13, Accuracy.YEAR), judged_on=TODAY), ""),
        (viewer(CHILD, None, judged_on=TODAY), "Under 12"),
        (viewer(CHILD, aged(16)), "Under 12, or not yet judged"),
        (viewer(CHILD, aged(16), said_yes_on=TODAY), ""),
        (viewer(CHILD, aged(19)), "Under 12, or not yet judged"),
    ],
)
def test_who_has_a_sight_of_their_own(who: Viewer, because: str) -> None:
    decision = may_look(who)

    assert bool(decision) == (because == "")
    assert decision.reason.startswith(because)


@pytest.mark.parametrize(
    ("who", "level"),
    [
        (viewer(), Level.SUMMARY),
        (viewer(said_yes_on=TODAY), Level.PLAN),
        (viewer(said_yes_on=TODAY, places_kept=True), Level.SUMMARY),
        (viewer(lost=True, said_yes_on=TODAY), Level.NOTHING),
    ],
)
def test_the_plan_is_for_who_said_yes_themselves(who: Viewer, level: Level) -> None:
    assert level_of(who) is level


PLAIN = viewer(said_yes_on=TODAY)
PARENT = replace(PLAIN, responsible_for=frozenset({CHILD_OF_MINE}))
YOUNG = viewer(CHILD, aged(14), judged_on=TODAY)
APART = replace(PARENT, places_kept=True)
MINE, THEIRS, OUR_CHILDS = frozenset({ME}), frozenset({OTHER}), frozenset({CHILD_OF_MINE})


def row(kind: str, people: frozenset[int] = frozenset(), **more: Any) -> Row:
    return Row(kind, 100, people, **more)


@pytest.mark.requirement("S3", "S4", "S5", "S6", "S14", "S15")
@pytest.mark.parametrize(
    ("what", "sees"),
    [
        # what: a row; sees: which of plain, parent, young, apart see it
        (row("contact", MINE), "plain parent young apart"),
        (row("contact", THEIRS), ""),
        (row("contact", OUR_CHILDS), ""),
        (row("agreement", MINE), "plain parent young apart"),
        (row("agreement", THEIRS), ""),
        (row("address", lives_with_viewer=True), "plain parent young"),
        (row("address"), ""),
        (row("household", MINE, lives_with_viewer=True), "plain parent young"),
        (row("household", THEIRS), ""),
        (row("relationship", MINE | THEIRS, word="partner"), "plain parent young"),
        (row("relationship", OUR_CHILDS | THEIRS, word="father"), "parent"),
        (row("relationship", OUR_CHILDS | THEIRS, word="partner"), ""),
        (row("responsibility", OUR_CHILDS | THEIRS), "parent"),
        (row("language", MINE), "plain parent young apart"),
        (row("language", THEIRS), ""),
        (row("language", OUR_CHILDS, young=True, lives_with_viewer=True), "parent"),
        (row("language", OUR_CHILDS, lives_with_viewer=True), ""),
        (row("language", OUR_CHILDS, young=True), ""),
        (row("needs", MINE), "plain parent young apart"),
        (row("needs", THEIRS), ""),
        (row("needs", THEIRS, with_adults=True), "plain parent"),
        (row("needs", THEIRS, with_family=True), "plain parent young"),
        (row("helpers", MINE), "plain parent young"),
        (row("own_words", THEIRS, word=ADULT, with_adults=True), "plain parent"),
        (row("own_words", OUR_CHILDS, word=CHILD, with_family=True), ""),
        (row("own_words", MINE, word=CHILD), "plain parent young apart"),
        (row("story"), ""),
        (row("story", with_family=True), "plain parent young"),
        (row("plan"), "plain parent"),
        (row("goal"), "plain parent"),
        (row("action"), "plain parent"),
        (row("lead"), "plain parent young"),
        (row("involvement"), "plain parent young"),
        *((row(kind, MINE), "") for kind in
          ("asked_alone", "judgement", "birthday", "override", "restriction", "closure", "new")),
    ],
)  # fmt: skip
def test_what_each_kind_of_member_sees(what: Row, sees: str) -> None:
    members = [
        Row("membership", 10 + n, frozenset({n}), word=CHILD if n == CHILD_OF_MINE else ADULT)
        for n in (ME, OTHER, CHILD_OF_MINE)
    ]
    who = {"plain": PLAIN, "parent": PARENT, "young": YOUNG, "apart": APART}

    found = {name for name, one in who.items() if what.id in shown(one, [*members, what])}

    assert found == set(sees.split())


def test_an_unborn_child_is_known_to_who_is_responsible_for_it_only() -> None:
    unborn = Row("membership", 13, OUR_CHILDS, word=UNBORN)

    assert 13 in shown(PARENT, [unborn])
    assert shown(PLAIN, [unborn]) == frozenset()


@pytest.mark.requirement("S5", "2.81")
def test_what_is_kept_private_from_a_member_goes_with_all_that_hangs_on_it() -> None:
    rows = [
        Row("membership", 10, MINE, word=ADULT),
        Row("membership", 11, THEIRS, word=ADULT),
        Row("goal", 20),
        Row("action", 21, hangs_on=frozenset({20})),
        Row("goal", 30),
        Row("action", 31, THEIRS, frozenset({30})),
    ]

    assert shown(PLAIN, rows) == {10, 11, 20, 21, 30, 31, ME, OTHER}
    assert shown(replace(PLAIN, held=frozenset({20})), rows) == {10, 11, 30, 31, ME, OTHER}
    assert shown(replace(PLAIN, held=frozenset({11})), rows) == {10, 20, 21, 30, ME}


@pytest.mark.requirement("S3")
def test_from_whom_the_place_is_kept_sees_themselves_and_nobody_else() -> None:
    rows = [
        Row("membership", 10, MINE, word=ADULT),
        Row("membership", 11, THEIRS, word=ADULT),
        Row("contact", 12, MINE),
        Row("lead", 13),
        Row("goal", 14),
    ]

    assert shown(APART, rows) == {10, 12, ME}


DAYS = st.dates(date(2020, 1, 1), date(2027, 12, 31))
BORN = st.builds(
    PartialDate,
    st.dates(date(2000, 1, 1), date(2026, 12, 31)),
    st.sampled_from([Accuracy.EXACT, Accuracy.ESTIMATED, Accuracy.MONTH, Accuracy.YEAR]),
)


@pytest.mark.requirement("S6", "2.86")
@given(BORN, st.none() | DAYS, st.none() | DAYS, DAYS, st.sampled_from([ADULT, CHILD]))
def test_a_birthday_never_opens_anything(
    born: PartialDate, judged: date | None, yes: date | None, joined: date, part: str
) -> None:
    """Who could not look on the day a thing was recorded cannot by growing older: nothing that is
    asked has today's date in it, and whoever looks was old enough on a day that was recorded."""
    who = Viewer(ME, part, joined, born, judged_on=judged, said_yes_on=yes)
    if may_look(who):
        days = [day for day in (judged, yes) if day] + ([joined] if part == ADULT else [])
        # Even where the date is rough, nobody certainly under twelve that day looks.
        assert any(day >= born.first_day + timedelta(days=11 * 365) for day in days)
    if not (judged or yes) and part == CHILD:
        assert not may_look(who)


@given(BORN, DAYS)
def test_a_young_child_is_certainly_under_twelve_and_stops_being_on_a_birthday(
    born: PartialDate, day: date
) -> None:
    """What a parent sees of a child by its age ends and never begins."""
    from hub.families.rules import ages_on

    def young(on: date) -> bool:
        ages = ages_on(born, on)
        return bool(ages) and max(ages) < 12

    if ages_on(born, day) and not young(day):
        assert not young(day + timedelta(days=400))


@pytest.mark.requirement("S14")
def test_what_was_shared_without_agreement_leaves_no_trace() -> None:
    facts = Facts(works=True, kept=True, overridden=True, lifted=frozenset({5}))

    assert decide(facts).level is Level.SUMMARY
    assert decide(as_told(facts)).level is Level.NOTHING


@pytest.mark.parametrize(
    ("asked", "because"),
    [
        ({"leads": True, "of_a_member": True}, ""),
        ({"leads": True, "of_a_member": False}, "Only whoever leads"),
        ({"officer": True, "of_a_member": True, "why": "check"}, ""),
        ({"officer": True, "of_a_member": False, "why": "asked"}, ""),
        ({"officer": True, "of_a_member": True}, "Choose what"),
        ({"officer": True, "of_a_member": True, "why": "because"}, "Choose what"),
        ({"officer": True, "of_a_member": True, "why": "check", "refused": True}, "Only"),
        ({"of_a_member": True, "why": "check"}, "Only whoever leads"),
    ],
)
def test_who_may_look_as_somebody_else(asked: dict[str, Any], because: str) -> None:
    plain: dict[str, Any] = {"leads": False, "officer": False, "refused": False, "why": ""}

    decision = may_view_as(**plain | asked)

    assert bool(decision) == (because == "")
    assert decision.reason.startswith(because)
