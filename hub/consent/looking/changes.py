"""Asking whoever leads to look at something again, and writing down what they found."""

from datetime import date, datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.consent.looking import rules
from hub.consent.looking.models import LookAgain
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, NotInYourFiles

register("look.asked", "asked for something to be looked at again")
register("look.answered", "looked at something again")


@change("look.asked", refs=lambda row: {"kind": row.kind})
def look_again(
    file: FamilyFile, *, kind: str, person: int | None = None, on: date, now: datetime
) -> LookAgain:
    """Ask whoever leads to look at something from a day on; `person` is whom it is about.

    Anybody who changes the file may bring such a question; only who leads reads it.
    """
    rules.may_look_again(kind).or_raise()
    row = LookAgain(
        family_id=file.family,
        person_id=person,
        kind=kind,
        due_on=on,
        made_by_id=file.actor.id,
        made_at=now,
    )
    row.save(force_insert=True)
    return row


@change("look.answered", refs=lambda row: {"kind": row.kind})
def have_looked(
    file: FamilyFile, pk: int, *, found: str, again_on: date | None = None, now: datetime
) -> LookAgain:
    """Write down what was found; with `again_on` the same question comes back on that day.

    Raises NotInYourFiles, and NotAllowed with the rule's reason.
    """
    rows = LookAgain.objects.select_for_update()
    row = rows.filter(family=file.family, pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    rules.may_have_looked(
        level=file.level,
        done=row.done_at is not None,
        found=found,
        again_on=again_on,
        today=day_of(now),
    ).or_raise()
    row.done_at, row.done_by_id, row.found = now, file.actor.id, found.strip()
    row.version += 1
    row.save(update_fields=["done_at", "done_by", "found", "version"])
    if again_on is not None:
        look_again(file, kind=row.kind, person=row.person_id, on=again_on, now=now)
    return row
