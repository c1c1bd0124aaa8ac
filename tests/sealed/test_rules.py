"""Who may seal, name, open, hand over and end, as tables."""

from typing import Any

import pytest

from hub.kernel.files import Level
from hub.sealed import rules
from hub.sealed.rules import Somebody

ONE, TWO, OFFICER = Somebody(1), Somebody(2), 9


@pytest.mark.requirement("S7")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"level": Level.PLAN}, "Whoever leads"),
        ({"ground": "curiosity"}, "Choose what"),
        ({"because": " "}, "Write down why"),
        ({"same_as_before": True}, "has to differ"),
        ({"same_as_before": True, "ground": "protected"}, ""),
    ],
)
def test_who_may_seal(change: dict[str, Any], reason: str) -> None:
    usual: dict[str, Any] = {
        "level": Level.RECORD,
        "ground": "adoption",
        "because": "Adopted",
        "same_as_before": False,
    }
    decision = rules.may_seal(**usual | change)
    assert (bool(decision), reason in decision.reason) == (reason == "", True)


@pytest.mark.requirement("S7")
@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (ONE, TWO, ""),
        (ONE, ONE, "two different"),
        (ONE, None, "Nobody who works here"),
        (Somebody(1, works=False), TWO, "Nobody who works here"),
        (ONE, Somebody(OFFICER), "neither of the two"),
        (ONE, Somebody(2, administrator=True), "administrator"),
    ],
)
def test_who_may_be_named(first: Any, second: Any, reason: str) -> None:
    decision = rules.may_name(first, second, officer=OFFICER)
    assert (bool(decision), reason in decision.reason) == (reason == "", True)


@pytest.mark.requirement("S7")
def test_one_asks_and_the_other_says_yes() -> None:
    assert rules.may_say_yes(asked_by=1, me=2)
    assert "other one" in rules.may_say_yes(asked_by=1, me=1).reason
    assert "Nobody has asked" in rules.may_say_yes(asked_by=None, me=1).reason
    both = frozenset({1, 2})
    assert rules.may_hand_over(Somebody(3), keepers=both, ended=False)
    assert "already" in rules.may_hand_over(TWO, keepers=both, ended=False).reason
    assert "no more" in rules.may_hand_over(Somebody(3), keepers=both, ended=True).reason
    assert "why you open" in rules.may_open(because=" ", ended=False).reason
    assert "no more" in rules.may_open(because="A claim", ended=True).reason
