"""Replay: "could X see Y on that day, and why?", for any moment that has been (S34).

It decides again with the same rules and the same dated facts as the door did then.
"""

from dataclasses import dataclass
from datetime import datetime

from hub.access.oversight import find_overseen, practitioners_with
from hub.access.queries import sight_of
from hub.access.rules import Sight
from hub.agencies.models import Practitioner
from hub.audit import journal
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, Level

FUTURE = "The day and time must be in the past: what will be is not decided yet."
NOT_YET = "There was no family with this reference then."


@dataclass(frozen=True)
class Replayed:
    """What one practitioner could see of a family at a moment, and why."""

    practitioner: Practitioner
    at: datetime
    sight: Sight


@dataclass(frozen=True)
class Answer:
    """Whether the family and the person are there at all, and what each could see."""

    family_found: bool
    replayed: tuple[Replayed, ...]


def replay(actor: Actor, *, email: str, reference: str, at: datetime, now: datetime) -> Answer:
    """What the people of an email address could see of a family at a moment.

    A family that has a new reference since (S3) is found by either. Raises NotAllowed for anybody
    but the data protection officer, and for a moment to come. The question is written down, in the
    family's journal when there is one.
    """
    if at > now:
        raise NotAllowed(FUTURE)
    family = find_overseen(actor, reference, at=at)
    people = practitioners_with(actor, email)
    if family is None:
        return Answer(False, ())
    replayed = tuple(_decide(who, family.reference_then, at) for who in people)
    for one in replayed:
        journal.record(
            "oversight.replayed",
            actor=actor,
            family=family.family,
            purpose="replay",
            practitioner=one.practitioner.pk,
            on=day_of(at),
            level=one.sight.level.word,
        )
    return Answer(True, replayed)


def _decide(who: Practitioner, reference: str | None, at: datetime) -> Replayed:
    if reference is None:
        return Replayed(who, at, Sight(Level.NOTHING, (NOT_YET,)))
    return Replayed(who, at, sight_of(who.pk, reference, at=at))
