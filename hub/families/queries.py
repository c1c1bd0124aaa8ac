"""Reads of who is in a family and what its file says of them. What is held back is not in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, Model, OuterRef, QuerySet, Subquery, Value

from hub.agencies.models import Practitioner
from hub.database.kept import kept
from hub.families import rules
from hub.families.models import (
    Address,
    Contact,
    HouseholdMember,
    Identifiers,
    Membership,
    OutwardCode,
    Person,
    Responsibility,
)
from hub.families.rules import joined_name
from hub.families.ties import Related as Related
from hub.families.ties import Responsible as Responsible
from hub.families.ties import relationships_in as relationships_in
from hub.families.ties import responsible_in as responsible_in
from hub.families.ties import ties_in as ties_in
from hub.kernel.files import FamilyFile, NotInYourFiles

PARTS = {part: place for place, part in enumerate(Membership.Part.values)}


@dataclass(frozen=True)
class LastChange:
    """Who saved a row last, and when."""

    name: str
    at: datetime


def members_in(file: FamilyFile) -> list[Membership]:
    """Who is in the family now, each with its `person`: adults first, then by age."""
    return sorted(_members(file.family), key=_adults_then_eldest)


def living_in(file: FamilyFile) -> list[Membership]:
    """Who is in the family and can be asked or asked about: without a loss (S17)."""
    return [row for row in members_in(file) if not row.loss]


@kept
def _members(family: int) -> QuerySet[Membership]:
    return Membership.objects.filter(family=family, until_at=None).select_related("person")


def member(file: FamilyFile, person: int) -> Membership:
    """One member, by the person's id. Raises NotInYourFiles when they are not in this family."""
    found = (
        Membership.objects.filter(family=file.family, person=person, until_at=None)
        .select_related("person")
        .first()
    )
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def identifiers_in(file: FamilyFile) -> dict[int, Identifiers]:
    """The NHS and pupil numbers of who is in the family now, by the person."""
    people = [row.person_id for row in members_in(file)]
    return {row.person_id: row for row in _identifiers(people)}


@kept
def _identifiers(people: list[int]) -> QuerySet[Identifiers]:
    return Identifiers.objects.filter(person_id__any=people)


def addresses_in(file: FamilyFile) -> list[Address]:
    """Where the family is now."""
    return _addresses(file.family)


@kept
def _addresses(family: int) -> QuerySet[Address]:
    return Address.objects.filter(family=family, until_at=None).order_by("from_at", "pk")


def address(file: FamilyFile, pk: int) -> Address:
    """One address of now. Raises NotInYourFiles when it is not in this file."""
    found = Address.objects.filter(family=file.family, pk=pk, until_at=None).first()
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def households_in(file: FamilyFile) -> dict[int, list[int]]:
    """The ids of the people who live at each address now, by the address's id."""
    found: dict[int, list[int]] = {}
    for address, person in _households(file.family):
        found.setdefault(address, []).append(person)
    return found


@kept
def _households(family: int) -> QuerySet[Any, Any]:
    rows = HouseholdMember.objects.filter(family=family, until_at=None, address__until_at=None)
    return rows.order_by("pk").values_list("address_id", "person_id")


def homes_in(file: FamilyFile) -> list[tuple[Any, list[int]]]:
    """Where the family is now, each place with the ids of the people who live there: what
    `addresses_in` and `households_in` give, in one question. A place says in `borough_there` which
    other borough it lies in, by its number; None where it lies in none that is known."""
    return [(row, row.who_lives_here) for row in _homes(file.family)]


@kept
def _homes(family: int) -> QuerySet[Any]:
    here = HouseholdMember.objects.filter(address=OuterRef("pk"), family=family, until_at=None)
    people = ArraySubquery(here.order_by("pk").values("person_id"))
    homes = Address.objects.filter(family=family, until_at=None).order_by("from_at", "pk")
    first_half = Func(OuterRef("postcode"), Value(" "), Value(1), function="split_part")
    there = OutwardCode.objects.filter(code=first_half).values("borough_id")
    return homes.annotate(who_lives_here=people, borough_there=Subquery(there))


def contacts_in(file: FamilyFile) -> list[Contact]:
    """Ways to reach members, and whether each is safe (S15)."""
    return _contacts(file.family)


@kept
def _contacts(family: int) -> QuerySet[Contact]:
    return Contact.objects.filter(family=family, until_at=None).order_by("from_at", "pk")


