"""The court orders of a family, and what they do."""

from django.db.models import QuerySet

from hub.consent.models import Kept, Restriction
from hub.consent.orders.models import CourtOrder, OrderEffect, OrderKind
from hub.database.kept import kept
from hub.kernel.files import FamilyFile, NotInYourFiles


def kinds() -> list[OrderKind]:
    """The kinds of orders there are, in their order."""
    return _kinds()


@kept
def _kinds() -> QuerySet[OrderKind]:
    return OrderKind.objects.order_by("position")


def orders_in(file: FamilyFile) -> list[CourtOrder]:
    """Every order, those that count first and the newest first, with `kind`, `person`, `other`.
    Only who has the whole record open sees them."""
    rows = _orders(file.family)
    return [r for r in rows if r.until_at is None] + [r for r in rows if r.until_at is not None]


@kept
def _orders(family: int) -> QuerySet[CourtOrder]:
    rows = CourtOrder.objects.filter(family=family)
    return rows.select_related("kind", "person", "other", "recorded_by").order_by("-from_at", "pk")


def order_in(file: FamilyFile, pk: int) -> CourtOrder:
    """One order that counts. Raises NotInYourFiles when it is not in this file, or has ended."""
    rows = (row for row in _orders(file.family) if row.until_at is None)
    found = next((row for row in rows if row.pk == pk), None)
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def effects_in(file: FamilyFile) -> list[OrderEffect]:
    """What orders do in this family now, with `child` and `person`: for the team, not the order."""
    return _effects(file.family)


@kept
def _effects(family: int) -> QuerySet[OrderEffect]:
    rows = OrderEffect.objects.filter(family=family, until_at=None)
    return rows.select_related("child", "person").order_by("from_at", "pk")


def is_ordered(file: FamilyFile, row: Restriction) -> bool:
    """Whether a court order stands behind keeping where they are from a member (S9)."""
    if row.item != file.family or row.kept_from != Kept.PERSON:
        return False
    places = OrderEffect.objects.filter(family=file.family, effect="no_place", until_at=None)
    return places.filter(person=row.kept_from_id).exists()


def is_apart(file: FamilyFile, order: CourtOrder) -> bool:
    """Whether an order is kept from whom it binds: telling them is not safe."""
    if order.person_id is None:
        return False
    held = Restriction.objects.filter(family=file.family, item=order.pk, until_at=None)
    return held.filter(kept_from=Kept.PERSON, kept_from_id=order.person_id).exists()
