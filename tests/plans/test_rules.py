"""The rules of plans as tables: every answer with its reason's beginning."""

from datetime import date, timedelta

import pytest

from hub.kernel.files import Level
from hub.plans import rules
from hub.plans.rules import Owner

DAY = date(2026, 3, 2)


@pytest.mark.requirement("2.6", "S20")
@pytest.mark.parametrize(
    ("leads", "works", "led_by", "is_open", "begins"),
    [
        (True, False, "", False, ""),
        (True, True, "", False, ""),
        (False, True, "", False, ""),
        (False, False, "", False, "Record that you work"),
        (False, True, "Ben (School)", False, "Ben (School) leads"),
        (False, False, "Ben (School)", False, "Ben (School) leads"),
        (True, True, "", True, "This family already has a plan"),
        (False, True, "Ben (School)", True, "This family already has a plan"),
    ],
)
def test_who_may_open_a_plan(
    leads: bool, works: bool, led_by: str, is_open: bool, begins: str
) -> None:
    decision = rules.may_open_plan(leads=leads, works=works, led_by=led_by, plan_is_open=is_open)

    assert decision.allowed == (begins == "")
    assert decision.reason.startswith(begins)


@pytest.mark.requirement("2.60", "2.98")
def test_nobody_opens_a_plan_before_the_family_wants_to_be_worked_with() -> None:
    asked = {"leads": True, "works": True, "led_by": "", "plan_is_open": False}
    decision = rules.may_open_plan(**asked, agreed=False)  # type: ignore[arg-type]

    assert decision.reason.startswith("Ask the family first")
    assert rules.may_open_plan(**asked, agreed=True)  # type: ignore[arg-type]


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("is_open", [True, False])
def test_the_lead_and_the_team_write_while_the_plan_is_open(level: Level, is_open: bool) -> None:
    decision = rules.may_write(level=level, plan_is_open=is_open)

    assert decision.allowed == (level in (Level.PLAN, Level.RECORD) and is_open)


def test_what_was_done_is_not_rewritten() -> None:
    done = rules.may_edit_action(level=Level.RECORD, plan_is_open=True, is_done=True)
    todo = rules.may_edit_action(level=Level.PLAN, plan_is_open=True, is_done=False)
    seen = rules.may_edit_action(level=Level.SUMMARY, plan_is_open=True, is_done=False)

    assert "not done before you change it" in done.reason
    assert todo.allowed
    assert seen.reason == rules.FOR_THE_TEAM


@pytest.mark.requirement("2.119")
@pytest.mark.parametrize(
    ("owns", "leads", "is_open", "is_done", "done", "undo"),
    [
        (True, False, True, False, "", "This action is not marked"),
        (False, True, True, False, "", "This action is not marked"),
        (True, False, True, True, "This action is already", ""),
        (False, True, True, True, "This action is already", ""),
        (False, False, True, False, "Only the person who agreed", "This action is not marked"),
        (False, False, True, True, "Only the person who agreed", "Only the person who agreed"),
        (True, True, False, False, "The plan is not open", "The plan is not open"),
        (True, True, False, True, "The plan is not open", "The plan is not open"),
    ],
)
def test_who_says_that_an_action_is_done(
    owns: bool, leads: bool, is_open: bool, is_done: bool, done: str, undo: str
) -> None:
    for rule, begins in ((rules.may_mark_done, done), (rules.may_undo, undo)):
        decision = rule(owns=owns, leads=leads, plan_is_open=is_open, is_done=is_done)
        assert decision.allowed == (begins == "")
        assert decision.reason.startswith(begins)


@pytest.mark.requirement("2.90", "2.91", "S32")
@pytest.mark.parametrize(
    ("leads", "is_open", "note", "concern", "referral", "begins"),
    [
        (True, True, "Better", False, "", ""),
        (True, True, "Worse", True, "Rang the access team", ""),
        (True, True, "Worse", True, " ", "Enter how and when the referral"),
        (True, True, " ", False, "", "Enter why"),
        (True, True, "?", False, "", "Choose why"),
        (False, True, "Better", False, "", "Only the lead"),
        (True, False, "Better", False, "", "This plan is already closed"),
    ],
)
def test_closing_needs_the_lead_a_reason_and_the_referral_of_a_concern(
    leads: bool, is_open: bool, note: str, concern: bool, referral: str, begins: str
) -> None:
    decision = rules.may_close(
        leads=leads,
        plan_is_open=is_open,
        reason_is_known=note != "?",
        note=note,
        protection_concern=concern,
        referral=referral,
    )

    assert decision.allowed == (begins == "")
    assert decision.reason.startswith(begins)


@pytest.mark.requirement("2.119", "2.143", "2.174")
@pytest.mark.parametrize(
    ("owner", "before", "allowed"),
    [
        (Owner(practitioner=1), None, True),
        (Owner(member=2), None, True),
        (Owner(practitioner=2), None, False),
        (Owner(member=1), None, False),
        (Owner(practitioner=9), Owner(practitioner=9), True),
        (Owner(), None, False),
        (Owner(1, 2), None, False),
        (Owner(), Owner(), False),
    ],
)
def test_an_action_has_exactly_one_owner_among_the_people_involved(
    owner: Owner, before: Owner | None, allowed: bool
) -> None:
    involved = [Owner(practitioner=1), Owner(member=2)]

    assert rules.may_own(owner=owner, involved=involved, before=before).allowed == allowed


@pytest.mark.requirement("2.143", "2.173")
@pytest.mark.parametrize(
    ("days", "before", "allowed"),
    [
        (0, None, True),
        (1, None, True),
        (-1, None, False),
        (-1, -1, True),
        (-2, -1, False),
        (730, None, True),
        (731, None, False),
    ],
)
def test_an_action_is_due_from_today_on(days: int, before: int | None, allowed: bool) -> None:
    stood = None if before is None else DAY + timedelta(days=before)

    decision = rules.may_be_due(due_on=DAY + timedelta(days=days), today=DAY, before=stood)

    assert decision.allowed == allowed


@pytest.mark.parametrize(
    ("due", "done", "overdue"),
    [(-1, None, True), (0, None, False), (1, None, False), (-1, -2, False), (-1, 0, False)],
)
def test_overdue_is_due_before_today_and_not_done(
    due: int, done: int | None, overdue: bool
) -> None:
    done_on = None if done is None else DAY + timedelta(days=done)

    found = rules.is_overdue(due_on=DAY + timedelta(days=due), done_on=done_on, today=DAY)

    assert found == overdue


@pytest.mark.requirement("2.181")
def test_no_plan_is_started_for_a_family_of_another_borough_and_who_helps_is_told() -> None:
    there = ("Brent", "Brent Family Information Service, 020 7946 0999")
    asked = {"leads": True, "works": True, "led_by": "", "plan_is_open": False}

    decision = rules.may_open_plan(**asked, elsewhere=there)  # type: ignore[arg-type]

    assert not decision
    assert decision.reason.startswith("This family lives in Brent, so its plan is made there.")
    assert "020 7946 0999" in decision.reason
    assert rules.may_open_plan(**asked, elsewhere=("", ""))  # type: ignore[arg-type]