def contact(file: FamilyFile, pk: int) -> Contact:
    """One contact of now, with its `person`. Raises NotInYourFiles when it is not in this file."""
    rows = Contact.objects.filter(family=file.family, pk=pk, until_at=None)
    found = rows.select_related("person").first()
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def responsibilities_in(file: FamilyFile) -> list[Responsibility]:
    """Every parental responsibility of now with its `person` and `child`: also those of which
    nobody knows, and an authority's, which has no person (S9)."""
    return _responsibilities(file.family)


@kept
def _responsibilities(family: int) -> QuerySet[Responsibility]:
    rows = Responsibility.objects.filter(family=family, until_at=None)
    return rows.select_related("person", "child").order_by("from_at", "pk")


def ended_responsibilities(file: FamilyFile) -> list[Responsibility]:
    """What has ended, newest first, with `person` and `child`."""
    return _ended_responsibilities(file.family)


@kept
def _ended_responsibilities(family: int) -> QuerySet[Responsibility]:
    rows = Responsibility.objects.filter(family=family, until_at__isnull=False)
    return rows.select_related("person", "child").order_by("-until_at", "pk")[:50]


def responsibility(file: FamilyFile, pk: int) -> Responsibility:
    """One of those of now. Raises NotInYourFiles when it is not in this file."""
    rows = Responsibility.objects.filter(family=file.family, pk=pk, until_at=None)
    found = rows.select_related("person", "child").first()
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def children_of(file: FamilyFile, person: int, day: date) -> set[int]:
    """The living children of this family for whom a member holds parental responsibility that day:
    who may be under 18, and those awaited. What is not known counts for nobody (S9)."""
    held = {row.child for row in responsible_in(file) if row.person == person}
    return {row.person_id for row in children_in(file, day) if row.person_id in held}


def children_in(file: FamilyFile, day: date) -> list[Membership]:
    """Who of the family somebody has to be responsible for that day (S9)."""
    return [
        row
        for row in living_in(file)
        if row.part != Membership.Part.ADULT and not _grown_up(ages_of(row, day))
    ]


def is_responsible(file: FamilyFile, person: int, day: date) -> bool:
    """Whether a member holds parental responsibility for a child of this family that day."""
    return bool(children_of(file, person, day))


def _grown_up(ages: range) -> bool:
    return bool(ages) and min(ages) >= 18


def ages_of(membership: Membership, day: date) -> range:
    """Every age a member may have on a day; empty when it is not known or they are not born."""
    return rules.ages_on(membership.person.born, day)


def last_change(row: Model) -> LastChange | None:
    """Who saved this row last through an open file, from its history; None when it has none."""
    history: Any = row.history_rows  # type: ignore[attr-defined]  # pghistory adds it
    last = history.order_by("-pgh_id").first()
    if last is None:
        return None
    who = Practitioner.objects.filter(pk=last.by_id).first()
    return LastChange(who.name if who else "Somebody", last.pgh_created_at)


def names_of(files: Iterable[FamilyFile]) -> dict[int, list[str]]:
    """The names of the members of each of these families, by family, adults and eldest first; a
    family of which only the signpost is open has none. Two plain questions, as `plans_of` asks."""
    opened = list(files)
    held_back = frozenset[int]().union(*(file.held_back for file in opened))
    members = _members_of([file.family for file in opened], list(held_back)) if opened else []
    people = {
        pk: (born or date.max, given, joined_name(given, family))
        for pk, born, given, family in (
            _named([person for _, person, _, _ in members]) if members else ()
        )
    }
    found: dict[int, list[str]] = {}
    seen = [row for row in members if row[1] in people]
    for family, person, _, _ in sorted(
        seen, key=lambda row: (PARTS.get(row[2], 9), *people[row[1]][:2], row[3])
    ):
        found.setdefault(family, []).append(people[person][2])
    return found


@kept
def _members_of(families: list[int], held_back: list[int]) -> QuerySet[Any, Any]:
    rows = Membership.objects.filter(family_id__any=families, until_at=None)
    return rows.exclude(pk__any=held_back).values_list("family_id", "person_id", "part", "pk")


@kept
def _named(people: list[int]) -> QuerySet[Any, Any]:
    rows = Person.objects.filter(pk__among_open=people)
    return rows.values_list("pk", "birth_date", "given_names", "family_name")


def _adults_then_eldest(row: Membership) -> tuple[int, date, str, int]:
    born = row.person.birth_date or date.max
    return PARTS.get(row.part, 9), born, row.person.given_names, row.pk
