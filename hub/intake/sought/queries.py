"""Reads of the advice that practitioners asked for: their own, a family's, and counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from hub.database.kept import kept
from hub.intake.models import FamilySought, OwnSought
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles

MOST = 200


@dataclass(frozen=True)
class Counted:
    """How often an agency's people asked for advice in a month; nothing of what or about whom."""

    month: date
    agency: str
    named: int
    unnamed: int


def own(actor: Actor) -> list[OwnSought]:
    """What this practitioner asked with no family's file, the newest first."""
    return _own(actor.id)


def own_one(actor: Actor, pk: int) -> OwnSought:
    """One of these. Raises NotInYourFiles."""
    found = OwnSought.objects.filter(saved_by=actor.id, pk=pk).first()
    if found is None:
        raise NotInYourFiles("sought")
    return found


def sought_in(file: FamilyFile) -> list[FamilySought]:
    """What was asked about this family, the newest first: all of it to who leads, to others what
    they wrote down themselves."""
    return [row for row in _about(file.family) if _shown(file, row)]


def sought_one(file: FamilyFile, pk: int) -> FamilySought:
    """One of these. Raises NotInYourFiles."""
    rows = FamilySought.objects.filter(family=file.family, pk=pk)
    found = rows.select_related("saved_by__agency").first()
    if found is None or not _shown(file, found):
        raise NotInYourFiles(file.reference)
    return found


def sought_by(actor: Actor, files: Sequence[FamilyFile]) -> list[tuple[FamilyFile, FamilySought]]:
    """What this practitioner asked about these families, the newest first."""
    by_family = {file.family: file for file in files}
    rows = _written(actor.id, list(by_family)) if files else []
    return [
        (by_family[row.family_id], row) for row in rows if _shown(by_family[row.family_id], row)
    ]


def counted(actor: Actor, *, since: date) -> list[Counted]:
    """How often advice was asked for since a day by people of the localities this actor
    coordinates, by month and agency; nothing for anybody else."""
    # The function knows who asks from the door's settings; the actor is who they were made for.
    assert actor.id is not None  # noqa: S101
    with connection.cursor() as cursor:
        cursor.execute("select month, agency, named, unnamed from hub.sought_counted(%s)", [since])
        return [Counted(*row) for row in cursor.fetchall()]


@kept
def _own(practitioner: int) -> QuerySet[OwnSought]:
    rows = OwnSought.objects.filter(saved_by=practitioner)
    return rows.order_by("-asked_on", "-saved_at", "pk")[:MOST]


@kept
def _about(family: int) -> QuerySet[FamilySought]:
    rows = FamilySought.objects.filter(family=family).select_related("saved_by__agency")
    return rows.order_by("-asked_on", "-saved_at", "pk")


@kept
def _written(practitioner: int, families: list[int]) -> QuerySet[FamilySought]:
    rows = FamilySought.objects.filter(saved_by=practitioner, family_id__any=families)
    return rows.order_by("-asked_on", "-saved_at", "pk")[:MOST]


def _shown(file: FamilyFile, row: FamilySought) -> bool:
    mine = row.saved_by_id == file.actor.id
    place_kept = file.family in file.held_back and not mine
    return row.pk not in file.held_back and not place_kept and (mine or file.sees(Level.RECORD))
