"""Who looked: for a family's lead, and for the data protection officer, who opens no file.

The officer's questions go through functions of the door that answer that role alone and tell who,
when and why, never a family's fact. Each question leaves its own line in the journal (S30, S34).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection
from django.db.models import Q

from hub.agencies.models import Practitioner
from hub.audit import journal
from hub.audit.events import purpose_words, register, register_purpose, sentence
from hub.audit.queries import Look, entries_for_family, may_ask_what_was_opened
from hub.kernel.clock import day_of
from hub.kernel.decisions import YES, Decision
from hub.kernel.files import Actor, ActorKind, FamilyFile
from hub.kernel.ids import tidy_reference

register("oversight.family", "asked who had looked at this family")
register("oversight.person", "asked which families somebody had opened")
register("oversight.replayed", "asked what somebody could see of this family on a day")
register("oversight.nothing", "asked about a family or person that is not there")
register_purpose("looks", "Seeing who has looked")

PAGE: Final = 50
LATELY: Final = timedelta(days=90)
MEMBER: Final = "A member of the family"
THE_HUB: Final = "The hub itself"


@dataclass(frozen=True)
class Line:
    """One thing that was done: when, who (agency and role), what and why."""

    at: datetime
    name: str
    role_title: str
    agency: str
    what: str
    why: str


@dataclass(frozen=True)
class Lines:
    """A page of lines, newest first."""

    lines: tuple[Line, ...]
    page: int
    has_more: bool


@dataclass(frozen=True)
class Told:
    """Somebody who looked, agency and role first, and at what, with how often and when last."""

    agency: str
    role_title: str
    name: str
    what: tuple[tuple[str, int, datetime], ...]
    is_me: bool


@dataclass(frozen=True)
class Opened:
    """A family somebody had before them; no reference when it was erased since."""

    reference: str
    opened: int
    changed: int
    listed: int
    first_at: datetime
    last_at: datetime

    @property
    def how(self) -> str:
        """How often, in words: "Opened 3 times, on a list 12 times"."""
        ways = (("opened", self.opened), ("changed", self.changed), ("on a list", self.listed))
        said = ", ".join(f"{way} {_times(count)}" for way, count in ways if count)
        return said[:1].upper() + said[1:]


@dataclass(frozen=True)
class OpenedBy:
    """What one practitioner had before them in a period, and how often they were refused."""

    practitioner: Practitioner
    families: tuple[Opened, ...]
    refused: int
    has_more: bool


@dataclass(frozen=True)
class Overseen:
    """A family as the officer may know it: a number and its references, no fact."""

    family: int
    reference_now: str | None
    reference_then: str | None


def may_oversee(actor: Actor) -> Decision:
    """Whether somebody may ask what others saw: the officer, or the hub's own command."""
    return YES if actor.kind is ActorKind.JOB else may_ask_what_was_opened(actor)


def looks_told(file: FamilyFile, *, now: datetime) -> list[Told]:
    """Who looked at what in the last 90 days, agency and role first, as the family may be shown it
    (S30, B11): what it was not told of is left out while it is not (S14). Record level only."""
    found: dict[tuple[str, int], list[tuple[Any, ...]]] = {}
    for row in _ask("looks_told", file.family, now - LATELY):
        found.setdefault((row[0], row[1]), []).append(row)
    return [_told(file, rows) for rows in found.values()]


def _told(file: FamilyFile, rows: list[tuple[Any, ...]]) -> Told:
    kind, number, name, title, agency, *_ = rows[0]
    shown, role, where = _who(kind, "", name, title, agency)
    what = tuple((purpose_words(row[5]), row[6], row[7]) for row in rows)
    return Told(where, role, shown, what, is_me=_is(file.actor, kind, number))


def looks_at(file: FamilyFile, page: int = 1) -> Lines:
    """Every line about this family, 50 a page, but those on items held back from this actor.

    Raises NotAllowed when the file is not open at record level.
    """
    found = entries_for_family(file, page)
    shown = [look for look in found.looks if look.refs.get("row") not in file.held_back]
    people = Practitioner.objects.select_related("agency").in_bulk(
        {look.actor_id for look in shown if look.actor_kind == ActorKind.PRACTITIONER}
    )
    lines = tuple(_line_of(look, people.get(look.actor_id)) for look in shown)
    return Lines(lines, found.page, found.has_more)


