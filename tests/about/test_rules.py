"""Which parts are asked of whom, when one is done, and who may write it down."""

from datetime import date
from typing import Any

import pytest

from hub.about import rules
from hub.about.rules import PARTS, Part, State
from hub.families import rules as families
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.files import Level

DAY = PartialDate(date(2026, 3, 1), Accuracy.EXACT)
DUE = PartialDate(date(2026, 3, 1), Accuracy.DUE)


@pytest.mark.requirement("2.112", "S4")
@pytest.mark.parametrize(
    ("code", "level", "asked_of"),
    [
        ("language", Level.SUMMARY, "adult child"),
        ("helpers", Level.SUMMARY, "adult child unborn"),
        ("background", Level.RECORD, "adult child"),
        ("needs", Level.RECORD, "adult child"),
        ("words", Level.RECORD, "adult"),
        ("story", Level.PLAN, ""),
        ("living", Level.PLAN, ""),
        ("alone", Level.RECORD, "adult"),
    ],
)
def test_each_part_is_asked_of_some_and_seen_at_its_level(
    code: str, level: Level, asked_of: str
) -> None:
    part = PARTS[code]

    assert (part.level, part.asked_of) == (level, frozenset(asked_of.split()))
    for member in ("adult", "child", "unborn"):
        asked = rules.is_asked(part, member=member, loss="")
        assert bool(asked) == (member in asked_of.split())


def test_the_table_of_parts_is_whole() -> None:
    assert len(PARTS) == 13
    assert all(set(part.needed) <= set(part.labels) for part in PARTS.values())
    assert all(part.why for part in (*rules.PERSON_PARTS, *rules.FAMILY_PARTS))


@pytest.mark.requirement("S17")
@pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))
@pytest.mark.parametrize("loss", ["died", "pregnancy_ended"])
def test_nothing_is_asked_about_whoever_died(part: Part, loss: str) -> None:
    for member in ("adult", "child", "unborn"):
        decision = rules.is_asked(part, member=member, loss=loss)
        assert not decision
        assert decision.reason == "Nothing more is asked about this person."


@pytest.mark.requirement("S15")
def test_what_is_asked_alone_is_on_no_list_of_parts() -> None:
    assert rules.ALONE not in (*rules.PERSON_PARTS, *rules.FAMILY_PARTS)


@pytest.mark.parametrize(
    ("answers", "finished", "state"),
    [
        (None, False, State.NOT_STARTED),
        ({}, False, State.NOT_STARTED),
        ({"languages": "", "ways": []}, False, State.NOT_STARTED),
        ({"languages": "Igbo", "ways": []}, False, State.SOME_ANSWERS),
        ({"ways_words": "A ramp"}, False, State.SOME_ANSWERS),
        ({"languages": "Igbo", "interpreter": "no"}, False, State.SOME_ANSWERS),
        ({"languages": "Igbo", "interpreter": "no", "ways": ["none"]}, False, State.DONE),
        ({"languages": "x", "interpreter": "rather_not", "ways": ["bsl"]}, False, State.DONE),
        ({}, True, State.DONE),
        ({"languages": "Igbo"}, True, State.DONE),
    ],
)
def test_a_part_is_done_when_it_is_answered_or_called_finished(
    answers: dict[str, Any] | None, finished: bool, state: State
) -> None:
    assert rules.state_of(rules.LANGUAGE, answers, finished=finished) is state


@pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))
@pytest.mark.parametrize("level", list(Level))
def test_who_sees_a_part_may_write_it_and_nobody_else(part: Part, level: Level) -> None:
    assert bool(rules.may_answer(part, level=level)) == (level >= part.level)


@pytest.mark.parametrize(
    ("told_on", "may"),
    [(None, True), (date(2026, 1, 1), True), (date(2026, 1, 2), True), (date(2026, 1, 3), False)],
)
def test_something_was_said_today_or_before(told_on: date | None, may: bool) -> None:
    assert bool(rules.may_have_been_told(told_on, today=date(2026, 1, 2))) == may


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("ways", ["easy_read", "bsl"], "Easy words and pictures, British Sign Language"),
        ("interpreter", "rather_not", "Would rather not say"),
        ("languages", "سورانی", "سورانی"),
        ("languages", "", ""),
        ("ways", [], ""),
    ],
)
def test_answers_are_shown_in_words(name: str, value: Any, words: str) -> None:
    assert rules.in_words(rules.LANGUAGE, name, value) == words


