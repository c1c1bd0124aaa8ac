"""Those who look after others: what comes back to whoever leads, and how many young carers there
are and are helped, as numbers alone (3.3-3.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from hub.about import queries, rules
from hub.about.models import Answers
from hub.about.rules.caring import Comes, comes_back, may_be_asked_for
from hub.about.rules.part import Part
from hub.consent.looking import changes as looking
from hub.consent.looking.queries import ToLookAt, waiting_in
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, FamilyFile, Level

ASKED_ABOUT: Final = (
    "caring",
    "assessment",
    "assessment_asked_on",
    "assessment_due_on",
)
FOUND: Final = {
    "young_carer": "Answered on “What a young carer needs”, or on “Health, needs and caring”.",
    "carer_assessment": "Answered on “Health, needs and caring”.",
}


@dataclass(frozen=True)
class Asked:
    """A child, whether the reader knows that they look after somebody, what they said of it to the
    reader, and what the reader wrote down that they need."""

    member: Membership
    known: bool
    cares: Answers | None
    carer: Answers | None


@dataclass(frozen=True)
class Counted:
    """A number of a locality, to the nearest five; None: fewer than five, or nobody."""

    locality: str
    what: str
    number: int | None


def children_asked(file: FamilyFile) -> list[Asked]:
    """Every child whom it can be asked with, as far as the reader knows of it."""
    return [
        Asked(
            member,
            _looks_after(queries.answers_in(file, rules.NEEDS, member.person_id)),
            *(
                queries.answers_in(file, part, member.person_id)
                for part in (rules.CARES, rules.CARER)
            ),
        )
        for member in families.living_in(file)
        if rules.is_asked(rules.CARER, member=member.part, loss=member.loss)
    ]


def said_yes(file: FamilyFile, person: int | None) -> bool:
    """Whether a child said to the reader that they look after somebody."""
    said: Any = queries.answers_in(file, rules.CARES, person)
    return said is not None and said.cares == "yes"


def refuse_unasked(part: Part, said: Mapping[str, Any], *, now: datetime) -> None:
    """Raise NotAllowed where an assessment was asked for and it does not say when."""
    if part is rules.NEEDS:
        may_be_asked_for(said, today=day_of(now)).or_raise()


def follow(
    file: FamilyFile,
    part: Part,
    member: Membership | None,
    *,
    before: Mapping[str, Any],
    said: Mapping[str, Any],
    now: datetime,
) -> None:
    """Bring back to whoever leads what this page asks for, and take away what it answers; nothing
    where these answers stand as they stood."""
    if member is None or not file.sees(Level.RECORD):
        return
    if part is rules.CARER:
        _answered(file, _waiting(file, member.person_id, "young_carer", now), now)
    if part is rules.NEEDS and any(before.get(name) != said.get(name) for name in ASKED_ABOUT):
        child = bool(rules.is_asked(rules.CARER, member=member.part, loss=member.loss))
        asked = child and _was_asked(file, member.person_id)
        today = day_of(now)
        wanted = comes_back(said, child=child, asked=asked, today=today)
        _bring(file, member.person_id, wanted, now)


def counted(actor: Actor) -> list[Counted]:
    """How many young carers there are in the localities of this actor, and what is done for them:
    for coordinators and the managers of the leadership team; nothing for anybody else."""
    # The function knows who asks from the door's settings; the actor is who they were made for.
    assert actor.id is not None  # noqa: S101
    with connection.cursor() as cursor:
        cursor.execute("select locality, what, number from hub.young_carers_counted()")
        return [Counted(*row) for row in cursor.fetchall()]


def _bring(file: FamilyFile, person: int, wanted: list[Comes], now: datetime) -> None:
    for kind in FOUND:
        asks = next((one for one in wanted if one.kind == kind), None)
        stands = _waiting(file, person, kind, now)
        if asks and any(one.due_on == asks.on or kind == "young_carer" for one in stands):
            continue
        _answered(file, stands, now)
        if asks:
            looking.look_again(file, kind=kind, person=person, on=asks.on, now=now)


def _waiting(file: FamilyFile, person: int, kind: str, now: datetime) -> list[ToLookAt]:
    """The questions of a kind about somebody that wait."""
    rows = waiting_in(file, today=day_of(now))
    return [one for one in rows if (one.person, one.kind) == (person, kind)]


def _answered(file: FamilyFile, waiting: list[ToLookAt], now: datetime) -> None:
    for one in waiting:
        looking.have_looked(file, one.id, found=FOUND[one.kind], now=now)


def _was_asked(file: FamilyFile, person: int) -> bool:
    return any(one.person == person and one.part is rules.CARER for one in queries.own_in(file))


def _looks_after(needs: Any) -> bool:
    return needs is not None and needs.caring == "yes"
