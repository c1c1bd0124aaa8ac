"""Children under 12, and whether somebody who may has said yes for them (2.85)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hub.consent.deciding import rules
from hub.consent.force import in_force
from hub.consent.looking.changes import look_again
from hub.consent.looking.models import LookAgain
from hub.consent.models import Agreement, Scope
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.clock import day_of
from hub.kernel.files import ActorKind, FamilyFile


@dataclass(frozen=True)
class NotForThem:
    """Agencies that know by a yes which is an adult's alone, by whom, and the children it is not
    for."""

    children: list[str]
    agencies: list[str]
    by: list[str]


def young_in(file: FamilyFile, now: datetime) -> list[Membership]:
    """The children who may be under 12. Nobody says yes for a child before it is born."""
    day = day_of(now)
    return [
        row
        for row in families.children_in(file, day)
        if row.part == Membership.Part.CHILD and rules.is_young(families.ages_of(row, day))
    ]


def may_share(file: FamilyFile, scope: str, agency: int, basis: str, now: datetime) -> None:
    """Refuse a yes to sharing that is an adult's alone where there is a child under 12 and nobody
    who may has said yes to the same agency. Raises NotAllowed with the way out."""
    rules.may_share_for_children(
        scope=scope,
        basis=basis,
        young_children=bool(young_in(file, now)),
        agreed_for_them=agency in _agreed_for_them(_shares(file, now)),
    ).or_raise()


def not_for_the_children(
    file: FamilyFile, given: Sequence[Agreement], now: datetime
) -> NotForThem | None:
    """What agencies know by a yes that is an adult's alone while there is a child under 12, for
    the pages; `given` are the family's yeses in force. None where there is none."""
    if file.actor.kind is ActorKind.MEMBER:  # who reads no yes but their own
        return None
    shares = [row for row in given if row.scope == Scope.SHARE]
    alone = [row for row in shares if row.agency_id not in _agreed_for_them(shares)]
    children = young_in(file, now) if alone else []
    if not children:
        return None
    return NotForThem(
        [row.person.full_name for row in children],
        list(dict.fromkeys(row.agency.name for row in alone)),
        list(dict.fromkeys(row.given_by.full_name for row in alone)),
    )


def ask_for_the_children(file: FamilyFile, agency: int, now: datetime) -> None:
    """Ask whoever leads, once, when what is left of the yes to an agency is an adult's alone: it
    stays in force, since nobody ends it for them (S8)."""
    shares = [row for row in _shares(file, now) if row.agency_id == agency]
    if not shares or _agreed_for_them(shares) or not young_in(file, now):
        return
    if not LookAgain.objects.filter(family=file.family, kind="young", done_at=None).exists():
        look_again(file, kind="young", on=day_of(now), now=now)


def _agreed_for_them(shares: Sequence[Agreement]) -> set[int]:
    return {row.agency_id for row in shares if row.basis in rules.ALSO_FOR_CHILDREN}


def _shares(file: FamilyFile, now: datetime) -> list[Agreement]:
    rows = Agreement.objects.filter(in_force(now), family=file.family, scope=Scope.SHARE)
    return list(rows.order_by("pk"))
