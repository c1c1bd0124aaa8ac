"""Who may do what with a plan, and what a good action is. Facts in, a reasoned yes or no out.

open     whoever leads; or who works with the family while nobody leads, and then starts it;
         once somebody in the family said yes to being worked with (2.60)
write    the lead and the team, while the plan is open
done     the action's owner, or the lead
close    the lead, with a reason in writing; a child protection concern needs its referral
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

LONGEST_WAIT = timedelta(days=730)

NO_SERVICE = (
    "Ask the family first whether they want you to work with them, and record their yes under "
    "“What the family agreed to”."
)
NOT_OPEN = "The plan is not open. Nothing in it can be changed."
FOR_THE_TEAM = "The plan is for the lead professional and the team around the family."


@dataclass(frozen=True)
class Owner:
    """Who does an action: a practitioner or a member of the family, by id, and never both."""

    practitioner: int | None = None
    member: int | None = None


def may_open_plan(
    *,
    leads: bool,
    works: bool,
    led_by: str,
    plan_is_open: bool,
    agreed: bool = True,
    elsewhere: tuple[str, str] = ("", ""),
) -> Decision:
    """Whether somebody may open a plan (2.6, 2.60, 2.181, S20).

    Takes whether they lead, whether it is recorded that they work with the family, who else leads
    ("" when nobody does), whether a plan is open, whether the family agreed to the service, and
    the other borough that the family lives in with how its Family Information Service is reached.
    """
    if plan_is_open:
        return no("This family already has a plan. A family has one plan at a time.")
    if led_by and not leads:
        return no(f"{led_by} leads for this family. Contact them before you start a plan.")
    if not (leads or works):
        return no("Record that you work with this family before you start a plan.")
    if elsewhere[0]:
        return no(
            f"This family lives in {elsewhere[0]}, so its plan is made there. Contact "
            f"{elsewhere[1]}. You can advise the family here, and write down what you advised."
        )
    if not agreed:
        return no(NO_SERVICE)
    return YES


def may_write(*, level: Level, plan_is_open: bool) -> Decision:
    """Whether somebody may add to or change the plan: the lead or the team, while it is open."""
    if level < Level.PLAN:
        return no(FOR_THE_TEAM)
    return YES if plan_is_open else no(NOT_OPEN)


def may_edit_action(*, level: Level, plan_is_open: bool, is_done: bool) -> Decision:
    """Whether somebody may change an action. What was done is not rewritten."""
    if is_done:
        return no("This action is marked as done. Mark it as not done before you change it.")
    return may_write(level=level, plan_is_open=plan_is_open)


def may_mark_done(*, owns: bool, leads: bool, plan_is_open: bool, is_done: bool) -> Decision:
    """Whether somebody may say that an action is done: its owner or the lead (2.119)."""
    if not plan_is_open:
        return no(NOT_OPEN)
    if not (owns or leads):
        return no("Only the person who agreed to do this, or the lead professional, can say so.")
    return no("This action is already marked as done.") if is_done else YES


def may_undo(*, owns: bool, leads: bool, plan_is_open: bool, is_done: bool) -> Decision:
    """Whether somebody may say that an action is not done after all."""
    if plan_is_open and not is_done:
        return no("This action is not marked as done.")
    return may_mark_done(owns=owns, leads=leads, plan_is_open=plan_is_open, is_done=False)


def may_close(
    *,
    leads: bool,
    plan_is_open: bool,
    reason_is_known: bool,
    note: str,
    protection_concern: bool,
    referral: str,
) -> Decision:
    """Whether somebody may close the plan so (2.90, 2.91, S32)."""
    if not plan_is_open:
        return no("This plan is already closed.")
    if not leads:
        return no("Only the lead professional closes the plan.")
    if not reason_is_known:
        return no("Choose why the plan is closing.")
    if not note.strip():
        return no("Enter why the plan is closing.")
    if protection_concern and not referral.strip():
        return no("Enter how and when the referral to the access team was made.")
    return YES


def may_own(*, owner: Owner, involved: Collection[Owner], before: Owner | None = None) -> Decision:
    """Whether this is somebody who can own an action: exactly one person, from the family or from
    the people who see its plan (2.119, 2.143). `before` is who owns it now and may go on."""
    if (owner.practitioner is None) == (owner.member is None):
        return no("Choose one person to do this.")
    if owner in involved or owner == before:
        return YES
    return no("Choose somebody in the family, the lead professional or somebody in the team.")


def may_be_due(*, due_on: date, today: date, before: date | None = None) -> Decision:
    """Whether an action can be due that day. `before` is the day it was due, which may stay."""
    if due_on == before:
        return YES
    if due_on < today:
        return no("The date to do this by must be today or in the future.")
    if due_on > today + LONGEST_WAIT:
        return no("The date to do this by must be within 2 years.")
    return YES


def is_overdue(*, due_on: date, done_on: date | None, today: date) -> bool:
    """Whether an action should have been done before today and was not."""
    return done_on is None and due_on < today
