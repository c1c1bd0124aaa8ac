"""Who gets a copy of the plan, and why not (2.94).

a service   named in an action · the family's yes to it reaches the plan and counts here · nothing
            in the plan, nor the family or where it is, is kept from it or from who of it does
            something
a member    who sees the plan in their own view of the file (S4, S6); of whom something is kept
            private gets what they see, and no more

What is kept from whom is for who leads (S5), so the whole answer is theirs, and so is giving a
copy: everybody else is told what the family agreed, and to ask.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from hub.kernel.clock import day_of
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

NOT_NAMED: Final = "Nobody of this service does anything in the plan, so it gets no copy."
NO_YES: Final = "The family has not said yes to letting them know. Ask the family first."
LESS: Final = "The yes to letting them know does not reach the plan. Ask the family first."
NOT_STANDING: Final = (
    "The yes to letting them know does not count yet: they have not signed the sharing agreement "
    "of this locality, or the terms."
)
KEPT: Final = (
    "Something in the plan is kept private from them. They read what they may see here, and get "
    "no copy."
)
ASK: Final = "The lead professional gives the copies, and knows what the family wants. Ask them."
PLACES: Final = "Where the family is, is kept private from them, and the plan tells places."
NO_OWN_YES: Final = "They have not said yes themselves. Ask them first."
NOBODY: Final = "They get no copy of the plan."


@dataclass(frozen=True)
class Service:
    """What is true of an agency: the level that the family's yes lets reach it, whether that counts
    where the family is (S12), and whether something in the plan is kept from it, as far as the
    reader knows."""

    reach: Level
    stands: bool
    kept: bool = False


@dataclass(frozen=True)
class Member:
    """What is true of somebody in the family: their own view of the file, and what is kept from
    them."""

    look: Decision
    level: Level
    places_kept: bool


def agreed(service: Service) -> Decision:
    """Whether the family's yes lets the plan reach this service."""
    if service.reach is Level.NOTHING:
        return no(NO_YES)
    if service.reach < Level.PLAN:
        return no(LESS)
    return YES if service.stands else no(NOT_STANDING)


def service_gets(service: Service, *, reader: Level) -> Decision:
    """Whether this service gets a copy, as far as this reader may know."""
    may = agreed(service)
    if not may:
        return may
    if reader < Level.RECORD:
        return no(ASK)
    return no(KEPT) if service.kept else YES


def member_gets(member: Member | None, *, reader: Level) -> Decision:
    """Whether somebody in the family gets a copy. None is who has no view: nobody knows of them."""
    if reader < Level.RECORD:
        return no(ASK)
    if member is None:
        return no(NOBODY)
    if not member.look:
        return member.look
    if member.places_kept:
        return no(PLACES)
    return YES if member.level >= Level.PLAN else no(NO_OWN_YES)


def may_give(*, reader: Level, gets: Decision, given_on: date, opened_on: date, today: date,
             how_is_known: bool) -> Decision:  # fmt: skip
    """Whether it can be written down that a copy was given: by who leads, to who gets one."""
    if reader < Level.RECORD:
        return no(ASK)
    if not gets:
        return gets
    if not opened_on <= given_on <= today:
        return no("Enter a day from the one on which the plan was started to today.")
    return YES if how_is_known else no("Choose how it was given.")


def is_old(*, given_on: date, at: datetime, changed_at: datetime | None) -> bool:
    """Whether the plan changed after a copy was given. Of one that was written down on a later day
    than it was given, changes on the day itself are not known to be later."""
    if changed_at is None:
        return False
    return changed_at > at if given_on == day_of(at) else day_of(changed_at) > given_on
