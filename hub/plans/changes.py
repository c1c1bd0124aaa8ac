"""Writes of plans. Each locks the open plan before it reads anything in it, so that writers of one
plan take turns and nothing is added while it closes."""

from datetime import date, datetime
from typing import TypeVar

from django.db import IntegrityError, transaction

from hub.access.changes import take_lead
from hub.access.queries import Leading
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.clock import day_of
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from hub.plans import queries, rules
from hub.plans.models import Action, Closure, Goal, Plan
from hub.plans.rules import Owner

register("plan.opened", "opened a plan")
register("goal.added", "added a goal to the plan")
register("goal.changed", "changed a goal")
register("action.added", "added an action to the plan")
register("action.changed", "changed an action")
register("action.done", "marked an action as done")
register("action.not_done", "marked an action as not done after all")
register("plan.closed", "closed the plan")


NO_WORDS = "Enter what the family wants to change."
NO_STEP = "Enter what will be done."
NOT_OPENED = (
    "The plan was not opened. Somebody may have been quicker. Look at the family's page again, or "
    "ring the hub before you try once more."
)
M = TypeVar("M", Plan, Goal, Action)


class PlanExists(NotAllowed):
    """There is a plan already, or somebody else leads. `lead` is who, as far as a signpost tells
    (S18); None when nobody does."""

    def __init__(self, reason: str, lead: Leading | None) -> None:
        super().__init__(reason)
        self.lead = lead


@change("plan.opened")
def open_plan(file: FamilyFile, *, now: datetime) -> Plan:
    """Open this family's plan; where nobody leads, the actor starts to (2.6, S20).

    Raises PlanExists when there is one or somebody else leads, also when they were a moment
    quicker: the database keeps both to one. Raises NotAllowed for who does not work with them.
    From whom the family keeps where it is, they do not begin to lead, whether somebody leads or
    not: asking is no way to learn which (S18).
    """
    asked = _may_open(file)
    if asked.lead is None and file.family in file.held_back:
        raise PlanExists(NOT_OPENED, None)
    plan = Plan(family_id=file.family, opened_by_id=file.actor.id, opened_at=now)
    try:
        with transaction.atomic():
            if asked.lead is None:
                take_lead(file, now=now)
            plan.save(force_insert=True)
    except (IntegrityError, NotAllowed):
        # Somebody was quicker. What they saved can be read now, so the rule finds the words.
        asked = _may_open(file)
        raise PlanExists(NOT_OPENED, asked.lead) from None
    return plan


@change("goal.added")
def add_goal(file: FamilyFile, *, words: str, now: datetime) -> Goal:
    """Add a goal, in the family's words, to the open plan. Raises NotAllowed."""
    plan = _plan(file)
    rules.may_write(level=file.level, plan_is_open=_is_open(plan)).or_raise()
    if plan is None:
        raise NotInYourFiles
    goal = Goal(
        family_id=file.family,
        plan=plan,
        words=_said(words, NO_WORDS),
        added_by_id=file.actor.id,
        added_at=now,
    )
    goal.save(force_insert=True)
    return goal


@change("goal.changed")
def edit_goal(file: FamilyFile, pk: int, *, words: str, version: int, now: datetime) -> Goal:
    """Put a goal better. Raises NotAllowed; Conflict when somebody else changed it meanwhile."""
    plan = _plan(file)
    goal = queries.goal_in(file, pk)
    rules.may_write(level=file.level, plan_is_open=_is_open(plan, goal.plan_id)).or_raise()
    words = _said(words, NO_WORDS)
    stands, wanted = {"Goal": goal.words}, {"Goal": words}
    refuse_if_changed(stands=stands, wanted=wanted, version=goal.version, edited=version)
    goal.words = words
    return _saved(goal, "words")


@change("action.added")
def add_action(
    file: FamilyFile,
    *,
    goal: int,
    step: str,
    due_on: date,
    owner_practitioner: int | None = None,
    owner_member: int | None = None,
    now: datetime,
) -> Action:
    """Add a concrete step to a goal, with exactly one owner and a date (2.143, 2.173).

    Takes the goal's id. Raises NotAllowed, and NotInYourFiles when the goal is not in this file.
    """
    plan = _plan(file)
    found = queries.goal_in(file, goal)
    rules.may_write(level=file.level, plan_is_open=_is_open(plan, found.plan_id)).or_raise()
    owner = Owner(owner_practitioner, owner_member)
    rules.may_own(owner=owner, involved=[p.owner for p in queries.owners_in(file)]).or_raise()
    rules.may_be_due(due_on=due_on, today=day_of(now)).or_raise()
    action = Action(
        family_id=file.family,
        goal=found,
        step=_said(step, NO_STEP),
        owner_practitioner_id=owner_practitioner,
        owner_member_id=owner_member,
        due_on=due_on,
        added_by_id=file.actor.id,
        added_at=now,
    )
    action.save(force_insert=True)
    return action


