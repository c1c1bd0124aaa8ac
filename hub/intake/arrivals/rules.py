"""Who may put a family into the queue, take it up and say what came of it; how long it is kept."""

from datetime import date, datetime, timedelta
from typing import Final

from hub.kernel.decisions import YES, Decision, no

ACCESS_TEAM: Final = "access_team"
COORDINATOR: Final = "coordinator"
REGISTERED: Final = "registered"
YOUNG_PERSON: Final = "young_person"
KEPT_AFTER: Final = timedelta(days=28)
KEPT_WAITING: Final = timedelta(days=90)
SOON: Final = timedelta(days=2)  # a family that asks for help is rung within two days
# Who somebody who asks can be to the child, in the words of their own form.
RELATIONS: Final = (
    ("mother", "The mother"),
    ("father", "The father"),
    ("step_parent", "A step-parent"),
    ("grandparent", "A grandparent"),
    ("carer", "A carer"),
    (YOUNG_PERSON, "The young person"),
    ("other", "Somebody else in the family"),
)
OUTCOMES: Final = ("advice", "not_wanted", "not_reached", "already")

NOT_TAKEN: Final = no("Take it up first, so that others know who has it in hand.")
SOMEBODY_ELSE: Final = no("Somebody else has taken it up. Talk to them first.")
OVER: Final = no("What came of it is written down already. Open it again to change that.")


def deleted_at(*, arrived_at: datetime, ended_at: datetime | None) -> datetime:
    """When an arrival is deleted: counted from its outcome, or from when it came."""
    return ended_at + KEPT_AFTER if ended_at else arrived_at + KEPT_WAITING


def may_ask(*, locality: bool, name: str, words: str) -> Decision:
    """Whether this can wait in a queue: somebody, with a few words, in a locality there is."""
    if not locality:
        return no("Choose the hub that is nearest.")
    if not name.strip():
        return no("Enter a name. A first name is enough.")
    if not words.strip():
        return no("Say in a few words what would help.")
    return YES


def may_ask_for(*, agreed: bool) -> Decision:
    """Whether somebody at work may ask for a family: when the family said yes to it (S11)."""
    return YES if agreed else no("Ask the family first. Without their yes the hub is not told.")


def may_pass_down(*, access_team: bool) -> Decision:
    """Whether somebody may pass a family down (2.51)."""
    return YES if access_team else no("Only the access team passes families down.")


def may_have_agreed(agreed_on: date | None, *, today: date) -> Decision:
    """Whether this can be the day something was agreed."""
    if agreed_on is None:
        return no("Enter the day it was agreed.")
    return YES if agreed_on <= today else no("The day it was agreed must be today or in the past.")


def may_take(*, taken: bool, ended: bool) -> Decision:
    """Whether somebody may take this up now."""
    if ended:
        return OVER
    return no("Somebody has taken it up already.") if taken else YES


def may_give_back(*, mine: bool, ended: bool) -> Decision:
    """Whether somebody may put this back into the queue."""
    if ended:
        return OVER
    return YES if mine else SOMEBODY_ELSE


def may_end(*, taken: bool, mine: bool, ended: bool, outcome: str) -> Decision:
    """Whether somebody may write down what came of this."""
    if ended:
        return OVER
    if not taken:
        return NOT_TAKEN
    if not mine:
        return SOMEBODY_ELSE
    return YES if outcome in (*OUTCOMES, REGISTERED) else no("Choose what came of it.")


def may_reopen(*, outcome: str) -> Decision:
    """Whether what came of this can be taken back: never that there is a family now."""
    if not outcome:
        return no("Nothing is written down yet of what came of it.")
    if outcome == REGISTERED:
        return no("The family is registered. To end that, open its file.")
    return YES


def waits_long(*, arrived_at: datetime, taken: bool, now: datetime) -> bool:
    """Whether nobody has taken it up for longer than a family should wait."""
    return not taken and now - arrived_at > SOON