@pytest.mark.requirement("S17")
@pytest.mark.parametrize(
    ("part", "loss", "earlier", "on", "reason"),
    [
        ("adult", "died", "", DAY, ""),
        ("child", "died", "", None, ""),
        ("unborn", "pregnancy_ended", "", DAY, ""),
        ("unborn", "died", "", DAY, ""),
        ("adult", "pregnancy_ended", "", None, "Only an unborn"),
        ("child", "pregnancy_ended", "", None, "Only an unborn"),
        ("adult", "", "", None, "Choose what happened"),
        ("adult", "left", "", None, "Choose what happened"),
        ("adult", "died", "died", DAY, "This is recorded"),
        ("adult", "died", "", DUE, "Enter the day"),
    ],
)
def test_a_loss_fits_who_it_is_of(
    part: str, loss: str, earlier: str, on: PartialDate | None, reason: str
) -> None:
    decision = families.may_be_lost(part=part, loss=loss, earlier=earlier, on=on)

    assert bool(decision) == (not reason)
    assert decision.reason.startswith(reason)


@pytest.mark.requirement("2.20")
@pytest.mark.parametrize(
    ("part", "loss", "born", "reason"),
    [
        ("unborn", "", DAY, ""),
        ("unborn", "", PartialDate(date(2026, 3, 1), Accuracy.MONTH), ""),
        ("unborn", "", None, "Enter the day"),
        ("unborn", "", DUE, "Enter the day"),
        ("unborn", "pregnancy_ended", DAY, "This child is not"),
        ("child", "", DAY, "This child is not"),
        ("adult", "", DAY, "This child is not"),
    ],
)
def test_only_a_child_who_is_awaited_is_born(
    part: str, loss: str, born: PartialDate | None, reason: str
) -> None:
    decision = families.may_have_been_born(part=part, loss=loss, born=born)

    assert bool(decision) == (not reason)
    assert decision.reason.startswith(reason)


@pytest.mark.parametrize(("length", "may"), [(0, True), (40_000, True), (40_001, False)])
def test_only_so_much_is_kept_unsent(length: int, may: bool) -> None:
    assert bool(rules.may_keep_unsent(length=length)) == may


@pytest.mark.requirement("S4")
@pytest.mark.parametrize(
    ("part", "level", "with_team", "recorded", "expected"),
    [
        (rules.NEEDS, Level.RECORD, False, False, True),
        (rules.NEEDS, Level.PLAN, False, True, False),
        (rules.NEEDS, Level.PLAN, True, False, True),
        (rules.NEEDS, Level.SUMMARY, True, True, False),
        (rules.SAID, Level.RECORD, False, False, False),
        (rules.SAID, Level.SUMMARY, False, True, True),
        (rules.SAID, Level.SIGNPOST, False, True, False),
        (rules.TOLD, Level.RECORD, False, False, True),
        (rules.TOLD, Level.PLAN, False, False, False),
        (rules.TOLD, Level.PLAN, True, False, True),
        (rules.TOLD, Level.SUMMARY, True, False, False),
        (rules.TOLD, Level.SUMMARY, False, True, True),
        (rules.STORY, Level.PLAN, False, False, True),
        (rules.ALONE, Level.PLAN, True, True, False),
    ],
)
def test_what_is_somebodys_own_is_theirs_and_the_leads_until_they_share_it(
    part: rules.Part, level: Level, with_team: bool, recorded: bool, expected: bool
) -> None:
    assert rules.knows(part, level=level, with_team=with_team, recorded=recorded) is expected


@pytest.mark.requirement("S4")
@pytest.mark.parametrize(
    ("part", "said", "shared", "begins"),
    [
        (rules.NEEDS, {}, {"team", "adults", "family"}, ""),
        (rules.NEEDS, {}, {"neighbours"}, "Choose who may"),
        (rules.LANGUAGE, {}, {"team"}, "Choose who may"),
        (rules.LANGUAGE, {}, set(), ""),
        (rules.SAID, {"words": "No"}, {"team"}, "What a child said"),
        (rules.TOLD, {}, {"team"}, "Share it when"),
        (rules.TOLD, {"may": "nothing", "told": "All"}, {"adults"}, "Share it when"),
        (rules.TOLD, {"may": "some", "told": " "}, {"family"}, "Write down what"),
        (rules.TOLD, {"may": "some", "told": "School"}, {"family"}, ""),
    ],
)
def test_a_childs_words_are_shared_only_as_the_child_lets_them_be(
    part: rules.Part, said: dict[str, str], shared: set[str], begins: str
) -> None:
    decision = rules.may_be_known(part, said, shared)

    assert bool(decision) is not bool(begins)
    assert decision.reason.startswith(begins)


def test_who_leads_and_who_asked_a_child_change_who_may_know() -> None:
    assert rules.may_let_know(rules.NEEDS, level=Level.RECORD, recorded=False)
    assert not rules.may_let_know(rules.NEEDS, level=Level.PLAN, recorded=True)
    assert rules.may_let_know(rules.TOLD, level=Level.SUMMARY, recorded=True)
    assert not rules.may_let_know(rules.TOLD, level=Level.PLAN, recorded=False)
