"""Who may propose, ask, say yes, merge and undo: the rules as tables."""

from datetime import date, timedelta
from typing import Any

import pytest

from hub.kernel.files import Level
from hub.merging import rules
from hub.merging.rules import Reader, Stage

TODAY = date(2026, 11, 23)
NONE = Reader(Level.NOTHING)
SIGN = Reader(Level.SIGNPOST)
SUMMARY = Reader(Level.SUMMARY)
LEAD = Reader(Level.RECORD, leads=True)
HUB = Reader(Level.SUMMARY, coordinates=True)
ALONE = Reader(Level.SUMMARY, coordinates=True, led=False)  # nobody leads
ASKED = Stage()
AGREED = Stage(kept_yes=True, gone_yes=True)
DONE = Stage(kept_yes=True, gone_yes=True, merged=True)
OVER = Stage(ended=True)


def says(decision: Any) -> str:
    return "" if decision else decision.reason


@pytest.mark.requirement("S19", "S21")
@pytest.mark.parametrize(
    ("kept", "gone", "because", "begins"),
    [
        (HUB, SUMMARY, "x", ""), (SIGN, HUB, "x", ""), (LEAD, SIGN, "x", ""), (SIGN, LEAD, "x", ""),
        (HUB, NONE, "x", "Only who sees both"), (NONE, LEAD, "x", "Only who sees both"),
        (SUMMARY, SIGN, "x", "The hub's coordinator, or"), (HUB, HUB, " ", "Enter why"),
    ],
)  # fmt: skip
def test_who_proposes(kept: Reader, gone: Reader, because: str, begins: str) -> None:
    told = says(rules.may_propose(kept, gone, because=because))
    assert told.startswith(begins)
    assert bool(told) == bool(begins)


@pytest.mark.parametrize(
    ("one", "other", "begins"),
    [
        (HUB, SUMMARY, ""), (SUMMARY, HUB, ""), (HUB, SIGN, "The hub's coordinator, who"),
        (LEAD, LEAD, "The hub's coordinator, who"), (HUB, NONE, "The hub's coordinator, who"),
    ],
)  # fmt: skip
def test_who_says_that_they_are_two(one: Reader, other: Reader, begins: str) -> None:
    told = says(rules.may_say_not_same(one, other, because="x"))
    assert (told.startswith(begins), bool(told)) == (True, bool(begins))


@pytest.mark.requirement("S21")
@pytest.mark.parametrize(
    ("pairs", "begins"),
    [
        ([(1, 2)], ""), ([(1, 2), (3, 4)], ""), ([(1, 2), (2, 1)], ""), ([], "Choose which child"),
        ([(1, 2), (1, 4)], "A child can be the same as one"),
        ([(1, 2), (3, 2)], "A child can be the same as one"),
    ],
)  # fmt: skip
def test_which_children_have_a_home_in_both(pairs: list[tuple[int, int]], begins: str) -> None:
    told = says(rules.may_share(pairs))
    assert (told.startswith(begins), bool(told)) == (True, bool(begins))


@pytest.mark.requirement("S15", "S21")
@pytest.mark.parametrize(
    ("reader", "stage", "alone", "days", "begins"),
    [
        (LEAD, ASKED, True, 0, ""), (LEAD, AGREED, True, -3, ""), (ALONE, ASKED, True, 0, ""),
        (HUB, ASKED, True, 0, "Whoever leads"), (SUMMARY, ASKED, True, 0, "Whoever leads"),
        (Reader(Level.SUMMARY, led=False), ASKED, True, 0, "Nobody leads"),
        (LEAD, ASKED, False, 0, "Ask each adult alone"), (LEAD, ASKED, True, 1, "The day you"),
        (LEAD, DONE, True, 0, "These files are merged"), (LEAD, OVER, True, 0, "This was ended"),
    ],
)  # fmt: skip
def test_who_writes_down_what_an_adult_said(
    reader: Reader, stage: Stage, alone: bool, days: int, begins: str
) -> None:
    on = TODAY + timedelta(days=days)
    told = says(rules.may_ask(reader, stage, alone=alone, asked_on=on, today=TODAY))
    assert (told.startswith(begins), bool(told)) == (True, bool(begins))


@pytest.mark.requirement("S21")
@pytest.mark.parametrize(
    ("reader", "stage", "said", "answers", "begins"),
    [
        (LEAD, ASKED, False, [True, True], ""), (ALONE, ASKED, False, [True], ""),
        (LEAD, ASKED, False, [True, None], "Ask each adult"),
        (LEAD, ASKED, False, [False, None], "Ask each adult"),
        (LEAD, ASKED, False, [True, False], "One of the adults"),
        (HUB, ASKED, False, [True], "Whoever leads"), (LEAD, ASKED, True, [True], "The yes for"),
        (LEAD, DONE, False, [True], "These files"), (LEAD, OVER, False, [True], "This was ended"),
    ],
)  # fmt: skip
def test_who_says_yes_for_a_family(
    reader: Reader, stage: Stage, said: bool, answers: list[bool | None], begins: str
) -> None:
    told = says(rules.may_say_yes(reader, stage, said=said, answers=answers))
    assert (told.startswith(begins), bool(told)) == (True, bool(begins))


@pytest.mark.requirement("S21")
@pytest.mark.parametrize(
    ("kept", "gone", "stage", "answers", "stops", "asked", "begins"),
    [
        (HUB, SUMMARY, AGREED, [True], False, True, ""), (SIGN, HUB, AGREED, [], False, True, ""),
        (HUB, NONE, AGREED, [True], False, True, "Only who sees both"),
        (LEAD, LEAD, AGREED, [True], False, True, "The hub's coordinator merges"),
        (HUB, HUB, ASKED, [True], False, True, "Both families"),
        (HUB, HUB, Stage(kept_yes=True), [True], False, True, "Both families"),
        (HUB, HUB, AGREED, [True, None], False, False, "Not every adult"),
        (HUB, HUB, AGREED, [True], False, False, "These two files cannot"),
        (HUB, HUB, AGREED, [True], True, True, "These two files cannot"),
        (HUB, HUB, DONE, [True], False, True, "These files are merged"),
        (HUB, HUB, OVER, [True], False, True, "This was ended"),
    ],
)  # fmt: skip
def test_who_merges(
    kept: Reader, gone: Reader, stage: Stage, answers: list[bool | None], stops: bool, asked: bool,
    begins: str,
) -> None:  # fmt: skip
    decision = rules.may_merge(
        kept, gone, stage, answers=answers, stops=stops, everybody_asked=asked
    )
    told = says(decision)
    assert (told.startswith(begins), bool(told)) == (True, bool(begins))


@pytest.mark.requirement("S21")
@pytest.mark.parametrize("stage", [ASKED, AGREED, DONE])
@pytest.mark.parametrize(
    ("kept", "gone", "because", "begins"),
    [
        (HUB, SIGN, "x", ""), (LEAD, SIGN, "x", ""), (SIGN, LEAD, "x", ""),
        (SUMMARY, SUMMARY, "x", "The hub's coordinator, or"), (LEAD, NONE, "x", "Only who sees"),
        (HUB, HUB, "", "Enter why"),
    ],
)  # fmt: skip
def test_who_undoes_it(stage: Stage, kept: Reader, gone: Reader, because: str, begins: str) -> None:
    told = says(rules.may_end(kept, gone, stage, because=because))
    assert (told.startswith(begins), bool(told)) == (True, bool(begins))
    assert says(rules.may_end(HUB, HUB, OVER, because="x")).startswith("This was ended")
