"""Reads of merges. What names two families is read only by who sees both (S19)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from hub.access.queries import lead_of
from hub.agencies.rules import COORDINATOR
from hub.database.lookups import ids
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.files import Actor, FamilyFile, NotInYourFiles
from hub.merging.models import AdultAsked, Merge, NotSame
from hub.merging.rules import Reader, Stage

KNOWN: Final = "select * from hub.merges_known(%s, %s, %s)"
PAIRS: Final = "select place, one, other, first, second from hub.merging_pairs(%s, %s, %s)"
HOMES: Final = "select member, reference from hub.children_shared(%s, %s)"
REFERENCES: Final = "select family, reference from hub.merging_references(%s, %s)"


@dataclass(frozen=True)
class KnownMerge:
    """A merge of two families that whoever asks sees both, by their references. `speaks` for who
    leads one of them or coordinates its hub: others read only that it was done."""

    id: int
    kept: int
    gone: int
    kept_reference: str
    gone_reference: str
    proposed_at: datetime
    kept_yes_at: datetime | None
    gone_yes_at: datetime | None
    merged_at: datetime | None
    until_at: datetime | None
    speaks: bool

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        return Stage(
            kept_yes=self.kept_yes_at is not None,
            gone_yes=self.gone_yes_at is not None,
            merged=self.merged_at is not None,
            ended=self.until_at is not None,
        )


@dataclass(frozen=True)
class Counted:
    """How many merges were proposed, done and undone, and pairs said to be two families."""

    proposed: int
    merged: int
    undone: int
    two_families: int


@dataclass(frozen=True)
class Alike:
    """Two families that look alike, by their numbers and references."""

    one: int
    other: int
    first: str
    second: str


@dataclass(frozen=True)
class OtherHome:
    """A child of a family, by their name there, and the family they have another home in."""

    name: str
    reference: str


@dataclass(frozen=True)
class Asked:
    """An adult of one of the families, and what they said: None when nobody asked yet."""

    member: Membership
    said_yes: bool | None
    asked: AdultAsked | None = None


def known(actor: Actor, merge: int, *, now: datetime) -> KnownMerge:
    """One merge. Raises NotInYourFiles alike for one that is not there and one of families that
    the actor does not both see."""
    found = _known(merge, None, now) if ids([merge]) else []
    if not found:
        raise NotInYourFiles("merge")
    return found[0]


def running_for(actor: Actor, *, now: datetime) -> list[KnownMerge]:
    """The merges that are proposed, agreed or done where a coordinator coordinates, as far as they
    see both families; the oldest first."""
    return _known(None, None, now)


def merges_of(file: FamilyFile) -> list[KnownMerge]:
    """The running merges of an open family that its reader may know of: those with families that
    they see too; what is only proposed for who has a part in it. Nothing for a member of it."""
    found = _known(None, file.family, file.opened_at)
    return [one for one in found if one.until_at is None and (one.speaks or one.stage.merged)]


def counted(actor: Actor, *, since: datetime, until: datetime) -> Counted | None:
    """How often files were merged in some days, for the data protection officer; None for anybody
    else."""
    with connection.cursor() as cursor:
        cursor.execute("select * from hub.merges_counted(%s, %s)", [since, until])
        row = cursor.fetchone()
    return Counted(*row) if row else None


def pairs_for(actor: Actor, pairs: Sequence[tuple[int, int]], *, now: datetime) -> dict[int, Alike]:
    """Which of these pairs of families a coordinator looks at, by their place in the list."""
    if not pairs:
        return {}
    ones, others = zip(*pairs, strict=True)
    with connection.cursor() as cursor:
        cursor.execute(PAIRS, [list(ones), list(others), now])
        return {place - 1: Alike(*rest) for place, *rest in cursor.fetchall()}


def references_of(actor: Actor, one: int, other: int, *, now: datetime) -> tuple[str, str]:
    """What two families are called, by their numbers. Raises NotInYourFiles unless the actor has
    the summary of both."""
    with connection.cursor() as cursor:
        cursor.execute(REFERENCES, [ids([one, other]), now])
        found = dict(cursor.fetchall())
    if one == other or len(found) < 2:
        raise NotInYourFiles("families")
    return found[one], found[other]


def row_of(kept: FamilyFile, gone: FamilyFile, pk: int, *, lock: bool = False) -> Merge:
    """The merge of two open files. Raises NotInYourFiles."""
    rows = Merge.objects.select_for_update(no_key=True) if lock else Merge.objects.all()
    found = rows.filter(pk=pk, family=gone.family, kept=kept.family).first()
    if found is None:
        raise NotInYourFiles("merge")
    return found


def stage_of(row: Merge) -> Stage:
    """How far a merge has come."""
    return Stage(
        kept_yes=row.kept_yes_at is not None,
        gone_yes=row.gone_yes_at is not None,
        merged=row.merged_at is not None,
        ended=row.until_at is not None,
    )


def reader_of(file: FamilyFile) -> Reader:
    """What the rules ask about whoever has this file open."""
    lead = lead_of(file)
    return Reader(
        level=file.level,
        leads=lead is not None and lead.practitioner == file.actor.id,
        coordinates=file.actor.has_role(COORDINATOR, file.locality),
        led=lead is not None,
    )


def adults_in(file: FamilyFile, merge: int) -> list[Asked]:
    """The adults of an open family as far as its reader sees them, with what each said last."""
    rows = AdultAsked.objects.filter(family=file.family, merge=merge).order_by("asked_at", "pk")
    said = {row.member_id: row for row in rows}
    return [
        Asked(row, answer.said_yes if (answer := said.get(row.pk)) else None, answer)
        for row in families.members_in(file)
        if row.part == Membership.Part.ADULT and not row.loss
    ]


def not_same(one: FamilyFile, other: FamilyFile, *, lock: bool = False) -> NotSame | None:
    """That two open files were said to be of two families, or None."""
    low, high = sorted((one.family, other.family))
    rows = NotSame.objects.select_for_update(no_key=True) if lock else NotSame.objects.all()
    return rows.filter(family=low, other=high, until_at=None).first()


def children_among(
    one: FamilyFile, other: FamilyFile, pairs: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Of pairs of members of two open files those of which both are children there."""
    firsts, seconds = ({row.pk for row in _children(file)} for file in (one, other))
    return [(first, second) for first, second in pairs if first in firsts and second in seconds]


