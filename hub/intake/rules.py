"""When a draft has run out, and when what was typed is enough to register a family."""

from datetime import datetime, timedelta
from typing import Final

from hub.consent import rules as consent
from hub.consent.deciding.rules import is_young, may_share_for_children
from hub.families import rules as families
from hub.intake.registration import NamedPerson, Registration
from hub.kernel.clock import day_of
from hub.kernel.decisions import YES, Decision, no

DRAFT_KEPT: Final = timedelta(days=28)
PRACTICE_KEPT: Final = timedelta(days=7)
LONGEST_DRAFT: Final = 100_000  # letters; a form of twenty people is a tenth of it
MOST_DRAFTS: Final = 20
MOST_PEOPLE: Final = 20
ASK_WHO_DECIDES: Final = timedelta(days=7)  # who has parental responsibility, where nobody knew


def draft_ends(touched_at: datetime, *, practice: bool = False) -> datetime:
    """When a draft is deleted, counted from when it was last touched (S11)."""
    return touched_at + (PRACTICE_KEPT if practice else DRAFT_KEPT)


def may_draft(*, length: int, drafts: int) -> Decision:
    """Whether a draft of this many letters can be kept beside those somebody has already."""
    if length > LONGEST_DRAFT:
        return no("That is more than can be kept. Shorten what you typed.")
    if drafts >= MOST_DRAFTS:
        return no(f"You have {MOST_DRAFTS} unfinished forms. Finish or delete one first.")
    return YES


def may_register(registration: Registration, *, now: datetime) -> Decision:
    """Whether this can be registered: a yes by somebody who may say it, and a child (S11, 2.19)."""
    people = registration.people
    if not people:
        return no("Enter who said yes.")
    if len(people) > MOST_PEOPLE:
        return no(f"Register {MOST_PEOPLE} people at the most, and add the others afterwards.")
    children = any(person.part in ("child", "unborn") for person in people)
    enough = consent.may_register(has_child=children, scopes=registration.scopes)
    return enough and may_say_yes(registration, now=now) and _may_share(registration, now)


def young_children(registration: Registration, *, now: datetime) -> list[int]:
    """Which of those named are children who may be under 12, by their place in the list."""
    return [
        place
        for place, person in enumerate(registration.people)
        if person.part == "child" and is_young(families.ages_on(person.born, day_of(now)))
    ]


def asks_who_decides(registration: Registration, *, now: datetime) -> bool:
    """Whether there is a child under 12 and nobody was said to have parental responsibility."""
    known = any(person.responsible for person in registration.people)
    return not known and bool(young_children(registration, now=now))


def _may_share(registration: Registration, now: datetime) -> Decision:
    """Whether an agency may be told from the start: by whose yes is for the children too (2.85)."""
    return may_share_for_children(
        scope="share" if registration.agencies else "",
        basis=_basis(registration, now)[1],
        young_children=bool(young_children(registration, now=now)),
        agreed_for_them=False,
    )


def may_say_yes(registration: Registration, *, now: datetime) -> Decision:
    """Whether the first person named may say yes today, by their age and what they hold (2.85)."""
    if registration.people[0].part == "unborn":
        return no("The first person is whoever said yes. Put the unborn child after them.")
    return _basis(registration, now)[0]


def _basis(registration: Registration, now: datetime) -> tuple[Decision, str]:
    giver, *others = registration.people
    judged = registration.judged
    return consent.basis_for(
        consent.Giver(
            ages=families.ages_on(giver.born, day_of(now)),
            is_adult=giver.part == "adult",
            responsible_for_a_child=giver.responsible and any(map(is_child, others)),
        ),
        consent.Judgement(judged.understands, judged.parent_needed, judged.because)
        if judged
        else None,
    )


def needs_judgement(giver: NamedPerson, *, now: datetime) -> bool:
    """Whether whoever says yes may be 12 to 15, so that their understanding is judged (2.86)."""
    return is_judged(families.ages_on(giver.born, day_of(now)))


def is_judged(ages: range) -> bool:
    """Whether somebody of these ages is judged: the youngest they may be counts."""
    return bool(ages) and consent.CHILD_UNTIL <= min(ages) < consent.JUDGED_UNTIL


def is_child(person: NamedPerson) -> bool:
    """Whether somebody can hold parental responsibility for this person."""
    return person.part in ("child", "unborn")
