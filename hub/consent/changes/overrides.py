"""Sharing without agreement: decide it, look in an emergency, agree, end and review it (S14)."""

from datetime import date, datetime, time

from hub.agencies.models import Practitioner
from hub.audit.change import change
from hub.audit.events import register
from hub.consent import asking, telling
from hub.consent import override_rules as rules
from hub.consent.changes.rows import find_whom
from hub.consent.models import Kept, Override, Restriction
from hub.kernel.clock import LONDON, day_of
from hub.kernel.decisions import Decision, NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles

NOON = time(12)

register("override.decided", "shared without agreement to keep somebody safe")
register("override.looked", "looked in an emergency, without agreement, to keep somebody safe")
register("override.seconded", "agreed, as the second person, to sharing without agreement")
register("override.ended", "ended sharing without agreement before its time")
register("override.told", "recorded that the family was told of sharing without agreement")
register("override.reviewed", "reviewed sharing without agreement")


def _codes(row: Override) -> dict[str, str | int | bool | None]:
    return {"ground": row.ground, "told": row.told_family, "second": row.second_by_id}


@change("override.decided", refs=_codes)
def override(
    file: FamilyFile,
    *,
    shown_to: str,
    shown_to_id: int,
    item: int | None = None,
    ground: str,
    because: str,
    advice: str,
    second: int | None = None,
    told_family: bool,
    why_not_told: str = "",
    until_at: datetime,
    now: datetime,
) -> Override:
    """Share without agreement, with a practitioner or agency, for at most 28 days (2.75, S14).

    No item: that the family is there, and its summary. `second` is the practitioner who agrees
    too. Raises NotAllowed with the rule's reason. The safeguarding leads are told at once.
    """
    if shown_to not in (Kept.PRACTITIONER, Kept.AGENCY):
        raise NotAllowed("Choose a practitioner or an agency.")
    find_whom(file, shown_to, shown_to_id)
    row = Override(
        shown_to=shown_to,
        shown_to_id=shown_to_id,
        item=item,
        ground=ground,
        because=because.strip(),
        advice=advice.strip(),
        told_family=told_family,
        why_not_told=why_not_told.strip(),
        until_at=until_at,
    )
    _may_share(file, row, second, now).or_raise()
    return _save(file, row, second, now)


@change("override.looked", refs=_codes)
def look_in_emergency(
    file: FamilyFile,
    *,
    because: str,
    advice: str = "",
    second: int | None = None,
    told_family: bool,
    why_not_told: str = "",
    until_at: datetime,
    lead: int | None = None,
    now: datetime,
) -> Override:
    """Show oneself a family's summary for some hours, since somebody may come to serious harm.

    Takes the file that the door hands out for this alone (`door.in_emergency`). Raises NotAllowed
    with the rule's reason. The safeguarding leads and `lead`, who leads the family, are told.
    """
    row = asking.look(
        file.actor,
        because=because,
        advice=advice,
        second=second,
        told_family=told_family,
        why_not_told=why_not_told,
        until_at=until_at,
        now=now,
    )
    return _save(file, row, second, now, lead=lead)


@change("override.seconded")
def agree_to_override(file: FamilyFile, pk: int, *, now: datetime) -> Override:
    """Be the second person of an override that began without one. Raises NotAllowed."""
    row = _find(file, pk)
    me = asking.second(file.actor.id, file.locality, now)
    rules.may_agree(me, asking.state(row, now), ground=row.ground).or_raise()
    row.second_by_id, row.second_at = file.actor.id, now
    row.second_person = file.actor.name
    return _keep(row, "second_by", "second_at", "second_person")


@change("override.ended")
def end_override(file: FamilyFile, pk: int, *, now: datetime) -> Override:
    """End an override before its time: from the next moment on it opens nothing."""
    row = _find(file, pk)
    rules.may_end(asking.state(row, now)).or_raise()
    row.until_at, row.ended_by_id = now, file.actor.id
    return _keep(row, "until_at", "ended_by")


def _found(row: Override) -> dict[str, str | int | bool | None]:
    return {"outcome": row.outcome, "hiding": row.hiding or None}


