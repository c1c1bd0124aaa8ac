"""What the database knows of a member and their family, as the policy takes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from hub.access.inside.rules import OWN_VIEW_FROM, Row, Viewer
from hub.families.rules import ages_on
from hub.kernel.clock import day_of
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.files import Actor

EACH = """
select asked.who, v.*
from unnest(%s::bigint[]) asked(who) cross join lateral hub.inside_viewer(asked.who, %s, %s) v
"""


@dataclass(frozen=True)
class Known:
    """A family that a reference stands for, and a member of it at one moment."""

    family: int
    reference: str
    locality: int
    name: str
    viewer: Viewer


@dataclass(frozen=True)
class Viewing:
    """Who looks at a file as somebody else sees it, what is held back from them all the same, and
    why, where a reason is asked for."""

    viewer: Actor
    held_back: frozenset[int]
    why: str


@dataclass(frozen=True)
class Subject:
    """Somebody as whom a family's file can be looked at: a member or a practitioner, with the id of
    a member's row in the family and a practitioner's account; `lost` is who died."""

    family: int
    reference: str
    kind: str
    id: int
    item: int | None
    name: str
    about: str
    account: int | None
    lost: bool = False


def known_inside(person: int, reference: str, at: datetime) -> Known | None:
    """The family with this reference at that moment and this member of it, or None. Answers the
    member themselves, and whoever has the family's record open. Decides nothing."""
    return known_inside_each([person], reference, at).get(person)


def known_inside_each(people: Sequence[int], reference: str, at: datetime) -> dict[int, Known]:
    """The same of many people in one question, by person."""
    with connection.cursor() as cursor:
        cursor.execute(EACH, [list(people), reference, at])
        return {person: _known(person, row) for person, *row in cursor.fetchall()}


def _known(person: int, row: Sequence[Any]) -> Known:
    found, family, locality, _, name, part, lost, joined, day, accuracy, *more = row
    kept, yes, judged, whole, places, held, children, apart, untold = more
    viewer = Viewer(
        person=person,
        part=part,
        joined_on=day_of(joined),
        born=_born(day, accuracy),
        lost=lost,
        kept=kept,
        kept_from_them=whole,
        places_kept=places,
        judged_on=day_of(judged) if judged else None,
        said_yes_on=day_of(yes) if yes else None,
        held=frozenset(held),
        responsible_for=frozenset(children),
        apart_from=frozenset(apart),
        not_told_of=frozenset(untold),
    )
    return Known(family, found, locality, name, viewer)


def rows_inside(person: int, family: int, at: datetime) -> list[Row]:
    """Every row of a family that members may see some of, as the policy takes it."""
    return [_row(row, day_of(at)) for row in _ask("inside_rows", person, family, at)]


def subjects_of(reference: str, at: datetime) -> list[Subject]:
    """As whom a family's file can be looked at, members first: for the data protection officer, and
    for whoever has its record open; nobody for anybody else."""
    return [Subject(*row) for row in _ask("viewed_as", reference, at)]


def looks_inside(family: int, since: datetime) -> list[tuple[int, str, str, str, int, datetime]]:
    """Who opened the file that is open to a member: practitioner, name, role, agency, how often and
    when last."""
    return _ask("inside_looks", family, since)


def _row(row: Sequence[Any], today: date) -> Row:
    kind, pk, people, hangs_on, adults, family, word, day, accuracy, own = row
    ages = ages_on(_born(day, accuracy), today)
    return Row(
        kind=kind,
        id=pk,
        people=frozenset(people),
        hangs_on=frozenset(hangs_on),
        with_adults=adults,
        with_family=family,
        word=word,
        young=bool(ages) and max(ages) < OWN_VIEW_FROM,
        lives_with_viewer=own,
    )


def _born(day: date | None, accuracy: str) -> PartialDate | None:
    return PartialDate(day, Accuracy(accuracy)) if day else None


def _ask(function: str, *arguments: Any) -> list[Any]:
    places = ", ".join(["%s"] * len(arguments))
    with connection.cursor() as cursor:
        cursor.execute(f"select * from hub.{function}({places})", list(arguments))  # noqa: S608
        return list(cursor.fetchall())
