"""What is held back from whom (2.81, S5)."""

from datetime import datetime

from django.apps import apps

from hub.audit.change import change
from hub.audit.events import register
from hub.consent import rules
from hub.consent.changes.rows import find_whom
from hub.consent.models import Kept, Restriction
from hub.families import queries as families
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles

register("held_back.set", "recorded that something is kept private")
register("held_back.ended", "recorded that something is no longer kept private")


@change("held_back.set")
def hold_back(
    file: FamilyFile,
    *,
    item_kind: str,
    item: int | None,
    kept_from: str,
    kept_from_id: int,
    asked_by: int | None = None,
    now: datetime,
) -> Restriction:
    """Keep one item, or with no item the whole family, from a person or agency, at once (2.81).

    `item_kind` is one of `rules.ITEMS`, such as "address"; "" with no item. Raises
    NotInYourFiles for an item or a member that is not in this file.
    """
    from_self = kept_from == Kept.PRACTITIONER and kept_from_id == file.actor.id
    rules.may_hold_back(level=file.level, from_self=from_self, whole_family=item is None).or_raise()
    if item is not None:
        _find_item(file, item_kind, item)
    find_whom(file, kept_from, kept_from_id)
    if asked_by is not None:
        families.member(file, asked_by)
    row = Restriction(
        family_id=file.family,
        item_kind=item_kind if item is not None else "",
        item=item,
        kept_from=kept_from,
        kept_from_id=kept_from_id,
        asked_by_id=asked_by,
        set_by_id=file.actor.id,
        from_at=now,
    )
    row.save(force_insert=True)
    return row


@change("held_back.ended")
def let_go(file: FamilyFile, pk: int, *, now: datetime) -> Restriction:
    """End what was held back. Only who has the whole record open sees it; NotInYourFiles else.
    Raises NotAllowed for the very person, or somebody of the agency, that it is kept from (S14)."""
    rows = Restriction.objects.select_for_update().filter(family=file.family, until_at=None)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    from_self = (row.kept_from, row.kept_from_id) in (
        (Kept.PRACTITIONER, file.actor.id),
        (Kept.AGENCY, file.actor.agency),
    )
    rules.may_let_go(from_self=from_self).or_raise()
    row.until_at = now
    row.version += 1
    row.save(update_fields=["until_at", "version"])
    return row


def _find_item(file: FamilyFile, kind: str, item: int) -> None:
    if kind not in rules.ITEMS:
        raise NotAllowed("Choose what is to be kept private.")
    # By name: the tables of later packages are behind the same wall, and known to none below.
    rows = apps.get_model(rules.ITEMS[kind])._default_manager
    if not rows.filter(family=file.family, pk=item).exists():
        raise NotInYourFiles(file.reference)
