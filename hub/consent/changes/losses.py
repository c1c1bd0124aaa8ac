"""A death, or the end of a pregnancy, with what it means for what was agreed: one quiet step."""

from datetime import datetime
from typing import Any

from django.db import transaction

from hub.audit.change import change
from hub.audit.events import register
from hub.consent import rules
from hub.consent.force import in_force
from hub.consent.looking.changes import look_again
from hub.consent.looking.rules import ASK_WHO
from hub.consent.models import Agreement
from hub.families import changes as families
from hub.families import queries
from hub.families.models import Membership
from hub.kernel.clock import day_of
from hub.kernel.dates import PartialDate
from hub.kernel.files import FamilyFile

register("agreement.outlived", "ended what somebody who died had agreed to for themselves")
register("agreement.revived", "took back an end of what somebody agreed to")


def record_loss(
    file: FamilyFile,
    person: int,
    *,
    loss: str,
    on: PartialDate | None = None,
    version: int,
    now: datetime,
) -> Membership:
    """Record that a member died or a pregnancy ended (S17), as `families.changes.record_loss`.

    In the same step what they had agreed to for themselves ends. What they had said yes to for a
    child, and the last yes to writing down and keeping, stays; who leads is asked, some weeks
    later, who agrees now and who has parental responsibility.
    """
    day = day_of(now)
    children = queries.children_of(file, person, day)
    with transaction.atomic():
        row = families.record_loss(file, person, loss=loss, on=on, version=version, now=now)
        _end_theirs(file, row, now)
        for child in sorted(children):
            look_again(file, kind="responsibility", person=child, on=day + ASK_WHO, now=now)
    return row


@change("agreement.revived")
def take_back_loss(file: FamilyFile, person: int, *, version: int, now: datetime) -> Membership:
    """Take back a loss that was recorded by mistake, with what of theirs had ended by it."""
    lost_at = queries.member(file, person).loss_at
    row = families.take_back_loss(file, person, version=version, now=now)
    theirs = Agreement.objects.select_for_update().filter(family=file.family, given_by=person)
    for yes in theirs.filter(until_at=lost_at, ended_because=Agreement.Ended.DIED):
        yes.until_at, yes.ended_by_id, yes.ended_because = _chosen_end(yes), None, ""
        yes.version += 1
        yes.save(update_fields=["until_at", "ended_by", "ended_because", "version"])
    return row


def _chosen_end(yes: Agreement) -> datetime | None:
    """The last moment the family had chosen for a yes before it was ended, or None: taking an end
    back never makes it longer."""
    history: Any = yes.history_rows  # type: ignore[attr-defined]  # pghistory adds it
    before = history.filter(version=yes.version - 1).order_by("-pgh_id").first()
    return before.until_at if before else None


@change("agreement.outlived")
def _end_theirs(file: FamilyFile, row: Membership, now: datetime) -> None:
    stays = False
    rows = Agreement.objects.select_for_update().filter(in_force(now), family=file.family)
    living = [member.person_id for member in queries.living_in(file)]
    for yes in list(rows.filter(given_by=row.person_id).order_by("pk")):
        same = rows.filter(scope=yes.scope, agency=yes.agency_id, given_by_id__any=living)
        others = same.exists()
        if rules.outlives_its_giver(scope=yes.scope, basis=yes.basis, others_agreed=others):
            stays = True
            continue
        yes.until_at, yes.ended_by_id = now, file.actor.id
        yes.ended_because = Agreement.Ended.DIED
        yes.version += 1
        yes.save(update_fields=["until_at", "ended_by", "ended_because", "version"])
    if stays:
        look_again(file, kind="agreement", person=row.person_id, on=day_of(now) + ASK_WHO, now=now)
