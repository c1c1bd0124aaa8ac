"""Who may keep what private from whom, and who may let it be seen again (C3, S3, S5, S14).

keep one item      whoever leads · whoever wrote it down · anybody who works with the family,
                   when the person it is about asks: an adult, from 16, or from 12 judged to
                   understand what it means (S5)
keep the place     the same; every member of the family may ask for it (S3)
keep the family    whoever leads, and nobody else
never              what is somebody's own from them: that they are in the family, how they are
                   reached, what they agreed to; from oneself; from who leads neither, but for one
                   item, when the person it is about asks (S5): the lead is told, and cannot end it
not by a slip      one item from a whole agency where one works, or whoever leads does: the
                   people there are named instead. The whole family can be kept from such an
                   agency; the one who leads still sees it.
let it be seen     whoever has the record open or wrote down that it is private, and is not whom
                   it is kept from; where somebody in the family asked for it, when they say so
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

# Where the family is, as one item: its id is the family's own, so that one mark stands for every
# row that tells it, also those that are written later (S3).
PLACES: Final = "places"

NOT_YOURS: Final = (
    "Choose whose wish it is. Only whoever leads, or wrote this down, can keep it private without "
    "somebody it is about asking for it."
)


class Wish(Enum):
    """Who asks for something to be kept private."""

    NOBODY = auto()  # it is the practitioner's own judgement
    OTHER = auto()  # somebody in the family, and it is not about them
    OWN = auto()  # who it is about: an adult, or from 16
    JUDGED = auto()  # from 12 to 15, judged to understand what it means
    YOUNG = auto()  # from 12 to 15, not judged
    CHILD = auto()  # under 12, or of an age nobody knows


@dataclass(frozen=True)
class Holding:
    """Somebody wants to keep an item, or the whole family, private from somebody."""

    level: Level
    whole_family: bool = False
    leads: bool = False
    recorded: bool = False
    wish: Wish = Wish.NOBODY
    from_self: bool = False
    from_own_agency: bool = False
    from_lead: bool = False
    from_leads_agency: bool = False
    from_whose_it_is: bool = False
    held_already: bool = False


def may_hold_back(asked: Holding) -> Decision:
    """Whether this may be kept private from them (2.81, S5)."""
    item = not asked.whole_family
    checks = (
        (asked.level < Level.SUMMARY, "Only people who work with this family can record this."),
        (
            asked.whole_family and not asked.leads,
            "Only whoever leads can keep the whole family from somebody.",
        ),
        (asked.from_whose_it_is, "This is their own, so it cannot be kept from them."),
        (asked.from_self, "You cannot shut yourself out. Hand the family over first."),
        (
            asked.from_lead and not (item and asked.wish in (Wish.OWN, Wish.JUDGED)),
            "They lead for this family, so they have to see it. Hand the family over first.",
        ),
        (
            item and asked.from_own_agency,
            "You work there, so you would not see it yourself. Name the people it is kept from.",
        ),
        (
            item and asked.from_leads_agency,
            "Whoever leads works there and has to see it. Name the people it is kept from.",
        ),
        (not (asked.leads or _on_their_own_word(asked)), _why_not(asked.wish)),
        (asked.held_already, "It is kept private from them already."),
    )
    return next((no(reason) for wrong, reason in checks if wrong), YES)


def _on_their_own_word(asked: Holding) -> bool:
    """Whether somebody who does not lead may: they wrote it down, or who it is about asks."""
    return asked.recorded or asked.wish in (Wish.OWN, Wish.JUDGED)


def _why_not(wish: Wish) -> str:
    return {
        Wish.YOUNG: "From 12 to 15 you judge whether they understand what this means. Say so.",
        Wish.CHILD: "Under 12, whoever leads talks it over with them and records it.",
    }.get(wish, NOT_YOURS)


def may_let_go(
    *,
    from_self: bool,
    asked_for: bool = False,
    they_say_so: bool = False,
    ordered: bool = False,
) -> Decision:
    """Whether something may be seen again: never on the word of whom it is kept from (S14), nor
    while a court order stands behind it (S9), nor over the head of who asked for it (S5)."""
    if from_self:
        return no("This is kept from you or your agency. Somebody else has to record that it ends.")
    if ordered:
        return no("A court order stands behind this. Record first that the order ended.")
    if asked_for and not they_say_so:
        return no("Somebody in the family asked for this. Ask them first, and say that you did.")
    return YES
