"""Who may agree, by their age on the day and what they hold (2.85, 2.86, C2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from hub.consent.orders.rules import NOT_ALONE
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

CHILD_UNTIL = 12
JUDGED_UNTIL = 16
ADULT_FROM = 18
NOT_STANDING: Final = (
    "This agency cannot see families here yet: it is not party to a sharing agreement in force and "
    "has not accepted the terms of use. Ring the hub, which can record either. Then ask again."
)
# What can be held back by itself, and the table its row is in.
ITEMS: Final = {
    "member": "families.Membership",
    "address": "families.Address",
    "contact": "families.Contact",
    "advice": "families.Advice",
    "sought": "intake.FamilySought",
    "relationship": "families.Relationship",
    "responsibility": "families.Responsibility",
    "agreement": "consent.Agreement",
    "signature": "papers.Signature",
    "paper": "papers.Paper",
    "involvement": "access.Involvement",
    "goal": "plans.Goal",
    "action": "plans.Action",
    "language": "about.Language",
    "helpers": "about.Helpers",
    "background": "about.Background",
    "needs": "about.Needs",
    "own_words": "about.OwnWords",
    "asked_alone": "about.AskedAlone",
    "child_said": "about.ChildSaid",
    "child_told": "about.ChildTold",
    "child_cares": "about.ChildCares",
    "young_carer": "about.YoungCarer",
    "story": "about.Story",
    "going_on": "about.GoingOn",
    "living": "about.Living",
    "order": "consent.CourtOrder",
}


class Capacity(Enum):
    """What is recorded of somebody's capacity to agree to this (3.13)."""

    ASSUMED = auto()
    CANNOT = auto()
    BEST_INTERESTS = auto()  # and a yes for them was decided, whose day to look again is to come


@dataclass(frozen=True)
class Giver:
    """Somebody asked to agree. `ages` holds every age they may have today, youngest first; empty
    when nothing is known of it. An adult by `is_adult` was recorded as one by the practitioner.
    By a court order somebody `barred` may not agree for one of the children, and a yes is the
    family's whole; a `carer` agrees since nobody responsible is reached (S9, S10)."""

    ages: range
    is_adult: bool
    responsible_for_a_child: bool = False
    died: bool = False
    barred: bool = False
    carer: bool = False
    capacity: Capacity = Capacity.ASSUMED
    other_adults_agreed: bool = True


@dataclass(frozen=True)
class Judgement:
    """A practitioner's judgement of one young person and one decision."""

    understands: bool
    parent_needed: bool
    because: str


def basis_for(giver: Giver, judgement: Judgement | None = None) -> tuple[Decision, str]:
    """Whether this person may agree today, and the basis to record when they may.

    An age known only roughly counts as the youngest it may be: a guess never makes somebody
    old enough (S6). Takes the judgement made for a young person of 12 to 15; others need none.
    """
    if giver.died:
        return no("Nothing more is asked of somebody who died. Ask who agrees now."), ""
    if giver.barred or giver.capacity is Capacity.CANNOT:
        return no(NOT_ALONE), ""
    if not giver.ages and not giver.is_adult:
        return no("Enter how old this person is. An estimate will do."), ""
    youngest = min(giver.ages) if giver.ages else ADULT_FROM
    if youngest < CHILD_UNTIL:
        return no("Under 12 a person with parental responsibility agrees. Ask one of them."), ""
    if youngest < JUDGED_UNTIL:
        return _judged(judgement)  # a young mother who understands agrees for her baby (S10)
    if giver.capacity is Capacity.BEST_INTERESTS:
        return _in_their_interests(giver)
    if giver.responsible_for_a_child:
        return YES, "responsible"  # a young mother too, who is 16 or 17
    if youngest < ADULT_FROM:
        return YES, "young_person"
    return YES, "carer" if giver.carer else "adult"


def _in_their_interests(giver: Giver) -> tuple[Decision, str]:
    """A yes said for who cannot decide is theirs alone: never another adult's (3.13)."""
    if giver.other_adults_agreed:
        return YES, "best_interests"
    return no("Ask each other adult of the family first: this yes is for nobody else."), ""