@change("action.changed")
def edit_action(
    file: FamilyFile,
    pk: int,
    *,
    step: str,
    due_on: date,
    owner_practitioner: int | None = None,
    owner_member: int | None = None,
    version: int,
    now: datetime,
) -> Action:
    """Change an action's step, owner or date. Raises NotAllowed; Conflict when somebody else
    changed it meanwhile, with both texts."""
    plan, action = _plan(file), queries.action_in(file, pk)
    rules.may_edit_action(
        level=file.level,
        plan_is_open=_is_open(plan, action.goal.plan_id),
        is_done=action.done_at is not None,
    ).or_raise()
    owner, involved = Owner(owner_practitioner, owner_member), queries.owners_in(file)
    names = {possible.owner: possible.name for possible in involved}
    before, owned_by = action.owner, action.owner_name
    step = _said(step, NO_STEP)
    refuse_if_changed(
        stands=_texts(action.step, owned_by, action.due_on),
        wanted=_texts(step, names.get(owner, owned_by), due_on),
        version=action.version,
        edited=version,
    )
    rules.may_own(owner=owner, involved=names, before=before).or_raise()
    rules.may_be_due(due_on=due_on, today=day_of(now), before=action.due_on).or_raise()
    action.step, action.due_on = step, due_on
    action.owner_practitioner_id, action.owner_member_id = owner_practitioner, owner_member
    return _saved(action, "step", "due_on", "owner_practitioner", "owner_member")


@change("action.done")
def mark_done(file: FamilyFile, pk: int, *, version: int, now: datetime) -> Action:
    """Mark an action as done. Raises NotAllowed; Conflict when it was changed since it was read."""
    plan, action = _plan(file), queries.action_in(file, pk)
    rules.may_mark_done(**_standing(file, plan, action)).or_raise()
    stands = _stands(action)
    wanted = stands | {"State": "Done"}
    refuse_if_changed(stands=stands, wanted=wanted, version=action.version, edited=version)
    action.done_at, action.done_by_id = now, file.actor.id
    return _saved(action, "done_at", "done_by")


@change("action.not_done")
def mark_not_done(file: FamilyFile, pk: int, *, version: int, now: datetime) -> Action:
    """Take back that an action is done. Raises NotAllowed and Conflict as `mark_done` does."""
    plan, action = _plan(file), queries.action_in(file, pk)
    rules.may_undo(**_standing(file, plan, action)).or_raise()
    stands = _stands(action)
    wanted = stands | {"State": "Not done"}
    refuse_if_changed(stands=stands, wanted=wanted, version=action.version, edited=version)
    action.done_at, action.done_by_id = None, None
    return _saved(action, "done_at", "done_by")


@change("plan.closed")
def close_plan(
    file: FamilyFile,
    *,
    reason: str,
    note: str,
    continues: str = "",
    protection_concern: bool,
    referral: str = "",
    now: datetime,
) -> Closure:
    """Close the open plan, saying why, what goes on, and whether there are child protection
    concerns, with the referral made by telephone or paper (2.90, 2.91, 2.149, S32). Raises
    NotAllowed."""
    plan = _plan(file)
    rules.may_close(
        leads=queries.leads(file),
        plan_is_open=_is_open(plan),
        reason_is_known=reason in Closure.Reason.values,
        note=note,
        protection_concern=protection_concern,
        referral=referral,
    ).or_raise()
    if plan is None:
        raise NotInYourFiles
    plan.closed_at = now
    _saved(plan, "closed_at")
    closure = Closure(
        family_id=file.family,
        plan=plan,
        reason=reason,
        note=note.strip(),
        continues=continues.strip(),
        protection_concern=protection_concern,
        referral=referral.strip() if protection_concern else "",
        closed_by_id=file.actor.id,
        closed_at=now,
    )
    closure.save(force_insert=True)
    return closure


def _may_open(file: FamilyFile) -> queries.Opening:
    """What stands when the actor may open a plan. Raises PlanExists, or NotAllowed when it is the
    actor who may not."""
    opening = queries.opening_in(file)
    if opening.taken:
        raise PlanExists(opening.decision.reason, opening.lead)
    opening.decision.or_raise()
    return opening


def _plan(file: FamilyFile) -> Plan | None:
    """The open plan, locked until the transaction ends; None when there is none."""
    plans = Plan.objects.select_for_update(no_key=True)
    return plans.filter(family=file.family, closed_at=None).first()


def _is_open(plan: Plan | None, holds: int | None = None) -> bool:
    """Whether there is an open plan and, where a plan's id is given, it is that one."""
    return plan is not None and holds in (None, plan.pk)


def _standing(file: FamilyFile, plan: Plan | None, action: Action) -> dict[str, bool]:
    return {
        "owns": action.owner_practitioner_id == file.actor.id,
        "leads": queries.leads(file),
        "plan_is_open": _is_open(plan, action.goal.plan_id),
        "is_done": action.done_at is not None,
    }


def _said(typed: str, missing: str) -> str:
    if not typed.strip():
        raise NotAllowed(missing)
    return typed.strip()


def _texts(step: str, owner: str, due_on: date) -> dict[str, object]:
    due = f"{due_on.day} {due_on:%B %Y}"
    return {"What will be done": step, "Who will do it": owner, "Do it by": due}


def _stands(action: Action) -> dict[str, object]:
    texts = _texts(action.step, action.owner_name, action.due_on)
    return texts | {"State": "Done" if action.done_at else "Not done"}


def _saved(row: M, *names: str) -> M:
    row.version += 1
    row.save(update_fields=[*names, "version"])
    return row
