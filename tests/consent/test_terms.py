"""What a yes can be limited to, and whether it was explained: the rules, case by case."""

from datetime import date, timedelta

import pytest

from hub.consent import terms
from hub.consent.terms import Explained, Terms

TODAY = date(2026, 3, 4)


@pytest.mark.requirement("2.82", "3.14")
@pytest.mark.parametrize(
    ("limits", "sharing", "reason"),
    [
        (Terms(), True, ""),
        (Terms(), False, ""),
        (Terms(reach=1, until_on=TODAY), True, ""),
        (Terms(reach=2, until_on=TODAY + timedelta(days=731)), True, ""),
        (Terms(reach=1), False, "Only a yes to sharing"),
        (Terms(until_on=TODAY), False, "Only a yes to sharing"),
        (Terms(reach=0), True, "Choose what reaches"),
        (Terms(reach=4), True, "Choose what reaches"),
        (Terms(until_on=TODAY - timedelta(days=1)), True, "The last day must be today"),
        (Terms(until_on=TODAY + timedelta(days=732)), True, "Choose a last day within two"),
    ],
)
def test_a_yes_to_sharing_can_be_for_a_part_and_for_a_time(
    limits: Terms, sharing: bool, reason: str
) -> None:
    decision = terms.may_be_limited(limits, sharing=sharing, today=TODAY)
    assert bool(decision) is (reason == "")
    assert decision.reason.startswith(reason)


@pytest.mark.requirement("S16", "2.68")
@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Explained(), ""),
        (Explained("en", "self", "", True), ""),
        (Explained("en", "practitioner", "", True), ""),
        (Explained("so", "practitioner", "", True), ""),
        (Explained("so", "interpreter", "Asha Noor", True), ""),
        (Explained("so", "chosen", "An aunt", True), ""),
        (Explained("so", "interpreter", "  ", True), "Enter the name"),
        (Explained("so", "self", "", True), "The words are in English"),
        (Explained("so"), "The words are in English"),
        (Explained("so", "chosen", "dylan", True), "A child never"),
        (Explained("so", "colleague", "Dylan Yusuf", True), "A child never"),
        (Explained("so", "chosen", "OMAR YUSUF ", True), "Their partner never"),
        (Explained("en", "practitioner", "", False), "Explain it until"),
    ],
)
def test_nobody_says_yes_to_words_that_did_not_reach_them(said: Explained, reason: str) -> None:
    decision = terms.was_explained(
        said,
        wording_language="en",
        children=["Dylan", "Dylan Yusuf"],
        partners=["Omar", "Omar Yusuf"],
    )
    assert bool(decision) is (reason == "")
    assert decision.reason.startswith(reason)


@pytest.mark.requirement("2.74")
@pytest.mark.parametrize(
    ("in_force", "sharing", "differs", "reason"),
    [
        (True, True, True, ""),
        (False, True, True, "This agreement had already ended"),
        (True, False, True, "Only what an agency gets"),
        (True, True, False, "This is what the agency gets already"),
    ],
)
def test_a_yes_is_changed_by_another_that_says_something_else(
    in_force: bool, sharing: bool, differs: bool, reason: str
) -> None:
    decision = terms.may_change(in_force=in_force, sharing=sharing, differs=differs)
    assert bool(decision) is (reason == "")
    assert decision.reason.startswith(reason)


def test_the_last_day_is_a_whole_london_day() -> None:
    winter, summer = terms.end_of(date(2026, 1, 10)), terms.end_of(date(2026, 7, 10))
    assert winter is not None
    assert summer is not None
    assert winter.isoformat() == "2026-01-11T00:00:00+00:00"
    assert summer.isoformat() == "2026-07-11T00:00:00+01:00"
