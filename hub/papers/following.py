"""Yeses that are overdue to be signed, in many families at once: lists by reference (4.2, S33)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection
from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery

from hub.audit import journal
from hub.audit.events import register
from hub.consent.models import Agreement
from hub.database.kept import kept
from hub.kernel.clock import LONDON, day_of
from hub.kernel.files import Actor, FamilyFile, Level
from hub.papers import rules
from hub.papers.models import Signature

register("follow_up.listed", "saw the list of agreements that are overdue to be signed")

MOST: Final = 500
OVERSEES: Final = ("coordinator", "data_protection_officer")


@dataclass(frozen=True)
class FollowUp:
    """A family with yeses that are overdue to be signed: its reference and no name."""

    reference: str
    yeses: int
    spoken: int
    due_on: date


def overdue_in(files: Sequence[FamilyFile], *, now: datetime) -> list[FollowUp]:
    """Those of the families that somebody leads, the longest overdue first."""
    led = {file.family: file.reference for file in files if file.sees(Level.RECORD)}
    held = sorted({item for file in files for item in file.held_back})
    last = _last_day(now)
    rows = _unsigned(list(led), held, _ends(last), last, now) if led else []
    since: dict[int, list[tuple[date, str]]] = {}
    for family, how, from_at, stood in rows:
        day = max(day_of(from_at), stood or date.min)
        since.setdefault(family, []).append((day, how))
    found = [
        _follow_up(led[family], len(days), [how for _, how in days].count("spoken"), min(days)[0])
        for family, days in since.items()
    ]
    return sorted(found, key=lambda one: (one.due_on, one.reference))


@kept
def _unsigned(
    families: list[int], held_back: list[int], before: datetime, last: date, now: datetime
) -> QuerySet[Any, Any]:
    said = Signature.objects.filter(family=OuterRef("family"), agreement=OuterRef("pk"))
    stands = said.filter(kind="stands")
    stood = stands.values("agreement").annotate(last=Max("said_on")).values("last")
    rows = Agreement.objects.filter(
        Q(until_at=None) | Q(until_at__gt=now),
        ~Exists(said.exclude(kind="stands")),
        ~Exists(stands.filter(said_on__gt=last)),
        family_id__any=families,
        from_at__lt=before,
    )
    shown = rows.exclude(pk__any=held_back)
    return shown.values_list("family_id", "how", "from_at", Subquery(stood))


def follow_ups(actor: Actor, *, now: datetime) -> list[FollowUp]:
    """The same for whoever oversees: a coordinator those of their localities, the data protection
    officer all. Opens no family and names nobody; for anybody else it is empty. At most 500, the
    longest overdue first; that the list was seen is written down.
    """
    if not any(map(actor.has_role, OVERSEES)):
        return []
    last = _last_day(now)
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from hub.signatures_due(%s, %s, %s, %s)", [_ends(last), last, now, MOST]
        )
        rows = cursor.fetchall()
    families = [family for family, *_ in rows]
    journal.record("follow_up.listed", actor=actor, families=families, shown=len(rows))
    return [_follow_up(*row) for _, *row in rows]


def _last_day(now: datetime) -> date:
    return rules.last_day_overdue(day_of(now), days=settings.SIGNATURE_DAYS)


def _ends(day: date) -> datetime:
    """The moment a day is over in London."""
    return datetime.combine(day + timedelta(days=1), time(), LONDON)


def _follow_up(reference: str, yeses: int, spoken: int, since: date) -> FollowUp:
    return FollowUp(reference, yeses, spoken, rules.due_on(since, days=settings.SIGNATURE_DAYS))
