"""Who works with a family: written here, so that the door reads only what it knows."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from hub.access.models import Involvement, Lead
from hub.agencies.models import Practitioner
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level

register("lead.taken", "became the one who leads")
register("lead.ended", "stopped leading")
register("working.recorded", "recorded that they work with the family")
register("working.ended", "recorded that they no longer work with the family")
register("team.joined", "brought somebody into the team around the family")
register("team.left", "took somebody out of the team around the family")

ALREADY = "You have already recorded that you work with this family."


@change("lead.taken")
def take_lead(file: FamilyFile, *, now: datetime, stage: str = Lead.Stage.STARTING) -> Lead:
    """Make the actor the one who leads, where nobody does.

    Raises NotAllowed when somebody leads already: the database keeps it to one, also in a race.
    """
    lead = Lead(family_id=file.family, practitioner_id=file.actor.id, stage=stage, from_at=now)
    try:
        with transaction.atomic():
            lead.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowed("Somebody leads already.") from error
    return lead


@change("working.recorded")
def work_with(file: FamilyFile, *, why: str, since_on: date, now: datetime) -> Involvement:
    """Record that the actor works with this family, since when and why (S1).

    The family sees it. Raises NotAllowed when it is recorded already.
    """
    return _involve(file, file.actor.id, Involvement.Kind.WORKING, why, since_on, now, ALREADY)


@change("working.ended")
def stop_working(file: FamilyFile, *, now: datetime) -> Involvement:
    """Record that the actor works with this family no more. Raises NotAllowed when they did not."""
    return _end(file, file.actor.id, Involvement.Kind.WORKING, now)


@change("team.joined")
def add_to_team(
    file: FamilyFile, practitioner: int, *, why: str, since_on: date, now: datetime
) -> Involvement:
    """Bring a practitioner into the team. The door lets them see the plan while the family agrees
    with their agency (S12). Only who has the whole record open may; raises NotAllowed otherwise,
    and when they are in it already."""
    if not file.sees(Level.RECORD):
        raise NotAllowed("The lead professional brings people into the team.")
    if not Practitioner.objects.filter(pk=practitioner, left_at=None).exists():
        raise NotAllowed("Choose somebody who works in an agency now.")
    already = "They are in the team already."
    return _involve(file, practitioner, Involvement.Kind.TEAM, why, since_on, now, already)


@change("team.left")
def remove_from_team(file: FamilyFile, practitioner: int, *, now: datetime) -> Involvement:
    """Take a practitioner out of the team; what they may see ends at once."""
    if not file.sees(Level.RECORD):
        raise NotAllowed("The lead professional takes people out of the team.")
    return _end(file, practitioner, Involvement.Kind.TEAM, now)


def _involve(
    file: FamilyFile,
    practitioner: int,
    kind: str,
    why: str,
    since_on: date,
    now: datetime,
    already: str,
) -> Involvement:
    involvement = Involvement(
        family_id=file.family,
        practitioner_id=practitioner,
        kind=kind,
        why=why,
        since_on=since_on,
        from_at=now,
    )
    try:
        with transaction.atomic():
            involvement.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowed(already) from error
    return involvement


def _end(file: FamilyFile, practitioner: int, kind: str, now: datetime) -> Involvement:
    found = (
        Involvement.objects.select_for_update()
        .filter(family=file.family, practitioner=practitioner, kind=kind, until_at=None)
        .first()
    )
    if found is None:
        raise NotAllowed("That had already ended.")
    found.until_at = now
    found.save(update_fields=["until_at"])
    return found
