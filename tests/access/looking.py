"""A locality whose colleague is its safeguarding lead and whose doctor is its officer, and looking
there in an emergency."""

from datetime import timedelta
from typing import Any

from hub.access import door, overrides
from hub.agencies.models import RoleGrant
from hub.kernel import clock
from hub.kernel.files import Level, NotInYourFiles
from tests.families_setup import BEGAN, Staff, acting, make_staff

HOUR = timedelta(hours=1)
SAID = "The neighbour heard him say it"


def prepared() -> Staff:
    """The locality's staff; the colleague is its safeguarding lead and the doctor its officer."""
    made = make_staff()
    for who, code in (("colleague", "safeguarding_lead"), ("doctor", "data_protection_officer")):
        RoleGrant(practitioner=made.people[who], code=code, since=BEGAN).save(force_insert=True)
    return made


def look(staff: Staff, who: str, reference: str, **more: Any) -> str:
    """Look in an emergency as somebody, for three hours."""
    now = more.pop("now", None) or clock.now()
    given: dict[str, Any] = {
        "because": SAID,
        "told_family": False,
        "why_not_told": "He is with them",
        "until_at": now + 3 * HOUR,
    }
    with acting(staff.actor(who)) as actor:
        return overrides.look(actor, reference, now=now, **(given | more))


def one(staff: Staff, who: str = "colleague", *, now: Any = None) -> overrides.Overseen:
    """The only override there is that somebody oversees, as their list has it."""
    with acting(staff.actor(who)) as actor:
        found = [o for o in overrides.standing(actor, now=now or clock.now()) if is_new(o)]
    assert len(found) == 1
    return found[0]


def is_new(seen: overrides.Overseen) -> bool:
    """Whether it is of this test and not of the story."""
    return seen.of.decided_by.endswith(" Example")


def level(staff: Staff, who: str, reference: str, at: Any = None) -> Level:
    """What somebody sees of a family now, or at a moment."""
    with acting(staff.actor(who)) as actor:
        try:
            return door.open_file(actor, reference, "family", now=at or clock.now()).level
        except NotInYourFiles:
            return Level.NOTHING
