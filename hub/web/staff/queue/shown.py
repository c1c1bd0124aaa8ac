"""What the pages of the queue are drawn from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hub.intake.arrivals import rules
from hub.kernel.clock import day_of
from hub.kernel.decisions import Decision
from hub.kernel.files import Actor


@dataclass(frozen=True)
class Line:
    """One line of the queue. `days` since it came; `late` when nobody took it up in time."""

    id: int
    name: str
    reference: str
    way: str
    hub: str
    days: int
    late: bool
    taken_by: str
    mine: bool
    outcome: str
    ended_at: datetime | None
    deleted_at: datetime


@dataclass(frozen=True)
class Queue:
    """What waits, what somebody has in hand, and what came of the rest."""

    waiting: list[Line]
    taken: list[Line]
    ended: list[Line]


@dataclass(frozen=True)
class One:
    """A family that came to the hub: its line, what was told, and what can be done now."""

    line: Line
    row: Any
    told: list[tuple[str, str]]
    alone: bool
    take: Decision
    end: Decision
    reopen: Decision


def queue(rows: Iterable[Any], *, actor: Actor, now: datetime) -> Queue:
    """The queue in its three parts, each the oldest first, ended ones the newest."""
    lines = [_line(row, actor, now) for row in rows]
    ended = sorted(
        (line for line in lines if line.ended_at), key=lambda one: one.ended_at or now, reverse=True
    )
    open_ones = [line for line in lines if not line.ended_at]
    return Queue(
        waiting=[line for line in open_ones if not line.taken_by],
        taken=[line for line in open_ones if line.taken_by],
        ended=ended,
    )


def one(row: Any, *, actor: Actor, now: datetime) -> One:
    """One of them, with the words it was told with."""
    line, ended = _line(row, actor, now), bool(row.outcome)
    return One(
        line=line,
        row=row,
        told=_told(row),
        alone=row.relation == rules.YOUNG_PERSON,
        take=rules.may_take(taken=bool(line.taken_by), ended=ended),
        end=rules.may_end(
            taken=bool(line.taken_by), mine=line.mine, ended=ended, outcome=rules.REGISTERED
        ),
        reopen=rules.may_reopen(outcome=row.outcome),
    )


def _line(row: Any, actor: Actor, now: datetime) -> Line:
    return Line(
        id=row.pk,
        name=row.name,
        reference=row.reference,
        way=row.get_way_display(),
        hub=row.locality.hub_name,
        days=(day_of(now) - day_of(row.arrived_at)).days,
        late=rules.waits_long(arrived_at=row.arrived_at, taken=row.taken_by_id is not None, now=now)
        and not row.outcome,
        taken_by=row.taken_by.name if row.taken_by else "",
        mine=row.taken_by_id == actor.id,
        outcome=row.get_outcome_display(),
        ended_at=row.ended_at,
        deleted_at=rules.deleted_at(arrived_at=row.arrived_at, ended_at=row.ended_at),
    )


def _told(row: Any) -> list[tuple[str, str]]:
    """Questions and answers, without those that were left out."""
    by, down = row.passed_by, row.way == "passed_down"
    child = row.child_name if row.child_age is None else f"{row.child_name} ({row.child_age})"
    agreed_on = f"\nAgreed on {row.agreed_on:%d/%m/%Y}" if row.agreed_on else ""
    say = "You can say that it is the hub" if row.may_say_who else "Say nothing until you know it"
    reach = f"{row.contact}\n{say}{'' if row.may_say_who else ' is them'}" if row.contact else ""
    told = [
        ("Name", row.name),
        ("In the family", dict(rules.RELATIONS).get(row.relation, "")),
        ("Child", child.strip()),
        ("The concern" if down else "What would help", row.words),
        ("What the access team found", row.outcome_words),
        ("What was agreed, and with whom", f"{row.agreed}{agreed_on}" if row.agreed else ""),
        (
            "How to reach them",
            reach or "No way that is safe. They ring the hub, or see who sent it",
        ),
        ("When", row.contact_words),
        ("Sent by", f"{by.name}, {by.agency.name}, {by.phone}" if by else ""),
        ("A few words on what came of it", row.note),
    ]
    return [(question, answer) for question, answer in told if answer]
