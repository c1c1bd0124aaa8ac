"""Recording a court order by what it does, putting it right, and its end (S9)."""

from datetime import datetime
from typing import Any

from hub.audit.change import change
from hub.audit.events import register
from hub.consent.changes.held_back import hold_back, let_go
from hub.consent.looking.changes import look_again
from hub.consent.models import Kept, Restriction
from hub.consent.orders import effects, queries, rules
from hub.consent.orders.models import CourtOrder
from hub.families import queries as families
from hub.families.changes import end_responsibility as families_end
from hub.families.models import Responsibility
from hub.kernel.clock import day_of
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.files import FamilyFile, NotInYourFiles

register("order.recorded", "recorded a court order")
register("order.changed", "changed what is recorded of a court order")
register("order.ended", "recorded that a court order ended")


@change("order.recorded", refs=lambda row: {"kind": row.kind_id})
def record_order(
    file: FamilyFile, told: rules.Told, *, telling_is_safe: bool, now: datetime
) -> CourtOrder:
    """Record an order and what it does, from this moment on (S9).

    Unless telling them is safe, the order is kept from whom it binds. Raises NotAllowed with the
    rule's reason, NotInYourFiles for somebody who is not in this family.
    """
    _may_record(file, told)
    row = CourtOrder(
        family_id=file.family, kind_id=told.kind, recorded_by_id=file.actor.id, from_at=now
    )
    _write(row, told)
    row.save(force_insert=True)
    effects.begin(file, row, told, effects.wanted(told), now)
    _tell_or_not(file, row, telling_is_safe, now)
    if told.until_on is not None:
        look_again(file, kind="order", on=max(told.until_on, day_of(now)), now=now)
    return row


@change("order.changed")
def edit_order(
    file: FamilyFile,
    pk: int,
    told: rules.Told,
    *,
    telling_is_safe: bool,
    version: int,
    now: datetime,
) -> CourtOrder:
    """Put right what is recorded of an order. What it no longer does ends, but where they are
    stays kept from whom it bound until somebody lets it be seen again.

    Raises NotInYourFiles, NotAllowed, and Conflict when somebody saved first.
    """
    row = _find(file, pk)
    _may_record(file, told)
    before, same = _in_words(row, file), CourtOrder(family_id=file.family, kind_id=told.kind)
    _write(same, told)
    refuse_if_changed(
        stands=before,
        wanted=_of_row(same, sorted(told.effects)),
        version=row.version,
        edited=version,
    )
    later = told.until_on is not None and told.until_on != row.until_on
    row.kind_id = told.kind
    _write(row, told)
    row.version += 1
    row.save(force_update=True)
    _change_effects(file, row, told, now)
    _tell_or_not(file, row, telling_is_safe, now)
    if later and told.until_on is not None:
        look_again(file, kind="order", on=max(told.until_on, day_of(now)), now=now)
    return row


@change("order.ended")
def end_order(
    file: FamilyFile, pk: int, *, because: str, version: int, now: datetime
) -> CourtOrder:
    """Record that an order ended, and with it what it does.

    Nobody sees more by it: where they are stays kept from whom it bound, and whoever leads looks
    at who has parental responsibility. Raises NotInYourFiles, NotAllowed, and Conflict.
    """
    row = _find(file, pk)
    rules.may_end_order(level=file.level, because=because).or_raise()
    stands = _in_words(row, file)
    refuse_if_changed(
        stands=stands, wanted=dict.fromkeys(stands, ""), version=row.version, edited=version
    )
    row.until_at, row.ended_because = now, because.strip()
    row.version += 1
    row.save(update_fields=["until_at", "ended_because", "version"])
    effects.end(file, effects.running(file, row), now)
    return row


@change("responsibility.ended", refs=lambda row: {"because": row.ended_because})
def end_responsibility(
    file: FamilyFile, pk: int, *, because: str, version: int, now: datetime
) -> Responsibility:
    """End somebody's parental responsibility, and ask whoever leads what of it they said yes to
    (S8, S9). Raises as `families.changes.end_responsibility`."""
    row = families_end(file, pk, because=because, version=version, now=now)
    if row.person_id is not None and because != Responsibility.Ended.MISTAKE:
        effects.ask_about_their_yes(file, row.person_id, now)
    return row


def _may_record(file: FamilyFile, told: rules.Told) -> None:
    kinds = [kind.code for kind in queries.kinds()]
    rules.may_record_order(told, level=file.level, kinds=kinds).or_raise()
    for person in {told.person, told.other, *told.children} - {None}:
        assert person is not None  # noqa: S101 - taken out above
        families.member(file, person)


def _find(file: FamilyFile, pk: int) -> CourtOrder:
    rows = CourtOrder.objects.select_for_update().filter(family=file.family, until_at=None)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    return row


def _write(row: CourtOrder, told: rules.Told) -> None:
    row.person_id, row.other_id = told.person, told.other
    row.person_name = "" if told.person else told.person_name.strip()
    row.authority, row.court = told.authority.strip(), told.court.strip()
    row.made_on, row.from_on, row.until_on = told.made_on, told.from_on, told.until_on
    row.seen_by, row.seen_on = told.seen_by.strip(), told.seen_on


def _change_effects(file: FamilyFile, row: CourtOrder, told: rules.Told, now: datetime) -> None:
    """End what the order no longer does and begin what it does now; the rest goes on."""
    wanted, running = effects.wanted(told), effects.running(file, row)
    kept = {effects.what(one) for one in running} & set(wanted)
    effects.end(file, [one for one in running if effects.what(one) not in kept], now)
    effects.begin(file, row, told, [one for one in wanted if one not in kept], now)


def _tell_or_not(file: FamilyFile, row: CourtOrder, safe: bool, now: datetime) -> None:
    """Keep the order from whom it binds, or end that: only on the word of whoever leads."""
    if row.person_id is None:
        return
    held = Restriction.objects.filter(
        family=file.family,
        item=row.pk,
        kept_from=Kept.PERSON,
        kept_from_id=row.person_id,
        until_at=None,
    ).first()
    if safe and held is not None:
        let_go(file, held.pk, now=now)
    elif not safe and held is None:
        hold_back(
            file,
            item_kind="order",
            item=row.pk,
            kept_from=Kept.PERSON,
            kept_from_id=row.person_id,
            now=now,
        )


def _in_words(row: CourtOrder, file: FamilyFile) -> dict[str, Any]:
    return _of_row(row, sorted({one.effect for one in effects.running(file, row)}))


def _of_row(row: CourtOrder, does: list[str]) -> dict[str, Any]:
    asked = [rules.EFFECTS[effect].asked for effect in does]
    names = ("court", "made_on", "from_on", "until_on", "seen_by", "seen_on", "authority")
    said = {name.replace("_", " ").capitalize(): getattr(row, name) or "" for name in names}
    return {"What it does": "; ".join(asked)} | said
