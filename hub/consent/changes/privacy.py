"""Sharing without agreement to keep somebody safe (S14)."""

from datetime import datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.consent import rules
from hub.consent.changes.held_back import _find_whom
from hub.consent.models import Kept, Override, Restriction
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile

register("override.decided", "shared without agreement to keep somebody safe")


@change("override.decided")
def override(
    file: FamilyFile,
    *,
    shown_to: str,
    shown_to_id: int,
    item: int | None = None,
    ground: str,
    because: str,
    second_person: str = "",
    told_family: bool,
    why_not_told: str = "",
    until_at: datetime,
    now: datetime,
) -> Override:
    """Share without agreement, with a practitioner or agency, for at most 28 days (2.75, S14).

    No item: that the family is there, and its summary. Raises NotAllowed with the rule's reason.
    """
    if shown_to not in (Kept.PRACTITIONER, Kept.AGENCY):
        raise NotAllowed("Choose a practitioner or an agency.")
    _find_whom(file, shown_to, shown_to_id)
    held = Restriction.objects.filter(family=file.family, item=item, until_at=None)
    asked = rules.Asked(
        level=file.level,
        ground=ground,
        because=because,
        second_person=second_person,
        told_family=told_family,
        why_not_told=why_not_told,
        one_item=item is not None,
        kept_from_them=held.filter(kept_from=shown_to, kept_from_id=shown_to_id)
        .filter(kept_from=Kept.PRACTITIONER)
        .exists(),
        now=now,
        until_at=until_at,
    )
    rules.may_override(asked).or_raise()
    row = Override(
        family_id=file.family,
        shown_to=shown_to,
        shown_to_id=shown_to_id,
        item=item,
        ground=ground,
        because=because.strip(),
        decided_by_id=file.actor.id,
        second_person=second_person.strip(),
        told_family=told_family,
        why_not_told=why_not_told.strip(),
        from_at=now,
        until_at=until_at,
    )
    row.save(force_insert=True)
    return row
