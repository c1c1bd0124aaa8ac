"""The index in step with every family's file: in the transaction of the change, or not at all.

What the index says of somebody is made from the whole file past what is kept from whoever changes
it, and is shown to nobody. It holds no fact of its own: it can be filled again at any time.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, NamedTuple

from django.db import connection

from hub.access import opening
from hub.audit.change import Done, follow
from hub.kernel.dates import Accuracy
from hub.kernel.files import FamilyFile
from hub.matching.changes import drop, keep_all
from hub.matching.rules import Description

# The changes that alter what is searched for; each names a family by its file or by what it gives.
ALTERING: Final = (
    *("family.registered", "family.stopped", "member.added", "member.changed", "member.removed"),
    *("child.born", "loss.recorded", "loss.taken_back", "identifiers.changed"),
    *("address.added", "address.changed", "contact.added", "contact.changed"),
    *("agreement.given", "agreement.changed", "agreement.withdrawn", "agreement.all_withdrawn"),
    *("agreement.refused", "agreement.outlived", "agreement.revived"),
    *("sealed.made", "sealed.ended"),
)
ROWS: Final = "select * from hub.index_rows(%s, %s, %s)"
PORTION: Final = 200  # families: each of their people holds a lock until they are written


class Row(NamedTuple):
    """A membership as `hub.index_rows` gives it."""

    entry: int
    person: int
    family: int
    indexed: bool
    given_names: str
    family_name: str
    known_as: str
    birth_date: date | None
    birth_accuracy: str
    former_names: list[str]
    lines: str
    postcode: str
    former_postcodes: list[str]
    phones: list[str]
    nhs: str


def in_step(done: Sequence[Done]) -> None:
    """Let the index say of each family that was changed what its file says now."""
    for family in sorted({family for one in done if (family := _family(one))}):
        keep_family(family)


def keep_family(family: int) -> None:
    """Let the index say of one family what its file says now, past what is kept from anybody. For
    a transaction that was begun at the door."""
    with opening.whole(family):
        _write(_rows(family))


def rebuild(after: int = 0, *, size: int = PORTION) -> int | None:
    """Fill the index for some families after this number; gives the last one's number, None when
    there are no more. For the hub's own job, in a transaction that was begun at the door."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select max(id) from (select id from hub.index_families(%s, %s)) f(id)", [after, size]
        )
        last: int | None = cursor.fetchone()[0]
    if last is not None:
        _write(_rows(None, after, size))
    return last


def ended(since: datetime, now: datetime) -> list[int]:
    """The families of which a yes ended between two moments by the day it was given for (2.74),
    which no change told the index. For the hub's own job, begun at the door."""
    with connection.cursor() as cursor:
        cursor.execute("select family from hub.index_ended(%s, %s)", [since, now])
        return [family for (family,) in cursor.fetchall()]


def entries_of(family: int) -> list[Description]:
    """What is searched for of a family's members. For the hub's own job, in a transaction that was
    begun at the door."""
    return [described(row) for row in _rows(family) if row.indexed and row.family == family]


def _rows(family: int | None, after: int = 0, size: int = 0) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(ROWS, [family, after, size])
        return [Row(*row) for row in cursor.fetchall()]


def _write(rows: Sequence[Row]) -> None:
    keep_all((row.entry, row.person, row.family, described(row)) for row in rows if row.indexed)
    if gone := [row.entry for row in rows if not row.indexed]:
        drop(gone)


def described(row: Row) -> Description:
    """What is searched for of one member."""
    given, _, middle = row.given_names.partition(" ")
    return Description(
        given=given,
        middle=middle.strip(),
        surname=row.family_name,
        known_as=row.known_as,
        former_surnames=tuple(row.former_names),
        born=as_known(row.birth_date, row.birth_accuracy),
        address=row.lines,
        postcode=row.postcode,
        former_postcodes=tuple(row.former_postcodes),
        phones=tuple(row.phones),
        nhs=row.nhs,
    )


def as_known(day: date | None, accuracy: str) -> str:
    """A birth date as far as it is known: "2019-03-27", "2019-03", "2019" or "". An estimate is
    good for its year alone, and the day a baby is due is no birth date."""
    if day is None or accuracy == Accuracy.DUE:
        return ""
    text = day.isoformat()
    return {Accuracy.MONTH: text[:7], Accuracy.YEAR: text[:4], Accuracy.ESTIMATED: text[:4]}.get(
        Accuracy(accuracy), text
    )


def _family(one: Done) -> int | None:
    """Which family a change was about: its file's, or that of what it gave back."""
    if isinstance(one.subject, FamilyFile):
        return one.subject.family
    found: Any = getattr(one.result, "family", None)
    return found if isinstance(found, int) else None


follow(ALTERING, in_step)
