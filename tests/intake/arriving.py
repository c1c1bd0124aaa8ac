"""Families that come to the hub, for tests: what they say, and changes as somebody makes them."""

from typing import Any

from hub.intake.arrivals import changes, rules
from hub.intake.models import Arrival
from hub.kernel import clock
from hub.kernel.files import Actor, Role, job_actor
from tests.families_setup import Staff, acting

FAMILY = job_actor("arrivals.ask")
SAID: dict[str, Any] = {"name": "Marnie", "words": "Somebody to talk to", "child_age": 1}
DOWN: dict[str, Any] = {
    "name": "Delroy",
    "words": "Shouting at night",
    "outcome_words": "No harm found",
    "agreed": "Delroy said yes to a call",
    "not_to_say": "Who told us",
}


def ask(staff: Staff, **more: Any) -> Arrival:
    """A family asks for help itself."""
    with acting(FAMILY):
        now = more.pop("now", clock.now())
        return changes.ask(FAMILY, token="", locality=staff.locality.pk, **(SAID | more), now=now)


def access_team(staff: Staff) -> Actor:
    """The stranger, as somebody of the access team."""
    who = staff.actor("stranger")
    return Actor(**{**vars(who), "roles": frozenset({Role(rules.ACCESS_TEAM, None)})})


def as_(staff: Staff, who: str, change: Any, row: Arrival, **more: Any) -> Arrival:
    """A change by somebody on the version that stands now."""
    with acting(staff.actor(who)) as actor:
        version = more.pop("version", None)
        if version is None and change is not changes.end_registered:
            version = Arrival.objects.filter(pk=row.pk).values_list("version", flat=True).first()
            more["version"] = version or row.version
        elif version is not None:
            more["version"] = version
        result: Arrival = change(actor, row.pk, now=clock.now(), **more)
        return result
