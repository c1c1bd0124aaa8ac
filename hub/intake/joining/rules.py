"""Who may ask to join a team, and who answers."""

from datetime import date
from typing import Final

from hub.kernel.decisions import YES, Decision, no

MOST_OPEN: Final = 20  # questions of one practitioner that wait


def may_ask(*, yes_by: str, yes_on: date | None, words: str, waiting: int, today: date) -> Decision:
    """Whether a question says whose yes it rests on, since when, and what for (S11)."""
    if not yes_by.strip():
        return no("Enter who in the family said yes to you joining.")
    if yes_on is None or yes_on > today:
        return no("The day they said yes must be today or in the past.")
    if not words.strip():
        return no("Enter what you would do for the family.")
    if waiting >= MOST_OPEN:
        return no("As many of your questions wait as can. Ring the hub about this family.")
    return YES


def may_answer(*, leads: bool, answered: bool) -> Decision:
    """Whether somebody may answer a question to join."""
    if not leads:
        return no("The lead professional answers who asks to join.")
    if answered:
        return no("This has been answered already.")
    return YES
