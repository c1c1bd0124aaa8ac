"""A family whose yeses are signed in tests: Amina's three, given some weeks ago or just now."""

from datetime import datetime, timedelta
from typing import Any

from hub.consent import queries as consent
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.files import FamilyFile
from hub.papers import changes
from hub.papers.models import Paper, Signature
from hub.papers.rules import HowSigned
from tests.families_setup import BEGAN, Staff, acting, published
from tests.papers import files

LINES = [[[10, 20, 0], [200, 90, 400]], [[30, 150, 700]]]
SIGNING: dict[str, Any] = {
    "strokes": LINES,
    "typed": "",
    "read_how": "self",
    "read_whose": "",
    "read_by": "",
    "language": "English",
    "met": "together",
    "device": "ours",
    "witness": "",
}


def weeks_ago(weeks: int) -> datetime:
    """A moment so many weeks before this one."""
    return clock.now() - timedelta(weeks=weeks)


def register_at(staff: Staff, at: datetime, **more: Any) -> str:
    """Register a family in the past; give back its reference."""
    staff.wording = published(staff, BEGAN)
    with acting(staff.actor("registrar")) as actor:
        return intake.register(
            actor, staff.registration(**{"service": False} | more), now=at
        ).reference


def yeses(file: FamilyFile) -> dict[str, int]:
    """The yeses in force by what they are to."""
    return {row.scope: row.pk for row in consent.agreements_in(file)}


def giver(file: FamilyFile) -> int:
    """Who said yes."""
    return consent.agreements_in(file)[0].given_by_id


def sign(file: FamilyFile, *scopes: str, **changed: Any) -> list[Signature]:
    """Sign these yeses, all where none is named."""
    own = yeses(file)
    signer, now = changed.pop("signer", giver(file)), clock.now()
    chosen = [own[scope] for scope in scopes] or list(own.values())
    how = HowSigned(**SIGNING | changed)
    return changes.sign(file, signer=signer, agreements=chosen, how=how, now=now)


def put(file: FamilyFile, *scopes: str, data: bytes = files.PDF, **changed: Any) -> Paper:
    """Put the sheet for these yeses here; another paper where none is named."""
    own = yeses(file)
    given: dict[str, Any] = {"size": len(data), "tells_place": False, "now": clock.now()}
    if scopes:
        given |= {"kind": "agreement", "signer": giver(file)}
        given["agreements"] = [own[scope] for scope in scopes]
        given["how"] = HowSigned("self", "", "", "English")
    else:
        given |= {"kind": "other", "about": "A note by the interpreter"}
    return changes.put(file, data=data, **given | changed)
