"""Reads of many families' plans at once: what is due of mine, how each plan stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import connection
from django.db.models import F, QuerySet

from hub.database.kept import kept
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, FamilyFile
from hub.papers import following
from hub.plans.models import Action, Goal, Plan
from hub.plans.queries import held_back_in

MOST_DUE: Final = 40  # of each kind that a first page begins with
MOST_SIGNATURES: Final = 5  # it says only that there are some


class OpenAction(NamedTuple):
    """A line of a list of actions."""

    pk: int
    family_id: int
    step: str
    due_on: date
    version: int


@dataclass(frozen=True)
class PlanState:
    """What a list says of a family's plan. `next_due` and the counts are of open actions, and
    empty for who sees only that there is a plan."""

    is_open: bool
    opened_at: datetime
    closed_at: datetime | None
    next_due: date | None = None
    open_actions: int = 0
    overdue: int = 0


@dataclass(frozen=True)
class Due:
    """Families in which something may be due, by kind ("action", "question", "signature",
    "joining"), those due first; nobody has judged yet who sees them. `joining`: questions to join a
    team, each with its family. `cut`: kinds of which there may be more."""

    families: dict[str, list[int]]
    joining: list[tuple[int, int]]
    cut: frozenset[str]


def families_due(*, now: datetime, most: int = MOST_DUE) -> Due:
    """Where something may be due of whoever this transaction is of: for the door to judge. Of each
    kind at most so many, and 200."""
    before, last = following.overdue_from(now)
    with connection.cursor() as cursor:
        asked: list[Any] = [day_of(now), before, last, now, most]
        cursor.execute("select * from hub.due_of_mine(%s, %s, %s, %s, %s)", asked)
        rows = cursor.fetchall()
    found: dict[str, list[int]] = {"action": [], "question": [], "signature": [], "joining": []}
    for kind, family, _ in rows:
        found[kind].append(family)
    limits = {"signature": MOST_SIGNATURES}
    cut = frozenset(kind for kind, many in found.items() if len(many) >= limits.get(kind, most))
    families = {kind: list(dict.fromkeys(many)) for kind, many in found.items()}
    joining = [(family, question) for kind, family, question in rows if kind == "joining"]
    return Due(families, joining, cut)


def actions_of(actor: Actor, files: Sequence[FamilyFile], *, most: int = 1000) -> list[OpenAction]:
    """The open actions an actor has taken on in these families' open plans, the soonest first; at
    most so many."""
    if not files:
        return []
    rows = _mine(actor.id, [file.family for file in files], held_back_in(files))
    return [OpenAction(*row) for row in rows[:most]]


@kept
def _mine(owner: int, families: list[int], held_back: list[int]) -> QuerySet[Any, Any]:
    rows = Action.objects.filter(
        owner_practitioner=owner,
        family_id__any=families,
        done_at=None,
        goal__plan__closed_at=None,
    )
    shown = rows.exclude(pk__any=held_back).exclude(goal_id__any=held_back)
    soonest = shown.order_by("due_on", "added_at", "pk")
    return soonest.values_list("pk", "family_id", "step", "due_on", "version")


def plans_of(files: Sequence[FamilyFile], *, today: date) -> dict[int, PlanState]:
    """The state of each family's plan, by family, in two queries however many there are."""
    newest = _newest_plans([file.family for file in files]) if files else []
    due = _due_in(files, [plan.pk for plan in newest if plan.closed_at is None])
    return {plan.family_id: _state(plan, due.get(plan.family_id, []), today) for plan in newest}


@kept
def _newest_plans(families: list[int]) -> QuerySet[Plan]:
    rows = Plan.objects.filter(family_id__any=families)
    newest_first = rows.order_by("family_id", F("closed_at").desc(nulls_first=True), "-opened_at")
    return newest_first.distinct("family_id")


def _due_in(files: Sequence[FamilyFile], plans: Sequence[int]) -> dict[int, list[date]]:
    """When each open action of these plans is due, by family."""
    families, held_back = [file.family for file in files], held_back_in(files)
    due: dict[int, list[date]] = {}
    for family, day in _days_due(families, list(plans), held_back) if plans else ():
        due.setdefault(family, []).append(day)
    return due


@kept
def _days_due(families: list[int], plans: list[int], held_back: list[int]) -> QuerySet[Any, Any]:
    goals = Goal.objects.filter(family_id__any=families, plan_id__any=plans)
    shown = goals.exclude(pk__any=held_back).values("pk")
    # The goals as one array, found first: the database takes ten times as long to join the two
    # tables, because it cannot know how many families the wall lets through.
    rows = Action.objects.filter(family_id__any=families, done_at=None, goal_id__any=shown)
    return rows.exclude(pk__any=held_back).values_list("family_id", "due_on")


def _state(plan: Plan, due: Sequence[date], today: date) -> PlanState:
    return PlanState(
        is_open=plan.closed_at is None,
        opened_at=plan.opened_at,
        closed_at=plan.closed_at,
        next_due=min(due, default=None),
        open_actions=len(due),
        overdue=sum(day < today for day in due),
    )
