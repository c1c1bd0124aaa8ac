"""Who writes advice down, what it has to say, and when a decision is whole."""

from datetime import date, timedelta

import pytest

from hub.intake.sought import rules
from hub.kernel.files import Level

pytestmark = pytest.mark.requirement("2.93")
TODAY = date(2026, 11, 22)
WHOLE = {"whom": "Duty worker", "asked": "Is it a worry?", "advised": "Ask the school"}


@pytest.mark.parametrize(
    ("level", "may"),
    [
        (Level.NOTHING, False),
        (Level.SIGNPOST, False),
        (Level.SUMMARY, True),
        (Level.PLAN, True),
        (Level.RECORD, True),
    ],
)
def test_who_sees_who_is_in_the_family_may_write_into_its_file(level: Level, may: bool) -> None:
    answer = rules.may_write(level=level)

    assert bool(answer) is may
    assert may or "without a family" in answer.reason


@pytest.mark.parametrize(
    ("asked_on", "more", "reason"),
    [
        (TODAY, {}, ""),
        (TODAY - timedelta(days=900), {}, ""),
        (None, {}, "Enter the day"),
        (TODAY + timedelta(days=1), {}, "The day you asked must be today"),
        (TODAY, {"whom": " "}, "Enter who advised"),
        (TODAY, {"asked": "\n"}, "Enter what you asked"),
        (TODAY, {"advised": ""}, "Enter what you asked and what you were advised"),
    ],
)
def test_advice_says_when_of_whom_and_what(
    asked_on: date | None, more: dict[str, str], reason: str
) -> None:
    answer = rules.may_have_asked(asked_on, **WHOLE | more, today=TODAY)

    assert bool(answer) == (not reason)
    assert answer.reason.startswith(reason)


@pytest.mark.parametrize(
    ("decided", "because", "reason"),
    [
        ("", "", ""),
        ("To ring", "It is near", ""),
        ("To ring", " ", "Enter why"),
        (" ", "It is near", "Enter what you decided, or leave both empty"),
    ],
)
def test_a_decision_has_its_reason_or_is_still_to_come(
    decided: str, because: str, reason: str
) -> None:
    assert rules.may_give(decided, because).reason.startswith(reason)
    assert bool(rules.may_give(decided, because)) == (not reason)


@pytest.mark.parametrize(
    ("mine", "already", "decided", "reason"),
    [
        (True, False, "To ring", ""),
        (False, False, "To ring", "Whoever asked"),
        (True, True, "To ring", "What you decided is written down already"),
        (True, False, "", "Enter what you decided"),
    ],
)
def test_who_asked_decides_once(mine: bool, already: bool, decided: str, reason: str) -> None:
    answer = rules.may_decide(
        mine=mine, decided_already=already, decided=decided, because="It is near"
    )

    assert answer.reason.startswith(reason)
    assert bool(answer) == (not reason)
