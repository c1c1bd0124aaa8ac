"""Reads of what is sealed: for the two named, and for the officer by its code alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection

from hub.agencies.models import Practitioner
from hub.database.lookups import ids
from hub.kernel.files import Actor, NotInYourFiles
from hub.sealed.models import Keeper, Look, Sealed

OPEN_FOR: Final = timedelta(minutes=10)


@dataclass(frozen=True)
class Overseen:
    """One of them as the officer knows it: no name and no family."""

    id: int
    code: str
    sealed_at: datetime
    until_at: datetime | None
    keepers: tuple[str, ...]
    opened: int
    last_at: datetime | None


@dataclass(frozen=True)
class Kept:
    """One of them as each of the two sees it before opening it: who else, and what is asked."""

    id: int
    code: str
    sealed_at: datetime
    ended: bool
    other: str
    handing_to: str
    handing_is_mine: bool
    ending_asked: bool
    ending_is_mine: bool
    looks: tuple[tuple[datetime, str, str], ...]


def mine(actor: Actor) -> list[Kept]:
    """Those that this actor is one of the two for. The wall shows no others."""
    return [_kept(row, actor) for row in Sealed.objects.order_by("sealed_at", "pk")]


def one_of_mine(actor: Actor, sealed: int) -> Kept:
    """One of these. Raises NotInYourFiles alike where there is none and where it is another's."""
    return _kept(row_of(actor, sealed), actor)


def just_opened(actor: Actor, sealed: int, *, now: datetime) -> Sealed | None:
    """What is in it, for whoever gave their reason a moment ago: it stays open to them for ten
    minutes. None else. Raises NotInYourFiles."""
    row = row_of(actor, sealed)
    since = now - OPEN_FOR
    opened = Look.objects.filter(sealed=row, by=actor.id, at__gt=since, at__lte=now).exists()
    return row if opened and row.until_at is None else None


def row_of(actor: Actor, sealed: int, *, lock: bool = False) -> Sealed:
    """The row itself, for a change. Raises NotInYourFiles."""
    rows = Sealed.objects.select_for_update() if lock else Sealed.objects
    row = rows.filter(pk=sealed).first() if ids([sealed]) else None
    if row is None:
        raise NotInYourFiles("sealed")
    return row


def overseen(actor: Actor) -> list[Overseen]:
    """All of them by code, those that wait for their two people first; for the data protection
    officer, and empty for anybody else."""
    with connection.cursor() as cursor:
        cursor.execute("select * from hub.sealed_overseen()")
        return [
            Overseen(pk, code, since, until, tuple(keepers), opened, last)
            for pk, code, since, until, keepers, opened, last in cursor.fetchall()
        ]


def one_overseen(actor: Actor, sealed: int) -> Overseen:
    """One of these. Raises NotInYourFiles."""
    for found in overseen(actor):
        if found.id == sealed:
            return found
    raise NotInYourFiles("sealed")


def _kept(row: Sealed, actor: Actor) -> Kept:
    keepers = Keeper.objects.filter(sealed=row, until_at=None).select_related(
        "practitioner__agency"
    )
    others = [k.practitioner for k in keepers if k.practitioner_id != actor.id]
    looks = Look.objects.filter(sealed=row).select_related("by").order_by("-at")[:50]
    return Kept(
        id=row.pk,
        code=row.code,
        sealed_at=row.sealed_at,
        ended=row.until_at is not None,
        other=", ".join(f"{one.name}, {one.agency.name}" for one in others),
        handing_to=_name(row.handing_to),
        handing_is_mine=row.handing_from == actor.id,
        ending_asked=row.ending_asked_by is not None,
        ending_is_mine=row.ending_asked_by == actor.id,
        looks=tuple((look.at, look.by.name, look.because) for look in looks),
    )


def _name(practitioner: int | None) -> str:
    if practitioner is None:
        return ""
    who = Practitioner.objects.select_related("agency").get(pk=practitioner)
    return f"{who.name}, {who.agency.name}"
