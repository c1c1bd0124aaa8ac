"""What a look-up tells of a family that it found: the policy, to be read and signed.

From the top; the first line that holds is the answer.

    not kept any more            nothing. The family stopped everything; nobody looks behind either
    sealed                       nothing. What is sealed is in no search (S7)
    whoever asks sees the family the family itself: surely found, a link to it; perhaps, the same
                                 with the word "perhaps". It is no more than they could open anyway
    kept from them, or from
    their agency                 nothing, and a coordinator looks behind
    a no to their agency         nothing, and a coordinator looks behind
    at risk                      nothing, and a coordinator looks behind: a family that keeps where
                                 it is from anybody, whose address somebody else holds, or of which
                                 one may have no contact with another
    agreed to no sharing         nothing, and a coordinator looks behind. A yes to any agency's
                                 knowing counts as a yes to this answer; none does not
    only perhaps                 ask the hub
    nobody leads                 ask the hub
    the lead's agency tells      that somebody leads, or that a plan is begun; the hub is the
                                 contact. A refuge's name says what a family has been through (S18)
    starting                     a plan is being started: by whom, agency, how to reach them (S20)
    leading                      a lead professional is in place: who, agency, how to reach them

"Nothing" is the answer that is given when nothing was found, in the same words, bytes and time
(S19): it means carry on. No answer says more than was typed: no name of the family, no place, no
reason (S18). Reasons are for whoever has the family's summary, and never where something of it is
kept from them.

What is kept from whoever asks does not help them to find it. Somebody in the family who is kept
from them counts as not there, and of a family that keeps where it is from them no address, postcode
or telephone counts, whether or not it was the right one.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level


class Surely(IntEnum):
    """How surely a family is the one that was typed; the search says it."""

    NO = 0
    ASK = 1
    FAMILY = 2


class Stage(StrEnum):
    """How far a family has come to having somebody who leads."""

    NOBODY = ""
    STARTING = "starting"
    APPOINTED = "appointed"


class Says(StrEnum):
    """The kinds of answer there are."""

    FAMILY = "family"
    PERHAPS = "perhaps"
    LEAD = "lead"
    STARTING = "starting"
    HUB_LEAD = "hub_lead"
    HUB_STARTING = "hub_starting"
    ASK = "ask"
    NOTHING = "nothing"


SURE: Final = (Says.FAMILY, Says.LEAD, Says.STARTING, Says.HUB_LEAD, Says.HUB_STARTING)
LED: Final = (Says.LEAD, Says.STARTING, Says.HUB_LEAD, Says.HUB_STARTING)
# Why somebody registers a family of which they were told that it is known. A false alarm never
# stops help; each is a code for the journal, with its words.
ANOTHER: Final = {
    "spoken": "I have spoken to whoever leads, or to the hub, and it is another family",
    "namesakes": "The family says that nobody works with them, and others may be named alike",
    "another_home": "A child of theirs is in another family too: this is their other home",
    "urgent": "I could not reach anybody, and help cannot wait",
}


@dataclass(frozen=True)
class Known:
    """What is true of a family that a look-up found, and of whoever asked, at that moment.

    `level` is what they may open; `kept` that there is a yes to keeping the record at all;
    `shares` that there is one to letting any agency know; `refused` that somebody in the family
    said no to theirs; `telling` that the name of the lead's agency tells something of a family.
    """

    surely: Surely
    level: Level = Level.NOTHING
    kept: bool = True
    sealed: bool = False
    kept_from_asker: bool = False
    refused: bool = False
    at_risk: bool = False
    shares: bool = True
    stage: Stage = Stage.NOBODY
    telling: bool = False


@dataclass(frozen=True)
class Told:
    """What is said of one family, and whether a coordinator looks behind."""

    says: Says
    behind: bool = False
    reasons: bool = False


NOTHING: Final = Told(Says.NOTHING)
HIDDEN: Final = Told(Says.NOTHING, behind=True)
BY_HUB: Final = {Stage.STARTING: Says.HUB_STARTING, Stage.APPOINTED: Says.HUB_LEAD}
BY_NAME: Final = {Stage.STARTING: Says.STARTING, Stage.APPOINTED: Says.LEAD}


def tell(known: Known) -> Told:
    """What is said to whoever asked of one family that was found."""
    if known.surely is Surely.NO or not known.kept or known.sealed:
        return NOTHING
    if known.level > Level.NOTHING:
        says = Says.FAMILY if known.surely is Surely.FAMILY else Says.PERHAPS
        return Told(says, reasons=known.level >= Level.SUMMARY)
    if known.kept_from_asker or known.refused or known.at_risk or not known.shares:
        return HIDDEN
    if known.surely is Surely.ASK or known.stage is Stage.NOBODY:
        return Told(Says.ASK)
    return Told((BY_HUB if known.telling else BY_NAME)[known.stage])


@dataclass(frozen=True)
class Limits:
    """How often may be asked. The authority sets them (HUB_LOOKUP_LIMITS)."""

    person_hour: int = 100
    person_day: int = 400
    agency_hour: int = 1000
    agency_day: int = 5000
    system_hour: int = 600
    system_day: int = 3000


@dataclass(frozen=True)
class Asked:
    """How often a person, their agency and the system that asks for them asked in the last hour
    and the last day."""

    person_hour: int = 0
    person_day: int = 0
    agency_hour: int = 0
    agency_day: int = 0
    system_hour: int = 0
    system_day: int = 0


NO_FAMILIES: Final = (
    "An administrator sees no family's data, so there is nothing to look up. A practitioner, or "
    "the hub's coordinator, can."
)
NO_PURPOSE: Final = "Choose what you want to know it for."
NOBODY_TYPED: Final = "Enter a name, a birth date or a number of at least one person."
TOO_LITTLE: Final = (
    "Enter a little more: a family name with a birth date, an address or a telephone number, or an "
    "NHS number alone."
)
TOO_OFTEN: Final = (
    "You have asked as often as one person can in {span}. Ring the hub, who can look for you now: "
    "{hub}. You can ask here again later."
)
AGENCY_TOO_OFTEN: Final = (
    "Your agency has asked as often as it can in {span}. Ring the hub, who can look for you now: "
    "{hub}. You can ask here again later."
)
SYSTEM_TOO_OFTEN: Final = (
    "This system has asked as often as one can in {span}. Ring the hub, who can look for you now: "
    "{hub}. It can ask again later."
)


def may_check(*, administrator: bool, purpose: bool, typed: bool, enough: bool) -> Decision:
    """Whether somebody may look up whether a family is known (2.111): not who sees no family, not
    without saying what for, and not with so little that it is a walk through everybody."""
    if administrator:
        return no(NO_FAMILIES)
    if not purpose:
        return no(NO_PURPOSE)
    if not typed:
        return no(NOBODY_TYPED)
    return YES if enough else no(TOO_LITTLE)


def may_ask_again(asked: Asked, limits: Limits, *, hub: str) -> Decision:
    """Whether one more look-up is within what a person and an agency may ask. `hub` is how the hub
    is reached: whoever is stopped is told what to do."""
    for own, most, span, words in (
        (asked.person_hour, limits.person_hour, "an hour", TOO_OFTEN),
        (asked.person_day, limits.person_day, "a day", TOO_OFTEN),
        (asked.agency_hour, limits.agency_hour, "an hour", AGENCY_TOO_OFTEN),
        (asked.agency_day, limits.agency_day, "a day", AGENCY_TOO_OFTEN),
        (asked.system_hour, limits.system_hour, "an hour", SYSTEM_TOO_OFTEN),
        (asked.system_day, limits.system_day, "a day", SYSTEM_TOO_OFTEN),
    ):
        if own >= most:
            return no(words.format(span=span, hub=hub))
    return YES


@dataclass(frozen=True)
class Counted:
    """One person's look-ups of some days: how many, how many of them were stopped by a limit, and
    the most within one day of what the patterns look at."""

    checks: int
    stopped: int = 0
    surnames_in_an_hour: int = 0
    dates_for_a_surname: int = 0
    names_at_a_place: int = 0
    found_nothing: int = 0
    registered: int = 0


STOPPED: Final = "Stopped by a limit"
MANY_SURNAMES: Final = "Many different family names in an hour"
WALKING_DATES: Final = "One family name with many birth dates"
ONE_PLACE: Final = "Many names at one address or telephone number"
NOTHING_AFTER: Final = "Much that found nothing, and hardly anybody registered"


def patterns(counted: Counted) -> list[str]:
    """How somebody's look-ups look like fishing, in words; none for ordinary work. A busy front
    desk asks for many families, and registers many: numbers alone prove nothing."""
    found = (
        (STOPPED, counted.stopped > 0),
        (MANY_SURNAMES, counted.surnames_in_an_hour >= 30),
        (WALKING_DATES, counted.dates_for_a_surname >= 8),
        (ONE_PLACE, counted.names_at_a_place >= 8),
        (
            NOTHING_AFTER,
            counted.found_nothing >= 30 and counted.registered * 10 < counted.found_nothing,
        ),
    )
    return [words for words, holds in found if holds]
