"""Who can see, and who has looked, as the members of a family are part of these answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from hub.access import facts as known
from hub.access.inside.facts import Known, known_inside_each, looks_inside
from hub.access.inside.rules import ADULT, as_told, level_of, may_look
from hub.access.rules import decide
from hub.consent import queries as consent
from hub.families import queries as families
from hub.kernel.files import ActorKind, FamilyFile, Level

LATELY: Final = timedelta(days=90)
TIES: Final = {
    "mother": "mother",
    "father": "father",
    "step_parent": "step-parent",
    "grandparent": "grandparent",
    "carer": "carer",
    "partner": "partner",
    "sibling": "brother or sister",
}
OTHER_ADULTS: Final = (
    "What is their own and what was shared with them. Never what you keep private from them."
)


@dataclass(frozen=True)
class MemberSees:
    """One line of "who can see": somebody in the family, and what they see, in words."""

    name: str
    sees: str


@dataclass(frozen=True)
class Look:
    """A practitioner who opened the file lately, agency and role first."""

    agency: str
    role_title: str
    name: str
    times: int
    last_at: datetime


def members_see(file: FamilyFile, *, now: datetime) -> list[MemberSees]:
    """What those in the family see of its file (C5). To a member: themselves, and the other adults,
    of whom it does not say who said yes or was judged (S6); to who leads: everybody; else none."""
    rows = families.members_in(file)
    if file.actor.kind is ActorKind.MEMBER:
        own = MemberSees("You", _to_themselves(file))
        ties = {
            row.person: TIES[row.kind]
            for row in families.relationships_in(file)
            if row.other == file.actor.id and row.kind in TIES
        }
        others = [row for row in rows if row.part == ADULT and row.person_id != file.actor.id]
        return [own] + [
            MemberSees(_your(row.person.full_name, ties.get(row.person_id, "")), OTHER_ADULTS)
            for row in others
            if not row.loss
        ]
    if not file.sees(Level.RECORD):
        return []
    found = known_inside_each([row.person_id for row in rows], file.reference, now)
    return [
        MemberSees(row.person.full_name, _in_words(found[row.person_id]))
        for row in rows
        if not row.loss and row.person_id in found
    ]


def looked_inside(file: FamilyFile, *, now: datetime) -> list[Look]:
    """Who opened the file in the last 90 days, as a member of the family is shown it: those who
    could by the family's yes or their office then, and of other staff those of an agency that the
    member said yes to. Nobody to from whom the family's places are kept (S3)."""
    if file.actor.kind is not ActorKind.MEMBER or file.family in file.held_back:
        return []
    rows = looks_inside(file.family, now - LATELY)
    then = known.known_about_then({who: at for who, *_, at in rows}, file.reference)
    levels = {who: decide(as_told(one.facts)).level for who, one in then.items()}
    agreed = {agency.name for agency in consent.agencies_agreed(file)}
    return [
        Look(agency, title, name, times, at)
        for who, name, title, agency, times, at in rows
        if levels.get(who, Level.NOTHING) > (Level.NOTHING if agency in agreed else Level.SIGNPOST)
    ]


def _to_themselves(file: FamilyFile) -> str:
    plan = ", what was shared with you, and the plan" if file.sees(Level.PLAN) else ""
    return f"What is your own{plan}." if plan else "What is your own, and what was shared with you."


def _your(name: str, tie: str) -> str:
    return f"{name}, your {tie}" if tie else name


def _in_words(found: Known) -> str:
    may = may_look(found.viewer)
    if not may:
        return f"Nothing. {may.reason}"
    if found.viewer.places_kept:
        return "What is their own, without any place. Where the family is, is kept from them."
    if found.viewer.not_told_of:
        return "What is their own. Nothing of a child of whom they may not be told."
    if level_of(found.viewer) is Level.PLAN:
        return "What is their own, what was shared with them, and the plan."
    return "What is their own, and what was shared with them. They have not said yes themselves."
