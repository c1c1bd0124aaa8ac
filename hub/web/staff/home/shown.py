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
from hub.intake.joining.queries import theirs_to_answer
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, FamilyFile, Level
from hub.papers import following
from hub.plans import lists
from hub.plans.lists import PlanState
from hub.web.staff.plans import forms

SIZE = 25
MOST = 200  # as many as the door opens at once
SOONEST = 20  # actions the first page lists, and
QUESTIONS = 10  # questions, and who asks to join; the rest are one link away

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
class MyJoining:
    """Somebody asks to join the team of a family I lead, and waits for my answer."""

    id: int
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
    """All that the first page shows. `more` when families follow on another page; `cut` when more
    may be due than is listed, and then `late` is None: nobody counted."""

    today: date
    actions: list[tuple[str, list[MyAction]]]
    late: int | None
    questions: list[MyQuestion]
    joining: list[MyJoining]
    to_sign: bool
    families: list[MyFamily]
    page: int
    more: bool
    cut: bool


@dataclass(frozen=True)
class Found:
    """Files opened for the page: those listed on it, all, and what is due in them; `joining` is who
    asks to join and may be shown. `cut` says of which kinds there may be more in families that were
    not opened."""

    listed: list[FamilyFile]
    more: bool
    files: list[FamilyFile]
    to_sign: bool
    joining: list[tuple[FamilyFile, int]]
    cut: frozenset[str]


def home(actor: Actor, *, page: int, every: bool = False, now: datetime) -> Home:
    """What is due of mine and one page of my families, in as many queries for 30 as for 200.

    Only the families on the page and those where something is due soonest are judged. `every`
    judges all, up to 200, and lists all that is due.
    """
    today = day_of(now)
    found = _every(actor, page, now) if every else _nearest(actor, page, now)
    mine = lists.actions_of(actor, found.files)
    asked = [one for one in to_look_at(found.files, today=today) if one.due]
    if _may_miss(found, mine, asked):
        # Much of what is due soonest is in families that are not theirs any more.
        return home(actor, page=page, every=True, now=now)
    actions, questions = (mine, asked) if every else (mine[:SOONEST], asked[:QUESTIONS])
    joining = found.joining if every else found.joining[:QUESTIONS]
    all_actions = "action" not in found.cut and len(actions) == len(mine)
    all_others = len(questions) == len(asked) and len(joining) == len(found.joining)
    named = {action.family_id for action in actions} | {one.family for one in questions}
    named |= {file.family for file, _ in joining}
    shown = [file for file in found.files if file.family in named or file in found.listed]
    names = families.names_of(shown)
    references = {file.family: file.reference for file in shown}
    return Home(
        today=today,
        actions=_by_date(actions, references, names, today),
        late=sum(action.due_on < today for action in mine) if all_actions else None,
        questions=[_question(one, references, names) for one in questions],
        joining=[_joining(file, pk, names) for file, pk in joining],
        to_sign=found.to_sign,
        families=_families(found.listed, names, today),
        page=page,
        more=found.more,
        cut=not (all_actions and all_others) or bool({"question", "joining"} & found.cut),
    )


def _nearest(actor: Actor, page: int, now: datetime) -> Found:
    """A page of families, and those where something is due soonest."""
    due = lists.families_due(now=now)
    others = [family for kind in due.families.values() for family in kind]
    listed, also, more = door.list_page(actor, others, now=now, page=page, size=SIZE)
    files, to_sign = [*listed, *also], set(due.families["signature"])
    signing = [file for file in files if file.family in to_sign and file.sees(Level.RECORD)]
    joining = theirs_to_answer(files, due.joining)
    return Found(listed, more, files, _any_to_sign(signing, now), joining, due.cut)


def _any_to_sign(files: Sequence[FamilyFile], now: datetime) -> bool:
    """Whether a yes is overdue to be signed in families where one may be. Where nothing is kept
    from whoever leads, what was found counts; else it may be the very yes that is."""
    return any(not file.held_back for file in files) or bool(following.overdue_in(files, now=now))


def _every(actor: Actor, page: int, now: datetime) -> Found:
    """All families, up to as many as can be open at once."""
    files = door.list_mine(actor, now=now, size=MOST)
    listed = files[(page - 1) * SIZE : page * SIZE]
    to_sign = bool(following.overdue_in(files, now=now))
    joining = theirs_to_answer(files, lists.families_due(now=now, most=MOST).joining)
    return Found(listed, len(files) > page * SIZE, files, to_sign, joining, frozenset())


def _may_miss(found: Found, actions: Sequence[Any], asked: Sequence[Any]) -> bool:
    """Whether fewer of a kind were seen than are shown, though there may be more."""
    seen = {
        "action": len(actions) >= SOONEST,
        "question": len(asked) >= QUESTIONS,
        "joining": len(found.joining) >= QUESTIONS,
        "signature": found.to_sign,
    }
    return any(not seen[kind] for kind in found.cut)


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


def _joining(file: FamilyFile, question: int, names: dict[int, list[str]]) -> MyJoining:
    members = names.get(file.family, [])
    return MyJoining(question, file.reference, members[0] if members else file.reference)


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
