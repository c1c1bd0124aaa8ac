"""The emergency look, and overseeing what was shared without agreement: lists without words, one
with them, and what is recorded of it (S14).

But for the look itself, which opens the family the next time, nobody opens a family here. Who may
ask is decided by the door's own function for each row.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from hub.access import door
from hub.access import facts as known
from hub.access.facts import KnownOverride
from hub.access.models import Lead
from hub.audit import journal
from hub.consent import changes as consent
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, FamilyFile, NotInYourFiles

MOST: Final = 500


@dataclass(frozen=True)
class Overseen:
    """An override on one day: whether it runs and what is still to be done with it."""

    of: KnownOverride
    runs: bool
    overdue: bool

    @property
    def ended_early(self) -> bool:
        """Whether somebody ended it, rather than its time."""
        return bool(self.of.ended_by)


def look(actor: Actor, reference: str, *, now: datetime, **given: Any) -> str:
    """Look at a family in an emergency; gives its reference, which opens it from now on.

    Takes what `consent.look_in_emergency` takes. Raises NotInYourFiles alike for a reference of
    nothing and for a family kept from them, and NotAllowed with a rule's reason.
    """

    def record(file: FamilyFile) -> str:
        leads = Lead.objects.filter(family=file.family, until_at=None)
        lead = leads.values_list("practitioner_id", flat=True).first()
        consent.look_in_emergency(file, **given, lead=lead, now=now)
        return file.reference

    return door.in_emergency(actor, reference, record, now=now)


def end(actor: Actor, override: int, *, now: datetime) -> None:
    """End an override early. Raises NotInYourFiles, and NotAllowed when it has ended."""
    of = _one(override, now)
    door.of_override(actor, of, lambda file: consent.end_override(file, of.id, now=now), now=now)


def agree(actor: Actor, override: int, *, now: datetime) -> None:
    """Be its second person. Raises NotInYourFiles, and NotAllowed with the rule's reason."""
    of = _one(override, now)
    door.of_override(
        actor, of, lambda file: consent.agree_to_override(file, of.id, now=now), now=now
    )


def review(actor: Actor, override: int, *, now: datetime, **found: str) -> None:
    """Review it: takes `outcome`, `words` and `hiding` as `consent.review_override` does.

    Raises NotInYourFiles, and NotAllowed with the rule's reason."""
    of = _one(override, now)
    door.of_override(
        actor, of, lambda file: consent.review_override(file, of.id, **found, now=now), now=now
    )


def standing(actor: Actor, *, now: datetime) -> list[Overseen]:
    """Every override that runs or waits for its review, those due first on top.

    For safeguarding leads and the data protection officer; for anybody else it is empty."""
    rows = known.overrides(standing=True, at=now, size=MOST)
    seen = _listed(actor, rows, now)
    far = date.max
    return sorted(seen, key=lambda one: (bool(one.of.reviewed_at), one.of.review_due_on or far))


def begun(actor: Actor, *, since: datetime, until: datetime, now: datetime) -> list[Overseen]:
    """Every override begun in a stretch of time, newest first. For whom `standing` is."""
    return _listed(actor, known.overrides(since=since, until=until, at=now, size=MOST), now)


def find(actor: Actor, override: int, *, now: datetime) -> Overseen:
    """One override with its words, which is written down.

    Raises NotInYourFiles for anybody who neither took part in it, leads the family, is asked to
    agree nor oversees, and where there is none, alike (S19).
    """
    found = _one(override, now)
    journal.record(
        "override.read", actor=actor, family=found.family, purpose="override", row=found.id
    )
    return _seen(found, now)


def _one(override: int, now: datetime) -> KnownOverride:
    for found in known.overrides(only=override, at=now):
        return found
    raise NotInYourFiles(str(override))


def _listed(actor: Actor, rows: list[KnownOverride], now: datetime) -> list[Overseen]:
    families = list(dict.fromkeys(row.family for row in rows))
    journal.record("override.listed", actor=actor, families=families, shown=len(rows))
    return [_seen(row, now) for row in rows]


def _seen(row: KnownOverride, now: datetime) -> Overseen:
    waits = row.reviewed_at is None and row.review_due_on is not None
    overdue = waits and row.review_due_on is not None and row.review_due_on < day_of(now)
    return Overseen(row, runs=row.from_at <= now < row.until_at, overdue=overdue)
