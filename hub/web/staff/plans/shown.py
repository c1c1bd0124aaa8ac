"""What the plan's pages are drawn from: rows and what the reader may do with each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hub.about import going_on as about
from hub.about.going_on import GoingOn
from hub.access import queries as access
from hub.consent.orders.apart import not_to_take
from hub.families import queries as families
from hub.kernel.conflicts import Conflict
from hub.kernel.files import FamilyFile, Level
from hub.plans import queries, rules
from hub.plans.signing.queries import Signing, signing_of
from hub.ui import words
from hub.web.staff.plans import forms


@dataclass(frozen=True)
class ActionRow:
    """An action, its owner's name and, for who may use them, the form to mark it and a link."""

    id: int
    step: str
    owner: str
    due_on: date
    done_on: date | None
    of_the_family: bool
    may_edit: bool
    mark: forms.Mark | None


@dataclass(frozen=True)
class GoalCard:
    """A goal with its actions."""

    id: int
    words: str
    progress: str
    rows: list[ActionRow]


@dataclass(frozen=True)
class PlanPage:
    """All that the plan page shows."""

    plan: Any
    lead: access.Leading | None
    names: list[str]
    today: date
    sees_inside: bool
    leads: bool
    may_write: bool
    closure: Any = None
    reason: str = ""
    goals: list[GoalCard] = field(default_factory=list)
    overdue: int = 0
    open_actions: int = 0
    nudges: list[str] = field(default_factory=list)
    going_on: GoingOn | None = None
    not_to_take: list[str] = field(default_factory=list)
    signing: Signing | None = None


def plan_page(file: FamilyFile, *, today: date, signs: bool = False) -> PlanPage:
    """The family's plan as this reader sees it, in ten queries at most; with `signs`, who signed
    for the services in it, in three more for who leads."""
    plan, lead = queries.plan_in(file), access.lead_of(file)
    leads = lead is not None and lead.practitioner == file.actor.id
    people = families.members_in(file)
    page: dict[str, Any] = {
        "plan": plan,
        "lead": lead,
        "names": [row.person.full_name for row in people],
        "today": today,
        "sees_inside": file.sees(Level.PLAN),
        "leads": leads,
        "not_to_take": not_to_take(file, people),
    }
    if plan is None or not file.sees(Level.PLAN):
        return PlanPage(**page, may_write=False)
    is_open = plan.closed_at is None
    may_write = file.writes and bool(rules.may_write(level=file.level, plan_is_open=is_open))
    found = queries.goals_in(file, plan)
    actions = [action for goal in found for action in goal.actions]
    closure = None if is_open else queries.closure_of(file, plan)
    return PlanPage(
        **page,
        may_write=may_write,
        closure=closure,
        reason=dict(queries.CLOSING_REASONS).get(closure.reason, "") if closure else "",
        goals=[_card(goal, _row_for(file, leads, is_open)) for goal in found],
        overdue=sum(
            is_open and rules.is_overdue(due_on=a.due_on, done_on=a.done_on, today=today)
            for a in actions
        ),
        open_actions=sum(action.done_at is None for action in actions),
        nudges=_nudges(actions) if may_write else [],
        going_on=about.going_on_in(file),
        signing=signing_of(file, plan, found) if signs else None,
    )


def conflict(file: FamilyFile, row: Any, told: Conflict) -> dict[str, Any]:
    """What the conflict component shows: who saved last, when, and both texts."""
    last = families.last_change(row)
    return {
        "who": last.name if last else "Somebody else",
        "when": last.at if last else file.opened_at,
        "differences": [
            {"label": label, "theirs": str(told.theirs[label]), "yours": str(yours)}
            for label, yours in told.yours.items()
        ],
    }


def _card(goal: queries.GoalWithActions, row: Callable[[Any], ActionRow]) -> GoalCard:
    count = len(goal.actions)
    progress = f"{goal.done} of {words.plural(count, 'action')} done" if count else ""
    return GoalCard(goal.goal.pk, goal.goal.words, progress, [row(a) for a in goal.actions])


def _row_for(file: FamilyFile, leads: bool, is_open: bool) -> Callable[[Any], ActionRow]:
    def row(action: Any) -> ActionRow:
        done = action.done_at is not None
        rule = rules.may_undo if done else rules.may_mark_done
        owns = action.owner_practitioner_id == file.actor.id
        may_mark = rule(owns=owns, leads=leads, plan_is_open=is_open, is_done=done)
        may_edit = rules.may_edit_action(level=file.level, plan_is_open=is_open, is_done=done)
        return ActionRow(
            id=action.pk,
            step=action.step,
            owner=action.owner_name,
            due_on=action.due_on,
            done_on=action.done_on,
            of_the_family=action.owner_member_id is not None,
            may_edit=file.writes and bool(may_edit),
            mark=forms.Mark(version=action.version) if file.writes and may_mark else None,
        )

    return row


def _nudges(actions: list[Any]) -> list[str]:
    """What would make the plan better; it never blocks (F2, 2.174)."""
    if not actions:
        return []
    of_family = [action.owner_member_id is not None for action in actions]
    if not any(of_family):
        return ["Nobody in the family has an action yet. What would they like to do themselves?"]
    if all(of_family):
        return ["Everything is for the family to do. What will the people who help them do?"]
    return []
