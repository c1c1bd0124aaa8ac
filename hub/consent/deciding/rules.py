"""When a carer agrees, and when somebody cannot take a decision (S10, 3.13)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from hub.consent.looking.rules import may_wait
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

ACT_FROM: Final = 16  # the Mental Capacity Act counts from here

YOUNG_UNTIL: Final = 12  # for a child under it, only who may decide for them says yes (2.85)
# Whose yes is for the children too: who has parental responsibility, the carer where nobody is
# reached, and the young person who is judged to understand or is 16.
ALSO_FOR_CHILDREN: Final = frozenset({"responsible", "carer", "competent", "young_person"})
FIRST_A_HOLDER: Final = (
    "There is a child under 12, so somebody with parental responsibility says yes to this agency "
    "first. Record who has it, or that a carer agrees, under “Who decides for the children”."
)


@dataclass(frozen=True)
class Asked:
    """Whom it is about: every age they may have, and what is recorded of them."""

    ages: range
    is_adult: bool
    died: bool = False
    responsible: bool = False
    barred: bool = False


@dataclass(frozen=True)
class CapacityTold:
    """One decision, why their capacity for it is in doubt, and what was found."""

    about: str
    decision: str
    doubt: str
    help_given: str
    understands: bool
    retains: bool
    weighs: bool
    communicates: bool
    consulted: str = ""
    best_interests: str = ""
    says_yes: bool = False
    again_on: date | None = None

    @property
    def can(self) -> bool:
        """Whether they can decide: all four, since one that is missing is enough."""
        return self.understands and self.retains and self.weighs and self.communicates


def may_agree_as_carer(
    asked: Asked, *, level: Level, because: str, advice: str, again_on: date | None, today: date
) -> Decision:
    """Whether an adult agrees as the carer: nobody responsible is reached, advice was taken."""
    checks = (
        (level < Level.RECORD, "Only whoever leads records that a carer agrees."),
        (asked.died, "Choose somebody who can be asked."),
        (not _adult(asked), "The carer who agrees is an adult."),
        (asked.responsible, "They have parental responsibility, so they agree as that."),
        (asked.barred, "A court order says that they may not agree. Ask somebody else."),
        (not because.strip(), "Write down why nobody with parental responsibility is reached."),
        (not advice.strip(), "Write down whose advice you took, and what it was."),
    )
    first = next((no(reason) for wrong, reason in checks if wrong), YES)
    return first and may_wait(again_on, today=today)


def may_judge_capacity(asked: Asked, told: CapacityTold, *, level: Level, today: date) -> Decision:
    """Whether this can be recorded: one decision, a reason to doubt, help given first; and where
    they cannot decide, who was consulted, what is best for them, and a day to look again."""
    checks = (
        (level < Level.RECORD, "Only whoever leads records this."),
        (asked.died, "Choose somebody who can be asked."),
        (
            not _from_16(asked),
            "This is for people from 16. Before that you judge whether they understand.",
        ),
        (not told.decision.strip(), "Write down which decision it is about."),
        (
            not told.doubt.strip(),
            "Everybody is taken to be able to decide. Write down why it is in doubt.",
        ),
        (not told.help_given.strip(), "Write down how you helped them to decide for themselves."),
        (
            told.can and told.says_yes,
            "They can decide, so the yes or no is theirs. Nobody says it for them.",
        ),
    )
    first = next((no(reason) for wrong, reason in checks if wrong), YES)
    return first and (YES if told.can else _cannot(told, today))


def _cannot(told: CapacityTold, today: date) -> Decision:
    if not told.consulted.strip():
        return no("Write down who you asked: who knows them, and who cares for them.")
    if not told.best_interests.strip():
        return no("Write down what is best for them, and what they would wish themselves.")
    return may_wait(told.again_on, today=today)


def _adult(asked: Asked) -> bool:
    return min(asked.ages) >= 18 if asked.ages else asked.is_adult


def _from_16(asked: Asked) -> bool:
    return min(asked.ages) >= ACT_FROM if asked.ages else asked.is_adult


def is_young(ages: range) -> bool:
    """Whether a child may be under 12: a guess, or nothing known, never makes one older (S6)."""
    return not ages or min(ages) < YOUNG_UNTIL


def may_share_for_children(
    *, scope: str, basis: str, young_children: bool, agreed_for_them: bool
) -> Decision:
    """Whether a yes can let an agency know of a family (2.85). The yes of an adult without
    parental responsibility is that adult's alone: with a child under 12 it counts beside one to
    the same agency that is for the children too, and does not come before it."""
    theirs_alone = scope == "share" and basis not in ALSO_FOR_CHILDREN
    if theirs_alone and young_children and not agreed_for_them:
        return no(FIRST_A_HOLDER)
    return YES
