"""What an order does, begun and ended row by row, with what follows from each (S9)."""

from collections.abc import Iterable
from datetime import datetime

from hub.consent.changes.held_back import hold_back
from hub.consent.force import in_force
from hub.consent.holding import PLACES
from hub.consent.looking.changes import look_again
from hub.consent.looking.models import LookAgain
from hub.consent.models import Agreement, Kept, Restriction
from hub.consent.orders import rules
from hub.consent.orders.models import CourtOrder, OrderEffect
from hub.consent.orders.rules import EFFECTS, OF_RESPONSIBILITY, Whose
from hub.families.changes import hold_responsibility
from hub.families.changes.rows import end_held
from hub.families.models import Responsibility
from hub.kernel.clock import day_of
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.files import FamilyFile

# Which effect, for which child, about which member, about whom by name or which authority.
What = tuple[str, int | None, int | None, str, str]


def wanted(told: rules.Told) -> list[What]:
    """The rows that say what an order does: one for each effect and child."""
    found = []
    for effect in dict.fromkeys(told.effects):
        whose = EFFECTS[effect].whose
        person = {Whose.BOUND: told.person, Whose.FAVOURED: told.other}.get(whose)
        name = told.person_name.strip() if whose is Whose.BOUND and person is None else ""
        authority = told.authority.strip() if whose is Whose.AUTHORITY else ""
        for child in told.children or (None,):
            found.append((effect, child, person, name, authority))
    return found


def what(row: OrderEffect) -> What:
    """The same of a row there is."""
    return row.effect, row.child_id, row.person_id, row.person_name, row.authority


def running(file: FamilyFile, order: CourtOrder) -> list[OrderEffect]:
    """What an order does now, locked."""
    rows = OrderEffect.objects.select_for_update().filter(family=file.family, order=order.pk)
    return list(rows.filter(until_at=None).order_by("pk"))


def begin(
    file: FamilyFile, order: CourtOrder, told: rules.Told, whats: Iterable[What], now: datetime
) -> None:
    """Record each of these as what the order does, and do it."""
    for effect, child, person, name, authority in whats:
        row = OrderEffect(
            family_id=file.family,
            order=order,
            effect=effect,
            child_id=child,
            person_id=person,
            person_name=name,
            authority=authority,
            from_at=now,
        )
        row.save(force_insert=True)
        _do(file, row, told, now)


def end(file: FamilyFile, rows: Iterable[OrderEffect], now: datetime) -> None:
    """End these. Nothing is seen or decided by more people for it without somebody's word: the
    mark over where they are stays, and who is responsible is asked of whoever leads."""
    ask: set[int | None] = set()
    for row in rows:
        row.until_at = now
        row.version += 1
        row.save(update_fields=["until_at", "version"])
        if row.effect in OF_RESPONSIBILITY:
            ask.add(row.child_id)
    for child in sorted(one for one in ask if one is not None):
        look_again(file, kind="responsibility", person=child, on=day_of(now), now=now)


def ask_about_their_yes(file: FamilyFile, person: int, now: datetime) -> None:
    """Ask whoever leads what becomes of somebody's yes: nobody ends it for them (S8)."""
    if Agreement.objects.filter(in_force(now), family=file.family, given_by=person).exists():
        look_again(file, kind="agreed", person=person, on=day_of(now), now=now)


def _do(file: FamilyFile, row: OrderEffect, told: rules.Told, now: datetime) -> None:
    """What follows at once from one effect."""
    if row.effect == "no_place" and row.person_id is not None:
        _keep_places(file, row.person_id, now)
    elif row.effect in ("no_agree", "ends") and row.person_id is not None:
        if row.effect == "ends":
            _end_responsibility(file, row, told, now)
        _ask_once(file, row.person_id, now)
    elif row.effect in ("holds", "shares") and row.child_id is not None:
        _hold(file, row, told, now)


def _keep_places(file: FamilyFile, person: int, now: datetime) -> None:
    """The mark over where they are, unless it is there (S3)."""
    marks = Restriction.objects.filter(family=file.family, item=file.family, until_at=None)
    if not marks.filter(kept_from=Kept.PERSON, kept_from_id=person).exists():
        hold_back(
            file,
            item_kind=PLACES,
            item=file.family,
            kept_from=Kept.PERSON,
            kept_from_id=person,
            now=now,
        )


def _end_responsibility(
    file: FamilyFile, row: OrderEffect, told: rules.Told, now: datetime
) -> None:
    reason = Responsibility.Ended
    because = reason.ADOPTED if told.kind == "adoption" else reason.ORDER
    held = Responsibility.objects.select_for_update().filter(family=file.family, until_at=None)
    for one in held.filter(person=row.person_id, child=row.child_id):
        end_held(one, because, now)


def _hold(file: FamilyFile, row: OrderEffect, told: rules.Told, now: datetime) -> None:
    assert row.child_id is not None  # noqa: S101 - asked above
    since = PartialDate(told.from_on, Accuracy.EXACT) if told.from_on else None
    source = "authority" if row.effect == "shares" else rules.SOURCES.get(told.kind, "order")
    hold_responsibility(
        file,
        child=row.child_id,
        person=row.person_id,
        source=source,
        authority=row.authority,
        since=since,
        now=now,
    )


def _ask_once(file: FamilyFile, person: int, now: datetime) -> None:
    """One question however many children it is about."""
    waiting = LookAgain.objects.filter(family=file.family, kind="agreed", person=person)
    if not waiting.filter(done_at=None).exists():
        ask_about_their_yes(file, person, now)
