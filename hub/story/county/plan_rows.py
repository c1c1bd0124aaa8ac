"""The rows of plans: six families in ten have one, most of them still open."""

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from hub.story.county.sheet import Sheet
from hub.story.county.words import CLOSING, GOALS, STEPS

if TYPE_CHECKING:
    from hub.story.county.portion import Family

_WITH_A_PLAN: Final = 0.6


def write_plan(sheet: Sheet, rng: Random, family: "Family", now: datetime) -> None:
    """Perhaps a closed plan, then perhaps an open one, with goals and actions."""
    if rng.random() > _WITH_A_PLAN:
        return
    opened = family.registered + timedelta(hours=2)
    if family.ended or (rng.random() < 0.15 and not family.busy):
        closed = max(family.ended or family.later(rng, now), opened)
        _closed_plan(sheet, rng, family, opened, closed)
        return
    _goals(sheet, rng, family, _plan(sheet, family, opened, None), opened, now)


def _plan(sheet: Sheet, family: "Family", opened: datetime, closed: datetime | None) -> int:
    plan = sheet.id()
    sheet.add("plans_plan", plan, family.id, 1, family.worker.id, opened, closed)
    return plan


def _closed_plan(
    sheet: Sheet, rng: Random, family: "Family", opened: datetime, closed: datetime
) -> None:
    plan = _plan(sheet, family, opened, closed)
    _goals(sheet, rng, family, plan, opened, closed)
    reason = "withdrawn" if family.ended else rng.choice(("enough", "moved", "one_service"))
    concern = rng.random() < 0.02
    sheet.add("plans_closure", sheet.id(), family.id, 1, plan, reason, rng.choice(CLOSING), "",
              concern, "Telephoned to the access team the same day" if concern else "",
              family.worker.id, closed)  # fmt: skip


def _goals(
    sheet: Sheet, rng: Random, family: "Family", plan: int, opened: datetime, until: datetime
) -> None:
    for _ in range(rng.choices((1, 2, 3, 4), (25, 40, 25, 10))[0]):
        goal = sheet.id()
        sheet.add("plans_goal", goal, family.id, 1, plan, rng.choice(GOALS), family.worker.id,
                  opened)  # fmt: skip
        for _ in range(rng.choices(range(1, 7), (20, 30, 25, 15, 6, 4))[0]):
            _action(sheet, rng, family, goal, opened, until)


def _action(
    sheet: Sheet, rng: Random, family: "Family", goal: int, opened: datetime, until: datetime
) -> None:
    due = (opened + (until - opened) * rng.random() + timedelta(days=21)).date()
    overdue = due < until.date()
    done = None
    if rng.random() < (0.85 if overdue else 0.3):
        done = opened + (until - opened) * rng.random()
    member = rng.choice(family.drawn.adults).id if rng.random() < 0.45 else None
    worker = None if member else family.worker.id
    if worker and family.others and rng.random() < 0.3:
        worker = family.others[0].id
    sheet.add("plans_action", sheet.id(), family.id, 1, goal, rng.choice(STEPS), worker, member,
              due, family.worker.id, opened, done, family.worker.id if done else None)  # fmt: skip
