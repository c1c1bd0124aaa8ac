"""Who writes down advice they asked for, and what they decided; how long what is theirs is kept."""

from datetime import date, timedelta
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

KEPT: Final = timedelta(days=730)


def may_write(*, level: Level) -> Decision:
    """Whether advice about a family can be written into its file by who sees so much of it."""
    if level >= Level.SUMMARY:
        return YES
    return no(
        "Only somebody who sees who is in the family can write this here. Write it down without "
        "a family, and name nobody."
    )


def may_have_asked(
    asked_on: date | None, *, whom: str, asked: str, advised: str, today: date
) -> Decision:
    """Whether this says when advice was asked for, of whom, and what it was."""
    if asked_on is None:
        return no("Enter the day you asked.")
    if asked_on > today:
        return no("The day you asked must be today or in the past.")
    if not whom.strip():
        return no("Enter who advised you.")
    if not (asked.strip() and advised.strip()):
        return no("Enter what you asked and what you were advised.")
    return YES


def may_decide(*, mine: bool, decided_already: bool, decided: str, because: str) -> Decision:
    """Whether somebody may write down what they decided after the advice."""
    if not mine:
        return no("Whoever asked for the advice writes down what they decided.")
    if decided_already:
        return no(
            "What you decided is written down already, and stays as it is. If you ask again, or "
            "decide something else, write that down anew."
        )
    return may_give(decided, because) if decided.strip() else no("Enter what you decided.")


def may_give(decided: str, because: str) -> Decision:
    """Whether a decision has its reason; none yet is right too, but no reason of nothing."""
    if decided.strip() and not because.strip():
        return no("Enter why you decided that.")
    if because.strip() and not decided.strip():
        return no("Enter what you decided, or leave both empty until you have.")
    return YES