@change("override.reviewed", refs=_found)
def review_override(
    file: FamilyFile, pk: int, *, outcome: str, words: str, hiding: str = "", now: datetime
) -> Override:
    """Say whether it was right to share, and where the family was not told, whether that holds.

    What should not have been shared ends at once. Raises NotAllowed with the rule's reason.
    """
    row = _find(file, pk)
    me = asking.second(file.actor.id, file.locality, now)
    state = asking.state(row, now)
    rules.may_review(
        account=me.account,
        roles=me.roles,
        state=state,
        outcome=outcome,
        words=words,
        hiding=hiding,
    ).or_raise()
    row.outcome, row.outcome_words = outcome, words.strip()
    row.hiding = "" if row.told_family else hiding
    row.reviewed_by_id, row.reviewed_at = file.actor.id, now
    if outcome == Override.Outcome.WRONG and state.runs:
        row.until_at, row.ended_by_id = now, file.actor.id
    return _keep(
        row,
        *("outcome", "outcome_words", "hiding", "reviewed_by", "reviewed_at"),
        *("until_at", "ended_by"),
    )


@change("override.told")
def tell_family(file: FamilyFile, pk: int, *, told_on: date, how: str, now: datetime) -> Override:
    """Record that whoever leads told the family, on which day and how (S14, B11): from now on it
    stands in what the family sees. Raises NotAllowed with the rule's reason."""
    row = _find(file, pk)
    rules.may_tell(
        level=file.level,
        told=row.told_family or row.told_at is not None,
        unsafe=row.hiding == Override.Hiding.STILL_UNSAFE,
        how=how,
        told_on=told_on,
        began_on=day_of(row.from_at),
        today=day_of(now),
    ).or_raise()
    row.told_at = now if told_on == day_of(now) else datetime.combine(told_on, NOON, LONDON)
    row.told_by_id, row.told_how = file.actor.id, how
    return _keep(row, "told_at", "told_by", "told_how")


def _may_share(file: FamilyFile, row: Override, second: int | None, now: datetime) -> Decision:
    asked = asking.asked(
        file.actor.id,
        row,
        level=file.level,
        second_by=second,
        locality=file.locality,
        kept_from_them=_kept_from_them(file, row.shown_to, row.shown_to_id, row.item),
        now=now,
    )
    return rules.may_override(asked)


def _save(
    file: FamilyFile, row: Override, second: int | None, now: datetime, *, lead: int | None = None
) -> Override:
    row.family_id, row.decided_by_id, row.from_at = file.family, file.actor.id, now
    row.review_due_on = rules.review_due(now)
    if row.told_family:
        row.told_at, row.told_by_id = now, file.actor.id
    if second is not None:
        row.second_by_id, row.second_at = second, now
        row.second_person = Practitioner.objects.values_list("name", flat=True).get(pk=second)
    row.save(force_insert=True)
    telling.tell(file, row, lead=lead, now=now)
    return row


def _keep(row: Override, *fields: str) -> Override:
    row.version += 1
    row.save(update_fields=[*fields, "version"])
    return row


def _find(file: FamilyFile, pk: int) -> Override:
    rows = Override.objects.select_for_update()
    row = rows.filter(family=file.family, pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    return row


def _kept_from_them(file: FamilyFile, shown_to: str, whom: int, item: int | None) -> bool:
    """Whether the thing, or the whole family, is kept from the very person, in whichever agency
    they work. The whole family kept from an agency stays kept from it, as the door decides."""
    held = Restriction.objects.filter(family=file.family, until_at=None)
    if shown_to == Kept.AGENCY:
        return held.filter(kept_from=Kept.AGENCY, kept_from_id=whom, item=None).exists()
    person = Practitioner.objects.get(pk=whom)
    jobs = Practitioner.objects.filter(account=person.account_id).values_list("pk", flat=True)
    theirs = held.filter(kept_from=Kept.PRACTITIONER, kept_from_id__any=list(jobs))
    agencys = held.filter(kept_from=Kept.AGENCY, kept_from_id=person.agency_id, item=None)
    return (
        theirs.filter(item=None).exists()
        or agencys.exists()
        or (item is not None and theirs.filter(item=item).exists())
    )
