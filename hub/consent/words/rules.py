"""Who keeps the words families are asked with, what can be done to them, and which are in use.

in use     the newest English words that a person has checked; a translation that a person has
           checked and that is not older than they are. Otherwise the language counts as not
           translated: its families hear the English words through an interpreter (S16)
purposes   one is left at least; the words of one in force stand there once (2.74)
"""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from hub.agencies.rules import COORDINATOR, looks_after_everything
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Actor

DATA_PROTECTION_OFFICER: Final = "data_protection_officer"
NOT_YOURS: Final = no("Only an administrator changes the words families are asked with.")
LONGEST_CHECKED_BY: Final = 120
ENDED: Final = "This was taken off the list already. Look at the list again."
THERE: Final = "Families are asked about this already."
AGAIN: Final = (
    "New English words were published. Check the translation against them, then tick this again"
)


def may_read(actor: Actor) -> bool:
    """Whether somebody may read all of it, with what is over: no family's fact is in it."""
    return looks_after_everything(actor) or any(
        actor.has_role(role) for role in (COORDINATOR, DATA_PROTECTION_OFFICER)
    )


def in_use(published_at: datetime, *, newest_english: datetime | None) -> bool:
    """Whether families are asked with checked words: not with a translation of older ones."""
    return newest_english is None or published_at >= newest_english


def may_change(actor: Actor) -> Decision:
    """Whether somebody keeps these words."""
    return YES if looks_after_everything(actor) else NOT_YOURS


def may_add_purpose(actor: Actor, *, words: str, in_force: Collection[str]) -> Decision:
    """Whether a purpose may be added to those in force."""
    if not may_change(actor):
        return NOT_YOURS
    if not words.strip():
        return no("Enter what a yes can be for.")
    if words.strip().casefold() in {there.casefold() for there in in_force}:
        return no(THERE)
    return YES


def may_end_purpose(actor: Actor, *, in_force: bool, others: int) -> Decision:
    """Whether a purpose may be taken off the list; one is always left to choose."""
    if not may_change(actor):
        return NOT_YOURS
    if not in_force:
        return no(ENDED)
    if not others:
        return no("This is the last one. Add another first: a family has to choose what it is for.")
    return YES


def may_move_purpose(actor: Actor, *, in_force: bool, up: bool, place: int, count: int) -> Decision:
    """Whether a purpose may go one place up or down; the first place is 0."""
    if not may_change(actor):
        return NOT_YOURS
    if not in_force:
        return no(ENDED)
    if not 0 <= place + (-1 if up else 1) < count:
        return no("It is the first already." if up else "It is the last already.")
    return YES


def may_translate(*, english: int | None, same_as: int | None) -> Decision:
    """Whether a translation may be published: once a person has checked that it says the same as
    the newest English words, and not as any before (S16)."""
    if english is None:
        return no("Publish the English words first.")
    return YES if same_as == english else no(AGAIN)


def are_words(*, text: str, checker: str, checker_is: str, used: str) -> Decision:
    """Whether this can be published as the next version. `used` is the text in use, or ""."""
    if not text.strip():
        return no("Write the words.")
    if not checker.strip() or not checker_is.strip():
        return no("Say who checked the words, and what they are.")
    if len(checked_by(checker, checker_is)) > LONGEST_CHECKED_BY:
        return no("Say more briefly who checked the words.")
    if text.strip() == used.strip():
        return no("These are the words in use already. Nothing was published.")
    return YES


def checked_by(checker: str, checker_is: str) -> str:
    """Who checked the words, as it stands with them."""
    return f"{checker.strip()}, {checker_is.strip()}"
