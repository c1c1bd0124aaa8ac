"""What the pages of what agencies signed are drawn from."""

from datetime import date, datetime, timedelta
from typing import Any, Final

from hub.agencies.answering.queries import Answers, Purposed
from hub.agencies.rules import looks_after
from hub.agencies.sharing.queries import Held
from hub.kernel.clock import day_of
from hub.kernel.files import Actor

HOWS: Final = {
    "party": "Party to a sharing agreement",
    "terms": "Accepted the terms of use",
    "lapsed": "Has not accepted the new terms of use: its staff see no family",
    "": "Nothing signed: its staff see no family",
}


def last_day(until: datetime | None) -> date | None:
    """The last day something holds that ends at a moment."""
    return None if until is None else day_of(until - timedelta(microseconds=1))


def keeps(actor: Actor, held: Held) -> bool:
    """Whether somebody may change this agreement."""
    return looks_after(actor, [held.agreement.locality_id])


def details(held: Held) -> dict[str, Any]:
    """What stands in the form of an agreement's details."""
    names = ("name", "shares", "document", "review_on")
    stands = {name: getattr(held.agreement, name) for name in names}
    return stands | {"last_day": last_day(held.agreement.until_at)}


def stated(one: Purposed) -> dict[str, Any]:
    """What stands in the form of a basis, and in which version; 0 when nothing was stated."""
    row = one.row
    names = ("basis", "because", "controller", "keeps")
    return {
        "initial": {name: getattr(row, name) for name in names} if row else {},
        "version": row.version if row else 0,
    }


def statement(answers: Answers) -> dict[str, Any]:
    """What stands in the form of an agency's statement, and in which version."""
    row = answers.row
    names = ("contact", "complain_to", "notice")
    return {
        "initial": {name: getattr(row, name) for name in names} if row else {},
        "version": row.version if row else 0,
    }
