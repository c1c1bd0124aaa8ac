"""Who may record what agencies signed, and what has to be so first (S12, S13, 2.63).

A coordinator looks after the sharing agreements of their own locality, an administrator after all
and after the terms of use. The leadership team and the data protection officer read.
"""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final, NamedTuple

from hub.agencies.rules import CLOSED, NOT_YOURS, looks_after, looks_after_everything
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Actor


class Purpose(NamedTuple):
    """What agencies share for: as they sign it, and as families are told."""

    signed: str
    told: str


HELP: Final = "help"
PURPOSES: Final = {
    HELP: Purpose(
        "Helping families who agreed, early and together",
        "to help you together, so that you do not have to tell it all again",
    ),
    "safety": Purpose("Keeping children and adults safe", "to keep children and adults safe"),
    "oversight": Purpose(
        "Seeing how the hub works as a whole, and whom it does not reach",
        "to see how well the hub works as a whole, without looking at you by name",
    ),
}
# Stands where a name would, for who was in before names were asked for: nobody has signed it here.
CARRIED_OVER: Final = "Carried over: ask them to sign"
ENDED: Final = no("This sharing agreement has ended. Renew it first.")


def may_write(actor: Actor, *, locality: int, purposes: Collection[str]) -> Decision:
    """Whether somebody may write a sharing agreement of this locality, for these purposes."""
    if not looks_after(actor, [locality]):
        return NOT_YOURS
    if not purposes or not set(purposes) <= set(PURPOSES):
        return no("Choose what the agencies share for.")
    return YES


def may_last(
    *, begins: date, last_day: date | None, review_on: date, today: date, begun: bool = False
) -> Decision:
    """Whether these days fit together; `begun` when it runs already."""
    if begins < today and not begun:
        return no("The first day must be today or later: nothing is shared backwards.")
    if last_day is not None and last_day < max(begins, today):
        return no("The last day must be the first day or later, and not in the past.")
    if review_on < today:
        return no("The day of the review must be today or later.")
    return YES


def may_change(actor: Actor, *, locality: int, ended: bool) -> Decision:
    """Whether somebody may change or end this sharing agreement, or who is party to it."""
    if not looks_after(actor, [locality]):
        return NOT_YOURS
    return ENDED if ended else YES


def may_join(
    *, works_here: bool, already: bool, in_future: bool, without_basis: Iterable[str]
) -> Decision:
    """Whether an agency may become party: it works here and answers for each purpose (S13)."""
    if not works_here:
        return no("This agency does not work in this locality.")
    if already:
        return no("This agency is already party to this agreement.")
    if in_future:
        return no("The day it was signed must be today or in the past.")
    return _answers(without_basis)


def may_leave(*, left: bool) -> Decision:
    """Whether an agency can still leave the agreement."""
    return no("This agency has already left the agreement.") if left else YES


def may_renew(actor: Actor, *, locality: int, renewed: bool, parties: int) -> Decision:
    """Whether a sharing agreement may be renewed, with at least one of its parties."""
    if not looks_after(actor, [locality]):
        return NOT_YOURS
    if renewed:
        return no("This sharing agreement has already been renewed.")
    return YES if parties else no("Choose the agencies that signed again.")


def asks_again(before: Iterable[str], after: Iterable[str]) -> bool:
    """Whether families are asked again: what they agreed to was for less than this (2.74)."""
    return not set(after) <= set(before)


def may_publish(actor: Actor, *, text: str, counts_from: date, today: date) -> Decision:
    """Whether somebody may publish terms of use; earlier acceptances count until their day."""
    if not looks_after_everything(actor):
        return no("Only an administrator can publish terms of use.")
    if not text.strip():
        return no("Write the terms.")
    if counts_from < today:
        return no("The day must be today or later.")
    return YES


def may_accept(
    actor: Actor,
    *,
    localities: Collection[int],
    closed: bool,
    published: bool,
    already: bool,
    in_future: bool,
    without_basis: Iterable[str],
) -> Decision:
    """Whether it may be recorded that an agency accepted the newest terms."""
    if not looks_after(actor, localities):
        return NOT_YOURS
    if closed:
        return CLOSED
    if not published:
        return no("No terms of use have been published yet. Ask an administrator.")
    if already:
        return no("This agency has already accepted these terms.")
    if in_future:
        return no("The day must be today or in the past.")
    return _answers(without_basis)


def may_end_acceptance(actor: Actor, *, localities: Collection[int], accepted: bool) -> Decision:
    """Whether it may be recorded that an agency no longer accepts the terms."""
    if not looks_after(actor, localities):
        return NOT_YOURS
    return YES if accepted else no("This agency has not accepted the terms of use.")


def _answers(without_basis: Iterable[str]) -> Decision:
    missing = list(without_basis)
    if missing:
        purposes = "; ".join(PURPOSES[code].signed for code in missing)
        return no(f"First record the agency's lawful basis for: {purposes}.")
    return YES
