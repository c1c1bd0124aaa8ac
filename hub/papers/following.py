"""Yeses that are overdue to be signed, in many families at once: lists by reference (4.2, S33)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import connection

from hub.audit import journal
from hub.audit.events import register
from hub.kernel.clock import LONDON, day_of
from hub.kernel.files import Actor, FamilyFile, Level
from hub.papers import rules

register("follow_up.listed", "saw the list of agreements that are overdue to be signed")

MOST: Final = 500
OVERSEES: Final = ("coordinator", "data_protection_officer")
# What was signed is put together once for all: asked yes by yes this took three times as long.
UNSIGNED: Final = """
select a.family_id, count(*), count(*) filter (where a.how in ('spoken', 'remote')),
       min(greatest((a.from_at at time zone 'Europe/London')::date, s.stood))
from consent_agreement a
left join (
    select agreement_id, bool_or(kind <> 'stands') as signed,
           max(said_on) filter (where kind = 'stands') as stood
    from papers_signature where family_id = any (%(led)s) group by agreement_id
) s on s.agreement_id = a.id
left join consent_emergencyrule e on e.id = a.emergency_id
where a.family_id = any (%(led)s) and not a.id = any (%(held)s)
  and a.from_at < %(before)s and coalesce(a.until_at, 'infinity') > %(now)s
  and coalesce(not s.signed, true) and coalesce(s.stood <= %(last)s, true)
  and (e.id is null or a.sign_by < %(today)s or e.until_on + 1 < %(today)s
       or (e.ended_at at time zone 'Europe/London')::date < %(today)s)
group by a.family_id
"""


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
    if not led:
        return []
    last = _last_day(now)
    asked: dict[str, Any] = {
        "led": list(led),
        "held": held,
        "before": _ends(last),
        "last": last,
        "now": now,
        "today": day_of(now),
    }
    with connection.cursor() as cursor:
        cursor.execute(UNSIGNED, asked)
        found = [_follow_up(led[family], *of) for family, *of in cursor.fetchall()]
    return sorted(found, key=lambda one: (one.due_on, one.reference))


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


def overdue_from(now: datetime) -> tuple[datetime, date]:
    """Until when a yes was given, and until which day it was said to stand, that is overdue now."""
    last = _last_day(now)
    return _ends(last), last


def _last_day(now: datetime) -> date:
    return rules.last_day_overdue(day_of(now), days=settings.SIGNATURE_DAYS)


def _ends(day: date) -> datetime:
    """The moment a day is over in London."""
    return datetime.combine(day + timedelta(days=1), time(), LONDON)


def _follow_up(reference: str, yeses: int, spoken: int, since: date) -> FollowUp:
    return FollowUp(reference, yeses, spoken, rules.due_on(since, days=settings.SIGNATURE_DAYS))
