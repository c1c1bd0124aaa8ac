"""Reads of the queue: a coordinator's own localities', and what somebody passed to a hub."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Q, QuerySet

from hub.audit import journal
from hub.audit.events import register
from hub.intake.arrivals import rules
from hub.intake.models import Arrival
from hub.kernel.files import Actor, NotInYourFiles

register("arrival.read", "read what waits in the hub's queue")
MOST = 200


@dataclass(frozen=True)
class Passed:
    """What somebody passed to a hub: nothing of it but that it was taken up."""

    reference: str
    arrived_at: datetime
    hub: str
    taken_up: bool


def waiting_for(actor: Actor, *, now: datetime) -> list[Arrival]:
    """What waits in this coordinator's localities and what came of the rest, the oldest first."""
    return list(_theirs(actor, now).order_by("arrived_at", "pk")[:MOST])


def count_waiting(actor: Actor, *, now: datetime) -> int:
    """How many nobody has taken up yet."""
    return _theirs(actor, now).filter(ended_at=None, taken_by=None).count()


def arrival(actor: Actor, pk: int, *, now: datetime) -> Arrival:
    """One of them, with a line in the journal. Raises NotInYourFiles when it is not theirs."""
    found = _theirs(actor, now).filter(pk=pk).first()
    if found is None:
        raise NotInYourFiles("arrival")
    journal.record("arrival.read", actor=actor, row=found.pk)
    return found


def passed_by(actor: Actor) -> list[Passed]:
    """What this practitioner passed to a hub and is still kept there, newest first."""
    with connection.cursor() as cursor:
        cursor.execute("select reference, arrived_at, hub, taken_up from hub.arrivals_passed_on()")
        rows = cursor.fetchall()
    # The function knows who asks from the door's settings; the actor is who they were made for.
    assert actor.id is not None  # noqa: S101
    return [Passed(*row) for row in rows]


def _theirs(actor: Actor, now: datetime) -> QuerySet[Arrival]:
    own = [r.locality for r in actor.roles if r.code == rules.COORDINATOR and r.locality]
    kept = Q(ended_at=None, arrived_at__gt=now - rules.KEPT_WAITING)
    kept |= Q(ended_at__gt=now - rules.KEPT_AFTER)
    rows = Arrival.objects.filter(kept, locality__any=own)
    return rows.select_related("locality", "taken_by", "passed_by", "passed_by__agency")
