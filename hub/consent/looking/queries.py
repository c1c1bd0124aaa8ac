"""What is to be looked at again: in one family, and in all that somebody leads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import QuerySet

from hub.consent.looking import rules
from hub.consent.looking.models import LookAgain
from hub.database.kept import kept
from hub.kernel.files import FamilyFile, Level, NotInYourFiles

AHEAD: Final = timedelta(days=14)
MOST: Final = 50


@dataclass(frozen=True)
class ToLookAt:
    """One question: of which family, about whom, in words, from which day."""

    id: int
    family: int
    person: int | None
    kind: str
    name: str
    asks: str
    due_on: date
    due: bool


def to_look_at(files: Iterable[FamilyFile], *, today: date) -> list[ToLookAt]:
    """What whoever leads these families is to look at, from two weeks ahead, earliest first.

    The one list for home pages and a family's page: of families that are not led by the reader
    there is nothing in it, and nothing is asked of the database where none is.
    """
    led = [file for file in files if file.sees(Level.RECORD)]
    if not led:
        return []
    held_back = frozenset[int]().union(*(file.held_back for file in led))
    rows = _open([file.family for file in led], today + AHEAD, sorted(held_back))
    return [_told(row, today) for row in rows]


@kept
def _open(families: list[int], until: date, held_back: list[int]) -> QuerySet[LookAgain]:
    rows = LookAgain.objects.filter(family_id__any=families, done_at=None, due_on__lte=until)
    return rows.exclude(pk__any=held_back).select_related("person").order_by("due_on", "pk")[:MOST]


def waiting_in(file: FamilyFile, *, today: date) -> list[ToLookAt]:
    """Every question of one family that waits, however far ahead."""
    if not file.sees(Level.RECORD):
        return []
    rows = _open([file.family], date.max, sorted(file.held_back))
    return [_told(row, today) for row in rows]


def looked_in(file: FamilyFile) -> list[LookAgain]:
    """What was found before, newest first, with `person` and `done_by`."""
    return _looked(file.family)


@kept
def _looked(family: int) -> QuerySet[LookAgain]:
    rows = LookAgain.objects.filter(family=family, done_at__isnull=False)
    return rows.select_related("person", "done_by").order_by("-done_at", "pk")[:MOST]


def look_in(file: FamilyFile, pk: int, *, today: date) -> ToLookAt:
    """One question that waits. Raises NotInYourFiles when it is not in this file, or answered."""
    rows = LookAgain.objects.filter(family=file.family, pk=pk, done_at=None)
    row = rows.select_related("person").first()
    if row is None:
        raise NotInYourFiles(file.reference)
    return _told(row, today)


def _told(row: Any, today: date) -> ToLookAt:
    name = row.person.full_name if row.person else ""
    return ToLookAt(
        id=row.pk,
        family=row.family_id,
        person=row.person_id,
        kind=row.kind,
        name=name,
        asks=rules.asks(row.kind, name),
        due_on=row.due_on,
        due=row.due_on <= today,
    )