def outlives_its_giver(*, scope: str, basis: str, others_agreed: bool) -> bool:
    """Whether a yes stays in force when who gave it died, until somebody is asked who agrees now.

    What they gave for themselves ends, and so does what somebody alive has said yes to as well.
    What they said for a child stays, and so does the last yes to writing down and keeping: the
    family's plan stays, and nobody is lost sight of in the same second (S8, S17).
    """
    return not others_agreed and (scope != "share" or basis in ("responsible", "carer"))


def _judged(judgement: Judgement | None) -> tuple[Decision, str]:
    if judgement is None:
        return no("From 12 to 15 you judge whether the young person understands. Record it."), ""
    if not judgement.because.strip():
        return no("Write down what your judgement rests on."), ""
    if not judgement.understands:
        return no("They do not understand this decision yet, so a parent or carer agrees."), ""
    if judgement.parent_needed:
        return no("You judged that a parent is needed too. Ask the parent to agree."), ""
    return YES, "competent"


def may_register(*, has_child: bool, scopes: Iterable[str]) -> Decision:
    """Whether what was agreed is enough to write a family down (S11, 2.88).

    Takes whether a child or unborn child was named (2.19) and the scopes said yes to.
    """
    agreed = set(scopes)
    if not agreed >= {"record", "keep"}:
        return no(
            "Without a yes to writing it down and keeping it there is no record. "
            "You can still help this family."
        )
    if not has_child:
        return no("Add at least one child, young person or unborn child.")
    return YES


def may_withdraw(*, in_force: bool, ends_the_record: bool = False) -> Decision:
    """Whether this one agreement can be stopped by itself. Stopping is never refused: where the
    last yes to writing down or keeping goes, it is stopping everything, and asked as that."""
    if not in_force:
        return no("This agreement had already ended.")
    if ends_the_record:
        return no("Without this yes there is no record. Use “Stop everything” instead.")
    return YES


def may_stop_everything(*, level: Level, open_plan: bool) -> Decision:
    """Whether all agreements can be ended in one step (2.90).

    The plan is closed first, by whoever leads, so that its reason is written down."""
    if level < Level.SUMMARY:
        return no("Only people who work with this family can record that it stops.")
    if open_plan:
        return no("Close the family's plan first, with the reason. Then everything can stop.")
    return YES


def may_record(level: Level) -> Decision:
    """Whether somebody may write down what a family agreed to or wants kept from somebody."""
    if level < Level.SUMMARY:
        return no("Only people who work with this family can record this.")
    return YES


def may_agree_so(*, how: str, witness: str, in_emergency: bool = False) -> Decision:
    """Whether a yes was given in a way that counts: a spoken one has a witness (2.88), but for one
    by telephone or video while an emergency rule runs (4.2)."""
    if how not in ("on_screen", "paper", "spoken", "remote"):
        return no("Choose how the yes was given.")
    if how == "remote" and not in_emergency:
        return no("No emergency rule runs now. A spoken yes has a witness: enter who heard it.")
    if how == "spoken" and not witness.strip():
        return no("Enter who heard the yes.")
    return YES


def may_judge(
    *,
    level: Level,
    ages: range,
    because: str,
    encouraged: str | None = None,
    died: bool = False,
) -> Decision:
    """Whether a judgement of understanding is called for, and says what it rests on (2.84); with
    `encouraged`, also what was done so that they involve a parent (2.87)."""
    if level < Level.RECORD:
        return no("Whoever leads records this judgement.")
    if not ages or not any(CHILD_UNTIL <= age < JUDGED_UNTIL for age in ages):
        return no("This judgement is for young people from 12 to 15.")
    if died:
        return no("Choose somebody who can be asked.")
    if not because.strip():
        return no("Write down what your judgement rests on.")
    if encouraged is not None and not encouraged.strip():
        return no("Write down how you encouraged them to involve a parent, or why it was not safe.")
    return YES
