"""Families that live outside the authority: they are advised, and their own borough makes the plan
(2.181). Whether one does is read from its addresses, so that moving here is one step: the address.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from hub.audit.change import change
from hub.audit.events import register
from hub.database.kept import kept
from hub.families import rules
from hub.families.models import Advice, Borough, OutwardCode
from hub.families.queries import homes_in
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, NotInYourFiles

register("advice.given", "wrote down what a family asked and was advised")
register("borough.saved", "changed which borough helps families that live there")


def home_borough(file: FamilyFile, homes: Sequence[Any] | None = None) -> Borough | None:
    """The other borough this family lives in, as far as the reader may know where; None where any
    home of theirs is here, or it is not known where it is. `homes` may be given where they are
    fetched already; of a family that lives here nothing more is asked."""
    homes = [home for home, _ in homes_in(file)] if homes is None else homes
    there = [home.borough_there for home in homes]
    return Borough.objects.get(pk=there[0]) if there and all(there) else None


def advice_in(file: FamilyFile) -> list[Advice]:
    """What the family asked and was advised, the newest first."""
    places_kept = file.family in file.held_back
    return [
        row
        for row in _advice(file.family)
        if row.pk not in file.held_back and not (places_kept and row.given_by_id != file.actor.id)
    ]


@kept
def _advice(family: int) -> QuerySet[Advice]:
    rows = Advice.objects.filter(family=family).select_related("given_by__agency")
    return rows.order_by("-given_at", "pk")


@change("advice.given")
def give_advice(file: FamilyFile, *, asked: str, advised: str, now: datetime) -> Advice:
    """Keep what a family asked and what it was advised. Raises NotAllowed."""
    rules.may_edit(file.level).or_raise()
    if not (asked.strip() and advised.strip()):
        raise NotAllowed("Enter what was asked and what you advised.")
    row = Advice(
        family_id=file.family,
        asked=asked.strip(),
        advised=advised.strip(),
        given_by_id=file.actor.id,
        given_at=now,
    )
    row.save(force_insert=True)
    return row


def reached(row: Borough) -> str:
    """How a borough's service is reached, in words."""
    return ", ".join(one for one in (row.service, row.phone, row.email, row.website) if one)


def boroughs() -> list[Borough]:
    """Every other borough that is known, by name, each with its postcodes."""
    return list(Borough.objects.order_by("name", "pk").prefetch_related("codes"))


def borough(pk: int) -> Borough:
    """One of them. Raises NotInYourFiles when there is none."""
    found = Borough.objects.filter(pk=pk).first()
    if found is None:
        raise NotInYourFiles(str(pk))
    return found


def codes_of(row: Borough) -> list[str]:
    """The first halves of its postcodes."""
    return sorted(one.code for one in row.codes.all())


@change("borough.saved")
def save_borough(
    actor: Actor,
    pk: int | None = None,
    *,
    version: int = 0,
    name: str,
    service: str,
    phone: str = "",
    email: str = "",
    website: str = "",
    codes: str,
) -> Borough:
    """Keep another borough, how its service is reached, and the first halves of its postcodes.

    Raises NotAllowed for whoever is no administrator, for what is no first half of a postcode and
    for one that another borough has; Conflict when somebody saved first.
    """
    rules.may_keep_boroughs(administrator=actor.has_role("administrator")).or_raise()
    wanted = rules.outward_codes(codes)
    others = OutwardCode.objects.exclude(borough=pk or 0).select_related("borough")
    taken = {one.code: one.borough.name for one in others}
    rules.may_have_codes(wanted, taken=taken).or_raise()
    row = Borough() if pk is None else Borough.objects.select_for_update().filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles(str(pk))
    said = {"name": name, "service": service, "phone": phone, "email": email, "website": website}
    if pk is not None and row.version != version:
        theirs = {field: getattr(row, field) for field in said} | {"codes": " ".join(codes_of(row))}
        raise Conflict(theirs=theirs, yours=said | {"codes": codes}, version=row.version)
    for field, value in said.items():
        setattr(row, field, value.strip())
    row.version += 0 if pk is None else 1
    row.save(force_insert=pk is None, force_update=pk is not None)
    row.codes.all().delete()
    OutwardCode.objects.bulk_create(OutwardCode(code=code, borough=row) for code in wanted)
    return row