def find_overseen(actor: Actor, reference: str, *, at: datetime) -> Overseen | None:
    """The family a reference stands or stood for, with the reference it had at a moment.

    Raises NotAllowed for anybody but the officer. A reference of nothing is written down too.
    """
    may_oversee(actor).or_raise()
    for family, now, then in _ask("family_overseen", tidy_reference(reference), at):
        return Overseen(family, now, then)
    journal.record("oversight.nothing", actor=actor)
    return None


def who_looked(
    actor: Actor, reference: str, *, since: datetime, until: datetime, page: int = 1
) -> Lines | None:
    """Every line about a family from `since` to before `until`, or None for no such family.

    Raises NotAllowed for anybody but the officer; the question itself is written down.
    """
    found = find_overseen(actor, reference, at=since)
    if found is None:
        return None
    journal.record(
        "oversight.family", actor=actor, family=found.family, **_period(since, until), page=page
    )
    rows = _ask("looks_overseen", found.family, since, until, (page - 1) * PAGE, PAGE + 1)
    lines = tuple(
        Line(at, *_who(kind, job, name, title, agency), sentence(event), purpose_words(why))
        for at, event, kind, job, name, title, agency, why in rows[:PAGE]
    )
    return Lines(lines, page, has_more=len(rows) > PAGE)


def practitioners_with(actor: Actor, email: str) -> list[Practitioner]:
    """Everybody who works or worked with this email address, by agency.

    Raises NotAllowed for anybody but the officer. An address of nobody is written down too.
    """
    may_oversee(actor).or_raise()
    found = list(
        Practitioner.objects.filter(Q(email__iexact=email) | Q(account__email=email.lower()))
        .select_related("agency")
        .order_by("agency__name", "joined_at")
    )
    if not found:
        journal.record("oversight.nothing", actor=actor)
    return found


def opened_by(
    actor: Actor, email: str, *, since: datetime, until: datetime, page: int = 1
) -> list[OpenedBy]:
    """Which families the people of an email address had before them from `since` to `until`.

    Nobody has it: an empty list. Raises NotAllowed for anybody but the officer; that it was asked
    is written down, also in the journal of each family named.
    """
    found = practitioners_with(actor, email)
    return [_opened(actor, who, since, until, page) for who in found]


def _opened(
    actor: Actor, who: Practitioner, since: datetime, until: datetime, page: int
) -> OpenedBy:
    rows = _ask("opened_overseen", who.pk, since, until, (page - 1) * PAGE, PAGE + 1)
    ((refused,),) = _ask("refused_overseen", who.pk, since, until)
    journal.record(
        "oversight.person",
        actor=actor,
        families=[family for family, *_ in rows[:PAGE]],
        practitioner=who.pk,
        page=page,
        **_period(since, until),
    )
    families = tuple(Opened(*row) for _, *row in rows[:PAGE])
    return OpenedBy(who, families, refused, has_more=len(rows) > PAGE)


def _period(since: datetime, until: datetime) -> dict[str, Any]:
    return {"since": day_of(since), "until": day_of(until)}


def _line_of(look: Look, who: Practitioner | None) -> Line:
    name, title, agency = (who.name, who.role_title, who.agency.name) if who else ("", "", "")
    shown = _who(look.actor_kind, look.job, name, title, agency)
    return Line(look.at, *shown, look.sentence, look.purpose_words)


def _who(kind: str, job: str, name: str, title: str, agency: str) -> tuple[str, str, str]:
    """Name, role and agency. A member is not named: who else is in the family is not told."""
    if kind == ActorKind.MEMBER:
        return MEMBER, "", ""
    if kind == ActorKind.JOB:
        return THE_HUB, job, ""
    return name or "Somebody no longer on record", title, agency


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count:,} times"


def _is(actor: Actor, kind: str, number: int) -> bool:
    return actor.kind == kind and actor.id == number


def _ask(function: str, *arguments: Any) -> list[tuple[Any, ...]]:
    places = ", ".join(["%s"] * len(arguments))
    with connection.cursor() as cursor:
        cursor.execute(f"select * from hub.{function}({places})", list(arguments))  # noqa: S608
        return list(cursor.fetchall())