def other_homes(file: FamilyFile) -> list[OtherHome]:
    """The children of an open family who have another home, in a family that its reader sees too
    (S19); nothing for a member of it."""
    with connection.cursor() as cursor:
        cursor.execute(HOMES, [file.family, file.opened_at])
        found: list[tuple[int, str]] = cursor.fetchall()
    if not found:
        return []
    names = {row.pk: row.person.full_name for row in families.members_in(file)}
    return [OtherHome(names[member], reference) for member, reference in found if member in names]


def stops(kept: FamilyFile, gone: FamilyFile, merge: int, *, now: datetime) -> tuple[bool, bool]:
    """Whether the files must stay apart, and whether every adult said yes: past what is kept from
    whoever asks, and never saying who or why."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select hub.merging_stops(%s, %s, %s), hub.merging_asked(%s)",
            [kept.family, gone.family, now, merge],
        )
        apart, asked = cursor.fetchone()
    return bool(apart), bool(asked)


def _children(file: FamilyFile) -> list[Membership]:
    rows = families.members_in(file)
    return [row for row in rows if row.part != Membership.Part.ADULT and not row.loss]


def _known(merge: int | None, family: int | None, now: datetime) -> list[KnownMerge]:
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, [merge, family, now])
        rows: list[Any] = cursor.fetchall()
    return [KnownMerge(*row) for row in rows]
