"""Another yes in place of one, a no, and help that leaves no record."""

from datetime import datetime

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F

from hub.agencies.models import Practitioner
from hub.audit.change import change
from hub.audit.events import register
from hub.consent import rules
from hub.consent import terms as limits
from hub.consent.changes.agreements import agree
from hub.consent.deciding.young import ask_for_the_children
from hub.consent.force import in_force
from hub.consent.giving import end, may_be_asked_about
from hub.consent.models import Agreement, HelpedWithoutRecord, Judgement, Refusal, Scope
from hub.consent.terms import Explained, Terms
from hub.families import queries as families
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles
from hub.notify.outbox import queue

register("agreement.changed", "recorded that somebody changed what an agency gets")
register("agreement.refused", "recorded that somebody said no to an agency")
register("agreement.refusal_seen", "looked at what somebody said no to")
register("help.counted", "counted help that leaves no record")


def _reaches(row: Agreement) -> dict[str, int]:
    return {"reach": int(row.reach)}


@change("agreement.changed", refs=_reaches)
def change_share(
    file: FamilyFile,
    pk: int,
    *,
    wording: int,
    how: str,
    witness: str = "",
    judgement: Judgement | None = None,
    terms: Terms,
    explained: Explained,
    now: datetime,
) -> Agreement:
    """End one yes to sharing and begin, in one step, another by the same person to the same
    agency: a yes is never rewritten. Gives the new one. Raises NotInYourFiles, or NotAllowed
    where nothing would change or the new yes cannot be."""
    rules.may_record(file.level).or_raise()
    row = Agreement.objects.select_for_update().filter(family=file.family, pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    after = terms.columns() | {"until_at": limits.end_of(terms.until_on)}
    limits.may_change(
        in_force=Agreement.objects.filter(in_force(now), family=file.family, pk=pk).exists(),
        sharing=row.scope == Scope.SHARE,
        differs=any(getattr(row, name) != value for name, value in after.items()),
    ).or_raise()
    end(row, file, now, because=Agreement.Ended.REPLACED)
    return agree(
        file,
        given_by=row.given_by_id,
        scope=Scope.SHARE,
        agency=row.agency_id,
        wording=wording,
        how=how,
        witness=witness,
        judgement=judgement,
        terms=terms,
        explained=explained,
        narrows=terms.reach <= row.reach,
        now=now,
    )


@change("agreement.refused")
def refuse(
    file: FamilyFile, *, said_by: int, agency: int, words: str = "", now: datetime
) -> Refusal:
    """Record one person's no to one agency. What they had said yes to there ends with it; nobody
    else's yes does (S8). Whoever leads is told. Raises NotInYourFiles, NotAllowed.
    """
    rules.may_record(file.level).or_raise()
    families.member(file, said_by)
    may_be_asked_about(file, Scope.SHARE, agency, now)
    own = Agreement.objects.select_for_update().filter(
        in_force(now), family=file.family, given_by=said_by, scope=Scope.SHARE, agency=agency
    )
    for row in own.order_by("pk"):
        end(row, file, now)
    ask_for_the_children(file, agency, now)
    said = Refusal(
        family_id=file.family,
        said_by_id=said_by,
        agency_id=agency,
        words=words.strip(),
        recorded_by_id=file.actor.id,
        said_at=now,
        looked_at=now if file.sees(Level.RECORD) else None,
    )
    said.save(force_insert=True)
    _tell_the_lead(file)
    return said


@change("agreement.refusal_seen")
def look_at_refusal(file: FamilyFile, pk: int, *, now: datetime) -> Refusal:
    """Record that whoever leads has looked at a no. Raises NotInYourFiles."""
    if not file.sees(Level.RECORD):
        raise NotAllowed("Whoever leads looks at this.")
    row = Refusal.objects.select_for_update().filter(family=file.family, pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    if row.looked_at is None:
        row.looked_at = now
        row.version += 1
        row.save(update_fields=["looked_at", "version"])
    return row


@change("help.counted")
def count_help(actor: Actor, *, now: datetime) -> None:
    """Count that somebody was helped who wanted nothing written down: one more for this hub and
    month, and nothing of whom (2.69, S11). Raises NotAllowed for who works in no locality.
    """
    if actor.locality is None:
        raise NotAllowed("Only somebody who works in a locality can count this.")
    month = day_of(now).replace(day=1)
    rows = HelpedWithoutRecord.objects.filter(locality=actor.locality, month=month)
    if rows.update(times=F("times") + 1):
        return
    try:
        with transaction.atomic():
            first = HelpedWithoutRecord(locality_id=actor.locality, month=month, times=1)
            first.save(force_insert=True)
    except IntegrityError:  # somebody was quicker with the month's first
        rows.update(times=F("times") + 1)


def _tell_the_lead(file: FamilyFile) -> None:
    """A message for whoever leads, when somebody else wrote it down; nothing of the family."""
    # By name: who leads is known to a later package.
    leads = apps.get_model("access.Lead")._default_manager.filter(family=file.family, until_at=None)
    lead = leads.values_list("practitioner_id", flat=True).first()
    if lead is None or lead == file.actor.id:
        return
    email = Practitioner.objects.filter(pk=lead, left_at=None).values_list("email", flat=True)
    for to in email:
        queue("refusal", to, address=f"{settings.HUB_ADDRESS}/agreements/")
