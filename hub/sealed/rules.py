"""Who may seal, open, hand over and end (S7). Facts in, a reasoned yes or no out.

seal        whoever leads, with the reason; it counts at once, also for whoever did it
name        the data protection officer, who is neither of the two: two people, two accounts
open        each of the two alone, with a reason each time
hand over   one of the two names somebody; the other says yes
end         one of the two asks; the other says yes
"""

from dataclasses import dataclass
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

GROUNDS: Final = ("adoption", "transition", "protected")
WHOLE: Final = "protected"


@dataclass(frozen=True)
class Somebody:
    """Somebody who may be named: the account they sign in with."""

    account: int
    works: bool = True
    administrator: bool = False


def may_seal(*, level: Level, ground: str, because: str, same_as_before: bool) -> Decision:
    """Whether this may be sealed. `same_as_before`: the names that are to stand from now on are
    those that are to be sealed."""
    checks = (
        (level < Level.RECORD, "Whoever leads seals an identity."),
        (ground not in GROUNDS, "Choose what it is about."),
        (not because.strip(), "Write down why it is sealed."),
        (
            ground != WHOLE and same_as_before,
            "Enter the name they have now. It has to differ from the one that is sealed.",
        ),
    )
    return next((no(reason) for wrong, reason in checks if wrong), YES)


def may_name(first: Somebody | None, second: Somebody | None, *, officer: int) -> Decision:
    """Whether these two can be the two people named."""
    for one in (first, second):
        decision = may_keep(one)
        if not decision:
            return decision
        if one is not None and one.account == officer:
            return no("You oversee what is sealed, so you are neither of the two.")
    if first is not None and second is not None and first.account == second.account:
        return no("Name two different people.")
    return YES


def may_keep(one: Somebody | None) -> Decision:
    """Whether somebody can be one of the two at all."""
    if one is None or not one.works:
        return no("Nobody who works here has this email address. Check it.")
    if one.administrator:
        return no("An administrator sees no family's data. Name somebody else.")
    return YES


def may_open(*, because: str, ended: bool) -> Decision:
    """Whether one of the two may open it now."""
    if ended:
        return no("It is sealed no more.")
    if not because.strip():
        return no("Write down why you open it.")
    return YES


def may_hand_over(to: Somebody | None, *, keepers: frozenset[int], ended: bool) -> Decision:
    """Whether one of the two may ask that somebody takes their place. `keepers` are the accounts
    of both."""
    if ended:
        return no("It is sealed no more.")
    decision = may_keep(to)
    if decision and to is not None and to.account in keepers:
        return no("They are one of the two already.")
    return decision


def may_say_yes(*, asked_by: int | None, me: int) -> Decision:
    """Whether the other one may agree: to what was asked for, and not to their own asking."""
    if asked_by is None:
        return no("Nobody has asked for this.")
    if asked_by == me:
        return no("The other one of you two has to agree.")
    return YES
