"""What an emergency rule may ease, for how long, and when what was said under it is signed (4.2).

It runs from its first day to its last, both set when it is made, half a year at the most. It never
begins before the day it is made and is never made longer: what is needed on is another rule. While
it runs a yes by telephone or video needs no witness, and a spoken yes is signed later than usual.
Its end ends no yes: what is unsigned then is due.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hub.agencies.rules import looks_after_everything
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Actor

DATA_PROTECTION_OFFICER: Final = "data_protection_officer"
NOT_YOURS: Final = no("Only an administrator makes or ends an emergency rule.")
LONGEST: Final = timedelta(days=183)
MOST_DAYS: Final = 120  # working days to sign: about half a year
SPOKEN: Final = frozenset({"spoken", "remote"})
FEW: Final = 5
OVERLAPS: Final = (
    "Another emergency rule runs then. Choose days after it, or end the other one first."
)


@dataclass(frozen=True)
class Rule:
    """What is asked for: why, its first and last day, and working days to sign a spoken yes."""

    reason: str
    from_on: date | None
    until_on: date | None
    sign_days: int


def may_read(actor: Actor) -> bool:
    """Whether somebody reads what rules there were and how much rests on each."""
    return looks_after_everything(actor) or actor.has_role(DATA_PROTECTION_OFFICER)


def may_set(actor: Actor, rule: Rule, *, today: date, usual_days: int) -> Decision:
    """Whether this rule may be made: by an administrator, with a reason and both days."""
    if not looks_after_everything(actor):
        return NOT_YOURS
    if not rule.reason.strip():
        return no("Write down what the emergency is.")
    if rule.from_on is None or rule.until_on is None:
        return no("Enter the first and the last day. A rule without an end is no emergency rule.")
    if rule.from_on < today:
        return no("The first day is today or later: what was said before rests on no rule.")
    if rule.until_on < rule.from_on:
        return no("The last day cannot be before the first.")
    if rule.until_on - rule.from_on > LONGEST:
        return no("Choose a last day within half a year of the first. Then look at it again.")
    if not usual_days <= rule.sign_days <= MOST_DAYS:
        return no(f"Enter {usual_days} working days, as usual, or more, up to {MOST_DAYS}.")
    return YES


def may_end(actor: Actor, *, over: bool) -> Decision:
    """Whether a rule may be ended before its last day."""
    if not looks_after_everything(actor):
        return NOT_YOURS
    return no("This rule is over already.") if over else YES


def runs(*, from_on: date, until_on: date, ended_on: date | None, day: date) -> bool:
    """Whether a rule eases a yes that is given on this day. One that was ended eases nothing from
    the moment that is recorded."""
    return ended_on is None and from_on <= day <= until_on


def over_on(*, until_on: date, ended_on: date | None) -> date:
    """The day on which a rule is over: the one after its last, or that on which it was ended."""
    return until_on + timedelta(days=1) if ended_on is None else ended_on


def due_on(*, usual: date, eased: date, over: date) -> date:
    """The day by which what was said under a rule is signed: as late as the rule says, at its end
    if that is sooner, and never sooner than usual."""
    return max(usual, min(eased, over))


def in_words(count: int | None) -> str:
    """A count for a page: a small one could point at a family."""
    if count is None:
        return f"fewer than {FEW}"
    return str(count)
