"""Reads of what reaches which agency, for what and until when; of refusals and of wording."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max, QuerySet

from hub.consent.force import in_force
from hub.consent.languages import ENGLISH
from hub.consent.models import (
    Agreement,
    HelpedWithoutRecord,
    Purpose,
    ReadBy,
    Refusal,
    Scope,
    Wording,
)
from hub.consent.queries import agreements_in
from hub.consent.terms import SOON
from hub.consent.words.rules import in_use
from hub.database.kept import kept
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, Level, NotInYourFiles

# Who can have read the words to whoever said yes, as code and words (S16).
READERS = [(by.value, str(by.label)) for by in ReadBy]


@dataclass(frozen=True)
class No:
    """A no that stands: nobody who said it has said yes to the same agency since."""

    id: int
    version: int
    agency: str
    by: str
    words: str
    on: date
    looked_at: datetime | None
    others: tuple[str, ...]


@dataclass(frozen=True)
class Ending:
    """A yes of a family one leads that ends by itself soon."""

    reference: str
    family: int
    agency: str
    by: str
    last_day: date


def serves(file: FamilyFile) -> bool:
    """Whether somebody in the family said yes to being worked with (2.60, 2.98)."""
    return any(row.scope == Scope.SERVICE for row in agreements_in(file))


def reach_of(given: Sequence[Agreement]) -> dict[int, Level]:
    """How far a family's yeses reach, by agency: the widest counts (S8), and the agency that
    writes the record down is not narrowed by it."""
    found: dict[int, Level] = {}
    for row in given:
        if row.scope in (Scope.SHARE, Scope.RECORD):
            reaches = Level(row.reach) if row.scope == Scope.SHARE else Level.RECORD
            found[row.agency_id] = max(reaches, found.get(row.agency_id, Level.NOTHING))
    return found


def last_day(row: Agreement) -> date | None:
    """The last day of a yes that ends by itself; None when it has no such day."""
    if row.until_at is None:
        return None
    return day_of(row.until_at - timedelta(microseconds=1))


def ended_by_itself(row: Agreement) -> bool:
    """Whether a yes that is over ran until the day the family had chosen."""
    return row.ended_by_id is None and not row.ended_because


def purposes(now: datetime) -> list[Purpose]:
    """The purposes a family can be asked about, in their order (2.74)."""
    return _purposes(now)


@kept
def _purposes(now: datetime) -> QuerySet[Purpose]:
    rows = Purpose.objects.filter(from_at__lte=now).exclude(until_at__lte=now)
    return rows.order_by("position", "pk")


def wording_languages() -> dict[str, bool]:
    """The languages in which there is wording that a person has checked, and whether it is in use:
    not when newer English words were published since (S16)."""
    newest = dict(_newest_by_language())
    return {
        language: in_use(at, newest_english=newest.get(ENGLISH)) for language, at in newest.items()
    }


@kept
def _newest_by_language() -> QuerySet[Any, Any]:
    rows = Wording.objects.exclude(checked_by="").values_list("language")
    return rows.annotate(Max("published_at")).order_by("language")


def refusals_in(file: FamilyFile, given: Sequence[Agreement] | None = None) -> list[No]:
    """Every no that stands, newest first. Only who has the whole record open sees one (S8).
    `given` may be its yeses where they are fetched already."""
    if not file.sees(Level.RECORD):
        return []
    yeses = agreements_in(file) if given is None else given
    shares = [row for row in yeses if row.scope == Scope.SHARE]
    return [
        _no(row, shares)
        for row in _refusals(file.family)
        if not any(
            (yes.given_by_id, yes.agency_id) == (row.said_by_id, row.agency_id) for yes in shares
        )
    ]


def refusal(file: FamilyFile, pk: int) -> No:
    """One no that stands. Raises NotInYourFiles."""
    found = next((one for one in refusals_in(file) if one.id == pk), None)
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


@kept
def _refusals(family: int) -> QuerySet[Refusal]:
    rows = Refusal.objects.filter(family=family).select_related("said_by", "agency")
    return rows.order_by("-said_at", "pk")


def _no(row: Refusal, shares: Sequence[Agreement]) -> No:
    others = [yes.given_by.full_name for yes in shares if yes.agency_id == row.agency_id]
    return No(
        id=row.pk,
        version=row.version,
        agency=row.agency.name,
        by=row.said_by.full_name,
        words=row.words,
        on=day_of(row.said_at),
        looked_at=row.looked_at,
        others=tuple(others),
    )


def ending_soon(files: Sequence[FamilyFile], *, now: datetime) -> list[Ending]:
    """What ends by itself within four weeks in these families, the soonest first."""
    named = {file.family: file.reference for file in files}
    rows = _ending([*named], now, now + SOON) if named else []
    return [
        Ending(
            named[row.family_id],
            row.family_id,
            row.agency.name,
            row.given_by.full_name,
            last_day(row) or day_of(now),
        )
        for row in rows
    ]


@kept
def _ending(families: list[int], now: datetime, soon: datetime) -> QuerySet[Agreement]:
    rows = Agreement.objects.filter(in_force(now), family_id__any=families, until_at__lte=soon)
    return rows.select_related("agency", "given_by").order_by("until_at", "pk")


def not_looked_at(files: Sequence[FamilyFile]) -> list[tuple[FamilyFile, Refusal]]:
    """Each no in these families that whoever leads has not looked at, oldest first."""
    named = {file.family: file for file in files if file.sees(Level.RECORD)}
    rows = _unseen([*named]) if named else []
    return [(named[row.family_id], row) for row in rows]


@kept
def _unseen(families: list[int]) -> QuerySet[Refusal]:
    rows = Refusal.objects.filter(family_id__any=families, looked_at=None)
    return rows.select_related("said_by", "agency").order_by("said_at", "pk")


def helped_without_record(localities: Sequence[int]) -> list[Any]:
    """How often each of these hubs helped without a record, by month, newest first (2.69)."""
    return _helped([*localities])


@kept
def _helped(localities: list[int]) -> QuerySet[HelpedWithoutRecord]:
    rows = HelpedWithoutRecord.objects.filter(locality_id__any=localities)
    return rows.select_related("locality").order_by("locality__name", "-month")
