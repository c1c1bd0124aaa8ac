"""The emergency look, and overseeing what was shared without agreement: lists without words, one
with them, and what is recorded of it (S14).

But for the look itself, which opens the family the next time, nobody opens a family here. Who may
ask is decided by the door's own function for each row.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.core.cache import cache
from django.db.models import Q

from hub.access import door
from hub.access import facts as known
from hub.access.facts import KnownOverride
from hub.access.models import Lead
from hub.agencies.models import Practitioner, RoleGrant
from hub.agencies.queries import held_now, working
from hub.audit import journal
from hub.consent import asking
from hub.consent import changes as consent
from hub.consent.override_rules import SECONDS
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles

MOST: Final = 500
MOST_WRONG: Final = 5
WRONG_WITHIN: Final = 3600  # seconds
TOO_MANY_WRONG: Final = (
    "You have tried five references that are not there. You can try again in an hour. If somebody "
    "is in danger now, do not wait: call 999 or ring the numbers below"
)


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

    Takes what `consent.look_in_emergency` takes. Raises NotAllowed with a rule's reason before any
    family is looked for, so that what is refused tells of none; then NotInYourFiles, alike for a
    reference of nothing and for a family kept from them. Of a family that somebody sees already
    nothing is written down. Who tried references that are not there too often waits: NotAllowed,
    whatever they try next.
    """
    asking.look(actor, **given, now=now)
    _may_try_again(actor)
    try:
        return door.open_file(actor, reference, "family", now=now, needs=Level.SUMMARY).reference
    except NotInYourFiles:
        pass  # which is why they look so

    def record(file: FamilyFile) -> str:
        leads = Lead.objects.filter(family=file.family, until_at=None)
        lead = leads.values_list("practitioner_id", flat=True).first()
        consent.look_in_emergency(file, **given, lead=lead, now=now)
        return file.reference

    try:
        return door.in_emergency(actor, reference, record, now=now)
    except NotInYourFiles:
        _count_wrong(actor)
        raise


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


def seconds(actor: Actor, locality: int | None, *, now: datetime) -> list[tuple[int, str]]:
    """Who may be the second person of a locality's family beside this actor, with their agency."""
    grants = RoleGrant.objects.filter(
        held_now(now), Q(locality=None) | Q(locality=locality), code__in=SECONDS
    )
    held = Practitioner.objects.filter(left_at=None, pk__in=grants.values("practitioner"))
    people = held.exclude(account=asking.account_of(actor.id))
    named = people.order_by("name", "pk").values_list("pk", "name", "role_title", "agency__name")
    return [(pk, f"{name}, {title}, {agency}") for pk, name, title, agency in named]


def colleague(email: str, *, now: datetime) -> int | None:
    """The practitioner who works with this email address now, or None."""
    return working(now).filter(email__iexact=email).values_list("pk", flat=True).first()


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


def _may_try_again(actor: Actor) -> None:
    """Raises NotAllowed for who tried too many references that are not there. References are too
    long to guess; a run of them is somebody trying, and stands in what is overseen."""
    if cache.get(_wrong(actor), 0) >= MOST_WRONG:
        journal.record("emergency.limited", actor=actor)
        raise NotAllowed(TOO_MANY_WRONG)


def _count_wrong(actor: Actor) -> None:
    key = _wrong(actor)
    if not cache.add(key, 1, WRONG_WITHIN):
        cache.set(key, cache.get(key, 0) + 1, WRONG_WITHIN)


def _wrong(actor: Actor) -> str:
    return f"emergency-wrong-{asking.account_of(actor.id)}"


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
