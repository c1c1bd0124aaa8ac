"""What the database knows of families that a look-up found, and what a look-up leaves behind."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any, Final

from django.db import connection

from hub.access.lookup.marks import Marks
from hub.access.lookup.rules import Asked, Known, Stage, Surely
from hub.access.rules import Facts, decide
from hub.kernel.files import Level
from hub.kernel.ids import random_id

OF_FACTS: Final = [f.name for f in fields(Facts)]
# Of these families, and of those that go on for closed ones; with each row, which are which.
FACTS: Final = (
    "with ways as materialized (select gone, kept from hub.goes_on(%s))"  # noqa: S608
    " select (select array_agg(array[gone, kept]) from ways), family_id,"
    f" {', '.join(OF_FACTS)}, reference, shares, refused, at_risk, stage, telling, name,"
    " role_title, agency, phone, email"
    " from hub.lookup_facts(%s::bigint[] || array(select kept from ways), %s)"
)
ASKED: Final = "select * from hub.lookup_asked(%s)"
WRITTEN: Final = "select hub.lookup_written(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
ASKED_THROUGH: Final = "select * from hub.lookup_asked_through(%s, %s)"
WRITTEN_THROUGH: Final = "select hub.lookup_written_through(%s, %s)"


@dataclass(frozen=True)
class Contact:
    """Whom to ring: somebody who leads, with their agency, or a hub."""

    name: str
    role_title: str = ""
    agency: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Found:
    """A family that was found, and what is true of whoever acts and it."""

    family: int
    facts: Facts
    reference: str
    shares: bool
    refused: bool
    at_risk: bool
    stage: str
    telling: bool
    lead: Contact

    @property
    def held_back(self) -> frozenset[int]:
        """The items of it that are kept from whoever acts."""
        return self.facts.held_from_them | (self.facts.held_from_agency - self.facts.lifted)

    @property
    def keeps_places(self) -> bool:
        """Whether it keeps where it is from whoever acts (S3)."""
        return self.family in self.held_back

    @property
    def seen_whole(self) -> bool:
        """Whether whoever acts may see it, and nothing of it is kept from them."""
        return decide(self.facts).level > Level.NOTHING and not self.held_back

    def keeps(self, entries: Collection[int]) -> bool:
        """Whether a place, or somebody it was found by, is kept from whoever acts."""
        return self.keeps_places or bool(self.held_back & frozenset(entries))

    def known(self, surely: Surely) -> Known:
        """The inputs of the rule."""
        return Known(
            surely=surely,
            level=decide(self.facts).level,
            kept=self.facts.kept,
            kept_from_asker=self.facts.kept_from_them or self.facts.kept_from_agency,
            refused=self.refused,
            at_risk=self.at_risk,
            shares=self.shares,
            stage=Stage(self.stage),
            telling=self.telling,
        )


def facts_of(families: Sequence[int], *, now: datetime) -> tuple[dict[int, Found], dict[int, int]]:
    """What is true of these families, by family; and those of them whose file is closed, each with
    the one that goes on, of which the same is told (S21). Which they are is for no eyes: who asks
    may see neither. One question whatever was found, also for none."""
    asked = list(families)
    with connection.cursor() as cursor:
        cursor.execute(FACTS, [asked, asked, now])
        rows = cursor.fetchall()
    ways = dict(rows[0][0] or ()) if rows else {}
    return {row[1]: _found(row[1:]) for row in rows}, ways


def named(reference: str) -> int | None:
    """The family a reference stands for now, or None; nothing is asked where none was typed."""
    if not reference:
        return None
    with connection.cursor() as cursor:
        cursor.execute("select hub.lookup_named(%s)", [reference])
        row = cursor.fetchone()
    return row[0] if row else None


def asked_lately(now: datetime, system: int | None = None) -> tuple[Asked, bool]:
    """How often whoever acts and their agency have asked, and with this key of a system; and
    whether any family keeps anything from them."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [now])
        row = cursor.fetchone()
        if system is not None:
            cursor.execute(ASKED_THROUGH, [system, now])
        through = cursor.fetchone() if system is not None else None
    return (Asked(*row[:4], *(through or ())), bool(row[4])) if row else (Asked(), False)


def write_down(
    marks: Marks,
    *,
    purpose: str,
    people: int,
    says: str,
    stopped: bool,
    hidden: Sequence[tuple[int, bool]],
    now: datetime,
    system: int | None = None,
) -> None:
    """Keep that it was asked, and the families a coordinator looks at behind, each with whether it
    was surely found. One statement, whatever was found; one more for a system's key."""
    check = random_id()
    given: list[Any] = [check, now, purpose, people, *marks, says, stopped]
    given += [[random_id() for _ in hidden], [f for f, _ in hidden], [sure for _, sure in hidden]]
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN, given)
        if system is not None:
            cursor.execute(WRITTEN_THROUGH, [check, system])


def _found(row: Sequence[Any]) -> Found:
    family, *rest = row
    truths, (reference, shares, refused, at_risk, stage, telling, *lead) = (
        rest[: len(OF_FACTS)],
        rest[len(OF_FACTS) :],
    )
    values: list[Any] = [frozenset(v) if isinstance(v, list) else v for v in truths]
    return Found(
        family=family,
        facts=Facts(**dict(zip(OF_FACTS, values, strict=True))),
        reference=reference,
        shares=shares,
        refused=refused,
        at_risk=at_risk,
        stage=stage,
        telling=telling,
        lead=Contact(*lead),
    )
