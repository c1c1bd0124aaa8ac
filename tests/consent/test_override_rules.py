"""What may be shared without agreement, by whom, with whom and how long, as tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from hub.consent import override_rules as rules
from hub.kernel.files import Level

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)  # a Friday
HOUR = timedelta(hours=1)
ME, OTHER = 1, 2


def second(*roles: str, account: int = OTHER) -> rules.Second:
    return rules.Second(account, frozenset(roles))


LEAD_FOR_SAFETY = second("safeguarding_lead")
MANAGER, COORDINATOR = second("leadership_manager"), second("coordinator")
ASKED = rules.Asked(
    level=Level.RECORD,
    ground="harm",
    because="A threat",
    advice="The access team: share it",
    account=ME,
    second=COORDINATOR,
    told_family=True,
    why_not_told="",
    one_item=False,
    kept_from_them=False,
    now=NOW,
    until_at=NOW + timedelta(days=28),
)
IN_4_HOURS: dict[str, Any] = {"until_at": NOW + 4 * HOUR}


@pytest.mark.requirement("S14", "2.75", "2.61", "2.62")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"level": Level.PLAN}, "lead professional"),
        ({"ground": "curiosity"}, "ground"),
        ({"because": "  "}, "why"),
        ({"advice": " "}, "advice"),
        ({"ground": "complete_service", "second": None}, "second person"),
        ({"ground": "complete_service"}, "manager"),
        ({"ground": "complete_service", "second": MANAGER}, ""),
        ({"ground": "complete_service", "second": LEAD_FOR_SAFETY}, ""),
        ({"ground": "legal_duty", "second": None}, "second person"),
        ({"ground": "legal_duty", "second": None, **IN_4_HOURS}, "second person"),
        ({"ground": "legal_duty"}, ""),
        ({"second": None}, "4 hours"),
        ({"second": None, **IN_4_HOURS}, ""),
        ({"second": None, "until_at": NOW + 4 * HOUR + timedelta(seconds=1)}, "4 hours"),
        ({"second": second("coordinator", account=ME)}, "somebody else"),
        ({"second": second()}, "safeguarding lead"),
        ({"second": second("panel_chair")}, "safeguarding lead"),
        ({"second": second("data_protection_officer")}, "safeguarding lead"),
        ({"second": second("coordinator", "administrator")}, "safeguarding lead"),
        ({"one_item": True}, ""),
        ({"one_item": True, "ground": "legal_duty"}, "serious harm"),
        ({"one_item": True, "ground": "complete_service", "second": MANAGER}, "serious harm"),
        ({"one_item": True, "kept_from_them": True}, "that very person"),
        ({"told_family": False}, "not told"),
        ({"told_family": False, "why_not_told": "He reads her post"}, ""),
        ({"until_at": NOW + timedelta(days=28, seconds=1)}, "28 days"),
        ({"until_at": NOW + HOUR - timedelta(seconds=1)}, "an hour"),
        ({"until_at": NOW + HOUR}, ""),
    ],
)
def test_what_may_be_shared_without_agreement(change: dict[str, object], reason: str) -> None:
    decision = rules.may_override(replace(ASKED, **change))  # type: ignore[arg-type]

    assert bool(decision) == (reason == "")
    assert reason in decision.reason


@pytest.mark.requirement("S14", "2.75")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, ""),
        ({"level": Level.NOTHING, "advice": ""}, ""),
        ({"ground": "legal_duty"}, "emergency"),
        ({"ground": "complete_service", "second": MANAGER}, "emergency"),
        ({"because": " "}, "why"),
        ({"until_at": NOW + 12 * HOUR + timedelta(seconds=1)}, "12 hours"),
        ({"until_at": NOW}, "an hour"),
        ({"second": None}, "4 hours"),
        ({"second": None, **IN_4_HOURS}, ""),
        ({"second": second("coordinator", account=ME)}, "somebody else"),
        ({"told_family": False}, "not told"),
    ],
)
def test_what_an_emergency_look_needs(change: dict[str, object], reason: str) -> None:
    usual = replace(ASKED, until_at=NOW + 12 * HOUR)

    decision = rules.may_look(replace(usual, **change))  # type: ignore[arg-type]

    assert bool(decision) == (reason == "")
    assert reason in decision.reason


STATE = rules.State(decided_by=ME, seconded_by=None, reviewed=False, told_family=True, runs=True)


@pytest.mark.requirement("S14")
@pytest.mark.parametrize(
    ("who", "change", "reason"),
    [
        (COORDINATOR, {}, ""),
        (second("coordinator", account=ME), {}, "somebody else"),
        (second(), {}, "safeguarding lead"),
        (COORDINATOR, {"seconded_by": 3}, "agreed already"),
        (COORDINATOR, {"runs": False}, "ended"),
    ],
)
def test_who_may_agree_afterwards(who: rules.Second, change: dict[str, Any], reason: str) -> None:
    decision = rules.may_agree(who, replace(STATE, **change), ground="harm")

    assert bool(decision) == (reason == "")
    assert reason in decision.reason


def test_what_has_ended_cannot_be_ended_again() -> None:
    assert rules.may_end(STATE)
    assert "ended already" in rules.may_end(replace(STATE, runs=False)).reason


@pytest.mark.requirement("S14")
@pytest.mark.parametrize(
    ("given", "change", "reason"),
    [
        ({}, {}, ""),
        ({"roles": ["data_protection_officer"]}, {}, ""),
        ({"roles": ["coordinator"]}, {}, "safeguarding lead"),
        ({"roles": []}, {}, "safeguarding lead"),
        ({"roles": ["safeguarding_lead", "administrator"]}, {}, "safeguarding lead"),
        ({"account": ME}, {}, "took part"),
        ({}, {"seconded_by": OTHER}, "took part"),
        ({}, {"reviewed": True}, "reviewed already"),
        ({"outcome": ""}, {}, "what the review found"),
        ({"words": " "}, {}, "rests on"),
        ({}, {"told_family": False}, "still unsafe"),
        ({"hiding": "tell"}, {"told_family": False}, ""),
        ({}, {"runs": False}, ""),
    ],
)
def test_who_may_review_and_with_what(
    given: dict[str, Any], change: dict[str, Any], reason: str
) -> None:
    usual: dict[str, Any] = {
        "account": OTHER,
        "roles": ["safeguarding_lead"],
        "outcome": "right",
        "words": "The child was in danger that evening",
        "hiding": "",
    }

    decision = rules.may_review(**(usual | given), state=replace(STATE, **change))

    assert bool(decision) == (reason == "")
    assert reason in decision.reason


def test_a_review_is_due_after_two_working_days_of_london() -> None:
    assert rules.review_due(NOW) == date(2026, 11, 24)
    late_in_summer = datetime(2026, 6, 11, 23, 30, tzinfo=UTC)  # already Friday in London
    assert rules.review_due(late_in_summer) == date(2026, 6, 16)
