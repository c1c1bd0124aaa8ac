"""View as: whoever leads, or the data protection officer, looks at a family's file exactly as one
of its members, or a practitioner, sees it. It changes nothing, and every look is written down."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from hub.access import door, opening
from hub.access.facts import known_about
from hub.access.inside.facts import Subject, Viewing, known_inside, subjects_of
from hub.access.inside.rules import may_look, may_view_as
from hub.access.rules import decide, may_look_in_emergency
from hub.agencies import queries as agencies
from hub.agencies.models import Practitioner
from hub.audit import journal
from hub.audit.events import register
from hub.audit.queries import DATA_PROTECTION_OFFICER
from hub.kernel.files import Actor, ActorKind, FamilyFile, Level, NotInYourFiles
from hub.kernel.ids import tidy_reference

register("views.listed", "saw as whom the file can be looked at")

NOTHING: Final = "They see nothing of this family."


@dataclass(frozen=True)
class Views:
    """As whom somebody may look at a family's file; nobody until an officer has said why."""

    family: int
    reference: str
    why: str
    asks_why: bool
    subjects: tuple[Subject, ...]


@dataclass(frozen=True)
class Seen:
    """A file as somebody sees it: none, and why, when they see nothing."""

    family: int
    reference: str
    why: str
    subject: Subject
    file: FamilyFile | None
    because: str = ""


@dataclass(frozen=True)
class _Looking:
    """Who asks, as far as it counts here."""

    actor: Actor
    family: int
    reference: str
    leads: bool
    officer: bool
    refused: bool
    held_back: frozenset[int]


def views_of(actor: Actor, reference: str, *, why: str, now: datetime) -> Views:
    """As whom this family's file can be looked at by somebody. Raises NotInYourFiles for anybody
    but whoever leads and the data protection officer."""
    looking = _looking(actor, reference, now)
    asks = not looking.leads and not may_view_as(
        leads=False, officer=True, of_a_member=True, refused=False, why=why
    )
    found = () if asks else tuple(_subjects(looking, now))
    journal.record("views.listed", actor=actor, family=looking.family, purpose="views")
    return Views(looking.family, looking.reference, why, asks, found)


def look_as(actor: Actor, reference: str, somebody: int, *, why: str, now: datetime) -> Seen:
    """Open a family's file as a member or a practitioner sees it, less what is held back from who
    looks. Raises NotInYourFiles where there is nobody with this id, or they may not; NotAllowed
    when the officer has not said why."""
    looking = _looking(actor, reference, now)
    subject = next((one for one in _subjects(looking, now) if one.id == somebody), None)
    if subject is None:
        subject = _practitioner(looking, somebody)
    may_view_as(
        leads=looking.leads,
        officer=looking.officer,
        of_a_member=subject.kind == ActorKind.MEMBER,
        refused=looking.refused,
        why=why,
    ).or_raise()
    why = "" if looking.leads and not looking.officer else why
    viewing = Viewing(actor, looking.held_back, why)
    file, because = _opened(subject, looking.reference, viewing, now)
    if file is None:
        refs: dict[str, Any] = {subject.kind: subject.id, "level": Level.NOTHING.word}
        journal.record(
            "file.viewed_as", actor=actor, family=looking.family, purpose="views", **refs
        )
    return Seen(looking.family, looking.reference, why, subject, file, because)


def _looking(actor: Actor, reference: str, now: datetime) -> _Looking:
    found = known_about(actor.id, tidy_reference(reference), now)
    if actor.kind is not ActorKind.PRACTITIONER or found is None:
        raise NotInYourFiles(reference)
    facts = found.facts
    leads = facts.lead and decide(facts).level is Level.RECORD
    officer = actor.has_role(DATA_PROTECTION_OFFICER)
    refused = not may_look_in_emergency(facts)
    if not leads and (refused or not officer):
        raise NotInYourFiles(reference)
    held_back = facts.held_from_them | (facts.held_from_agency - facts.lifted)
    if leads:
        opening.open_at([(found.family, Level.RECORD, held_back)], through=None)
    return _Looking(actor, found.family, found.reference, leads, officer, refused, held_back)


def _subjects(looking: _Looking, now: datetime) -> list[Subject]:
    """The members who are not held back from who looks; for an officer the practitioners too."""
    return [
        one
        for one in subjects_of(looking.reference, now)
        if (looking.officer or one.kind == ActorKind.MEMBER) and one.item not in looking.held_back
    ]


def _practitioner(looking: _Looking, somebody: int) -> Subject:
    """Any other practitioner, for an officer. Raises NotInYourFiles."""
    rows = Practitioner.objects.filter(pk=somebody).select_related("agency")
    who = rows.first() if looking.officer else None
    if who is None:
        raise NotInYourFiles(looking.reference)
    about = f"{who.role_title}, {who.agency.name}"
    return Subject(
        looking.family, looking.reference, "practitioner", who.pk, None, who.name, about,
        who.account_id,
    )  # fmt: skip


def _opened(
    subject: Subject, reference: str, viewing: Viewing, now: datetime
) -> tuple[FamilyFile | None, str]:
    """The file as they see it, or why they see nothing."""
    actor: Actor | None = door.member_actor(subject.id)
    if subject.kind == ActorKind.PRACTITIONER:
        actor = agencies.actor_for(subject.account or 0, subject.id, now)
    if actor is None:
        return None, NOTHING
    try:
        return door.open_as(actor, reference, viewing, now=now), ""
    except NotInYourFiles:
        known = known_inside(actor.id, reference, now) if actor.kind is ActorKind.MEMBER else None
        return None, may_look(known.viewer).reason if known else NOTHING
