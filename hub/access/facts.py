"""What the database knows of a practitioner and a family, as the rules take it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import connection

from hub.access.rules import Facts
from hub.database.lookups import ids
from hub.kernel.files import Actor, Level

FACTS = """
select family_id, reference, locality_id, works, administrator, kept, recorded, shared, reach,
       stands,
       lead, team, working, coordinator, kept_from_them, kept_from_agency, overridden,
       held_from_them, held_from_agency, lifted, hub.file_closed(family_id)
from hub.family_facts(%s, %s, %s)
"""
# The same of many practitioners in one question, whoever it is first.
FACTS_OF_EACH = FACTS.replace("select ", "select asked.who, ", 1).replace(
    "from hub.family_facts(%s, %s, %s)",
    "from unnest(%s::bigint[]) asked(who) cross join lateral hub.family_facts(asked.who, %s, %s)",
)
# The same, each at a moment of their own.
FACTS_THEN = FACTS_OF_EACH.replace(
    "unnest(%s::bigint[]) asked(who) cross join lateral hub.family_facts(asked.who, %s, %s)",
    "unnest(%s::bigint[], %s::timestamptz[]) asked(who, at)"
    " cross join lateral hub.family_facts(asked.who, %s, asked.at)",
)

LISTED_BESIDE = """
select place, family_id, reference, locality_id, level, held_back
from hub.families_listed(%s, %s, %s, %s, %s, %s)
"""


@dataclass(frozen=True)
class Known:
    """A family that a reference stands for, and what is true of somebody and it; and whether its
    file is closed now, because the family goes on in another."""

    family: int
    reference: str
    locality: int
    facts: Facts
    closed: bool = False


@dataclass(frozen=True)
class Listed:
    """One line of a list: a family somebody may see, and how much of it."""

    family: int
    reference: str
    locality: int
    level: Level
    held_back: frozenset[int]


@dataclass(frozen=True)
class KnownOverride:
    """One override as it is overseen: codes, names of staff and moments; its words (`because` and
    the three below) only when it was asked for by its id. No fact of the family."""

    id: int
    family: int
    locality: int
    reference: str
    emergency: bool
    ground: str
    one_item: bool
    told_family: bool
    from_at: datetime
    until_at: datetime
    review_due_on: date | None
    second_at: datetime | None
    reviewed_at: datetime | None
    outcome: str
    hiding: str
    decided_by: str
    agency: str
    shown_to: str
    second_by: str
    ended_by: str
    reviewed_by: str
    decider: int
    seconder: int | None
    because: str
    advice: str
    why_not_told: str
    outcome_words: str


def overrides(
    *,
    only: int | None = None,
    standing: bool = False,
    since: datetime | None = None,
    until: datetime | None = None,
    at: datetime,
    size: int = 500,
) -> list[KnownOverride]:
    """What the actor of this transaction may know of overrides, newest first: one, those that run
    or wait for review, or those begun in a stretch of time."""
    if only is not None and not ids([only]):
        return []  # a number that can be no row's
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from hub.overrides_known(%s, %s, %s, %s, %s, %s)",
            [only, standing, since, until, at, size],
        )
        return [KnownOverride(*row) for row in cursor.fetchall()]


def known_about(practitioner: int, reference: str, at: datetime) -> Known | None:
    """The family with this reference at that moment, or None. Decides nothing."""
    with connection.cursor() as cursor:
        cursor.execute(FACTS, [practitioner, reference, at])
        row = cursor.fetchone()
    return None if row is None else _known(row)


def known_about_each(
    practitioners: Sequence[int], reference: str, at: datetime
) -> dict[int, Known]:
    """The same for many practitioners, by practitioner, in one question."""
    with connection.cursor() as cursor:
        cursor.execute(FACTS_OF_EACH, [list(practitioners), reference, at])
        return {who: _known(row) for who, *row in cursor.fetchall()}


def told_overrides(family: int, at: datetime) -> set[tuple[str, int]]:
    """To whom an open family's summary is shown without agreement at a moment, as far as the
    family was told: "practitioner" or "agency", and its number."""
    with connection.cursor() as cursor:
        cursor.execute("select * from hub.overrides_told(%s, %s)", [family, at])
        return {(kind, number) for kind, number in cursor.fetchall()}


def known_about_then(then: dict[int, datetime], reference: str) -> dict[int, Known]:
    """The same, of each practitioner at a moment of their own."""
    with connection.cursor() as cursor:
        cursor.execute(FACTS_THEN, [list(then), list(then.values()), reference])
        return {who: _known(row) for who, *row in cursor.fetchall()}


def listed_beside(
    actor: Actor, also: Iterable[int], at: datetime, size: int, skip: int, most: int
) -> list[tuple[int, Listed]]:
    """A page of an actor's families with their places in it from 1, one more at `size` + 1 when
    there are more; and, at place 0, at most so many of `also` that they may see besides."""
    with connection.cursor() as cursor:
        cursor.execute(LISTED_BESIDE, [actor.id, list(set(also)), at, size, skip, most])
        return [(place, _listed(row)) for place, *row in cursor.fetchall()]


def listed(function: str, actor: Actor, *arguments: Any) -> list[Listed]:
    """The lines that one of the door's list functions gives for an actor."""
    places = ", ".join(["%s"] * (len(arguments) + 1))
    with connection.cursor() as cursor:
        cursor.execute(
            f"select family_id, reference, locality_id, level, held_back "  # noqa: S608
            f"from hub.{function}({places})",
            [actor.id, *arguments],
        )
        return [_listed(row) for row in cursor.fetchall()]


def _listed(row: Sequence[Any]) -> Listed:
    family, reference, locality, level, held_back = row
    return Listed(family, reference, locality, Level(level), frozenset(held_back))


def _known(row: Sequence[Any]) -> Known:
    family, found, locality, *truths, closed = row
    names = [f.name for f in fields(Facts)]
    facts = Facts(**dict(zip(names, map(_frozen, truths), strict=True)))
    return Known(family, found, locality, facts, closed)


def _frozen(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value
