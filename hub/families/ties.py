"""Reads of who is who to whom, and who is responsible for whom."""

from typing import Any, NamedTuple

from django.db.models import QuerySet, Value

from hub.database.kept import kept
from hub.families.models import Relationship, Responsibility
from hub.kernel.files import FamilyFile

KINDS = {kind.value: str(kind.label) for kind in Relationship.Kind}


class Related(NamedTuple):
    """One person's being something to another, by their ids; `kind` is a Relationship.Kind."""

    person: int
    kind: str
    other: int
    id: int

    @property
    def words(self) -> str:
        """What the one is, in words: "Mother"."""
        return KINDS[self.kind]


class Responsible(NamedTuple):
    """One person's parental responsibility for a child, by their ids, and its source."""

    person: int
    child: int
    source: str
    id: int


def relationships_in(file: FamilyFile) -> list[Related]:
    """Who is who to whom."""
    return [Related(*row) for row in _relationships(file.family)]


@kept
def _relationships(family: int) -> QuerySet[Any, Any]:
    rows = Relationship.objects.filter(family=family, until_at=None).order_by("from_at", "pk")
    return rows.values_list("person_id", "kind", "other_id", "pk")


def responsible_in(file: FamilyFile) -> list[Responsible]:
    """Which members hold parental responsibility for whom, and through what. Where it is not known
    whether somebody does, they are not among them (S9)."""
    return [Responsible(*row) for row in _responsible(file.family)]


@kept
def _responsible(family: int) -> QuerySet[Any, Any]:
    known = _known_responsible(family).order_by("from_at", "pk")
    return known.values_list("person_id", "child_id", "source", "pk")


def _known_responsible(family: int) -> QuerySet[Responsibility]:
    rows = Responsibility.objects.filter(family=family, until_at=None, person__isnull=False)
    return rows.exclude(source=Responsibility.Source.UNKNOWN)


def ties_in(file: FamilyFile) -> tuple[list[Related], list[Responsible]]:
    """What `relationships_in` and `responsible_in` give, in one question."""
    ties = _ties(file.family)
    return (
        [Related(tie[1], tie[2], tie[3], tie[5]) for tie in ties if not tie[0]],
        [Responsible(tie[1], tie[3], tie[2], tie[5]) for tie in ties if tie[0]],
    )


@kept
def _ties(family: int) -> QuerySet[Any, Any]:
    related = Relationship.objects.filter(family=family, until_at=None).values_list(
        Value(value=False), "person_id", "kind", "other_id", "from_at", "pk"
    )
    held = _known_responsible(family).values_list(
        Value(value=True), "person_id", "source", "child_id", "from_at", "pk"
    )
    return related.union(held, all=True).order_by("from_at", "pk")
