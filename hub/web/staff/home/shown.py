"""What the first page is drawn from: actions by date, families by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from hub.access import door
from hub.access import queries as access
from hub.access.queries import Leading
from hub.consent.looking.queries import ToLookAt, to_look_at
from hub.families import queries as families
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, FamilyFile, Level
from hub.papers import following
from hub.papers.following import FollowUp
from hub.plans import lists
from hub.plans.lists import PlanState
from hub.web.staff.plans import forms

SIZE = 25
MOST = 200  # as many as the door opens at once
SOONEST = 20  # actions the first page lists; the rest are one link away

LEADS = "You lead"
PARTS = {
    Level.PLAN: "You are in the team",
    Level.SUMMARY: "You work with them",
    Level.SIGNPOST: "Their yes to your agency reaches no further",
}


@dataclass(frozen=True)
class MyAction:
    """One action of mine, with the family it is for."""

    id: int
    step: str
    due_on: date
    reference: str
    family: str
    mark: forms.Mark


@dataclass(frozen=True)
class MyQuestion:
    """Something to look at again in a family I lead."""

    asked: ToLookAt
    reference: str
    family: str


@dataclass(frozen=True)
class MyFamily:
    """One family of mine: what I am to it, who leads, and how its plan stands."""

    reference: str
    names: list[str]
    level: str
    part: str
    led_by: str
    plan: PlanState | None


@dataclass(frozen=True)
class Home:
    """All that the first page shows. `more` when there are more families than it can list;
    `all_actions` when every action is listed, not only the soonest."""

    today: date
    actions: list[tuple[str, list[MyAction]]]
    action_count: int
    late: int
    all_actions: bool
    questions: list[MyQuestion]
    follow_ups: list[FollowUp]
    families: list[MyFamily]
    count: int
    page: int
    pages: int
    more: bool


def home(actor: Actor, *, page: int, every: bool = False, now: datetime) -> Home:
    """What is due of mine and one page of my families, in as many queries for one as for 200."""
    today = day_of(now)
    files = door.list_mine(actor, now=now, size=MOST)
    pages = max(1, -(-len(files) // SIZE))
    page = min(max(page, 1), pages)
    listed = files[(page - 1) * SIZE : page * SIZE]
    mine = lists.actions_of(actor, files)
    follow_ups = following.overdue_in(files, now=now)
    actions = mine if every else mine[:SOONEST]
    asked = [one for one in to_look_at(files, today=today) if one.due]
    named = {action.family_id for action in actions} | {file.family for file in listed}
    named |= {one.family for one in asked}
    shown = door.keep_open([file for file in files if file.family in named])
    names = families.names_of(shown)
    references = {file.family: file.reference for file in files}
    return Home(
        today=today,
        actions=_by_date(actions, references, names, today),
        action_count=len(mine),
        late=sum(action.due_on < today for action in mine),
        all_actions=len(actions) == len(mine),
        questions=[_question(one, references, names) for one in asked],
        follow_ups=follow_ups,
        families=_families(listed, names, today),
        count=len(files),
        page=page,
        pages=pages,
        more=len(files) == MOST,
    )


def _by_date(
    actions: Sequence[Any],
    references: dict[int, str],
    names: dict[int, list[str]],
    today: date,
) -> list[tuple[str, list[MyAction]]]:
    """My open actions under the headings that have any: overdue, this week, later."""
    under: dict[str, list[MyAction]] = {"Overdue": [], "Due in the next 7 days": [], "Later": []}
    for action in actions:
        mine = _action(action, references[action.family_id], names.get(action.family_id, []))
        under[_heading(action.due_on, today)].append(mine)
    return [(heading, rows) for heading, rows in under.items() if rows]


def _heading(due_on: date, today: date) -> str:
    if due_on < today:
        return "Overdue"
    return "Due in the next 7 days" if due_on <= today + timedelta(days=7) else "Later"


def _action(action: Any, reference: str, names: list[str]) -> MyAction:
    return MyAction(
        id=action.pk,
        step=action.step,
        due_on=action.due_on,
        reference=reference,
        family=names[0] if names else reference,
        mark=forms.Mark(version=action.version),
    )


def _question(
    asked: ToLookAt, references: dict[int, str], names: dict[int, list[str]]
) -> MyQuestion:
    reference, members = references[asked.family], names.get(asked.family, [])
    return MyQuestion(asked, reference, members[0] if members else reference)


def _families(
    files: Sequence[FamilyFile], names: dict[int, list[str]], today: date
) -> list[MyFamily]:
    leads = access.leads_of(list(files))
    plans = lists.plans_of(files, today=today)
    return [_mine(file, leads.get(file.family), names, plans) for file in files]


def _mine(
    file: FamilyFile,
    leading: Leading | None,
    names: dict[int, list[str]],
    plans: dict[int, PlanState],
) -> MyFamily:
    # By who leads, not by the level: a lead whose yes reaches no further still leads.
    mine = leading is not None and leading.practitioner == file.actor.id
    return MyFamily(
        reference=file.reference,
        names=names.get(file.family, []),
        level=file.level.word,
        part=LEADS if mine else PARTS[file.level],
        led_by=leading.name if leading and not mine else "",
        plan=plans.get(file.family),
    )
