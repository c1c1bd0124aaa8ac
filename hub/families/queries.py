"""Reads of who is in a family and what its file says of them. What is held back is not in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from hub.agencies.models import Practitioner
from hub.families import rules
from hub.families.models import (
    Address,
    Contact,
    HouseholdMember,
    Membership,
    Person,
    Relationship,
    Responsibility,
)
from hub.families.rules import joined_name
from hub.kernel.files import FamilyFile, NotInYourFiles

PARTS = {part: place for place, part in enumerate(Membership.Part.values)}


@dataclass(frozen=True)
class LastChange:
    """Who saved a row last, and when."""

    name: str
    at: datetime


def members_in(file: FamilyFile) -> list[Membership]:
    """Who is in the family now, each with its `person`: adults first, then by age."""
    rows = Membership.objects.filter(family=file.family, until_at=None).select_related("person")
    return sorted(rows, key=_adults_then_eldest)


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


def addresses_in(file: FamilyFile) -> list[Address]:
    """Where the family is now."""
    rows = Address.objects.filter(family=file.family, until_at=None)
    return list(rows.order_by("from_at", "pk"))


def address(file: FamilyFile, pk: int) -> Address:
    """One address of now. Raises NotInYourFiles when it is not in this file."""
    found = Address.objects.filter(family=file.family, pk=pk, until_at=None).first()
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def households_in(file: FamilyFile) -> dict[int, list[Person]]:
    """Who lives at each address now, by the address's id."""
    rows = (
        HouseholdMember.objects.filter(family=file.family, until_at=None, address__until_at=None)
        .select_related("person")
        .order_by("pk")
    )
    found: dict[int, list[Person]] = {}
    for row in rows:
        found.setdefault(row.address_id, []).append(row.person)
    return found


def contacts_in(file: FamilyFile) -> list[Contact]:
    """Ways to reach members, each with its `person` and whether it is safe (S15)."""
    rows = Contact.objects.filter(family=file.family, until_at=None).select_related("person")
    return list(rows.order_by("from_at", "pk"))


def contact(file: FamilyFile, pk: int) -> Contact:
    """One contact of now, with its `person`. Raises NotInYourFiles when it is not in this file."""
    rows = Contact.objects.filter(family=file.family, pk=pk, until_at=None)
    found = rows.select_related("person").first()
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def relationships_in(file: FamilyFile) -> list[Relationship]:
    """Who is who to whom, with `person` and `other`."""
    rows = Relationship.objects.filter(family=file.family, until_at=None)
    return list(rows.select_related("person", "other").order_by("from_at", "pk"))


def responsible_in(file: FamilyFile) -> list[Responsibility]:
    """Who holds parental responsibility for whom, with `person`, `child` and the source."""
    rows = Responsibility.objects.filter(family=file.family, until_at=None)
    return list(rows.select_related("person", "child").order_by("from_at", "pk"))


def is_responsible(file: FamilyFile, person: int) -> bool:
    """Whether a member holds parental responsibility for a child of this family now."""
    return Responsibility.objects.filter(
        family=file.family, person=person, until_at=None, person__memberships__until_at=None
    ).exists()


def ages_of(membership: Membership, day: date) -> range:
    """Every age a member may have on a day; empty when it is not known or they are not born."""
    return rules.ages_on(membership.person.born, day)


def last_change(row: Person | Address | Contact) -> LastChange | None:
    """Who saved this row last through an open file, from its history; None when it has none."""
    history: Any = row.history_rows  # type: ignore[union-attr]  # pghistory adds it
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
    members = list(
        Membership.objects.filter(family_id__any=[file.family for file in opened], until_at=None)
        .exclude(pk__any=held_back)
        .values_list("family_id", "person_id", "part", "pk")
    )
    people = {
        pk: (born or date.max, given, joined_name(given, family))
        for pk, born, given, family in Person.objects.filter(
            pk__among_open=[person for _, person, _, _ in members]
        ).values_list("pk", "birth_date", "given_names", "family_name")
    }
    found: dict[int, list[str]] = {}
    seen = [row for row in members if row[1] in people]
    for family, person, _, _ in sorted(
        seen, key=lambda row: (PARTS.get(row[2], 9), *people[row[1]][:2], row[3])
    ):
        found.setdefault(family, []).append(people[person][2])
    return found


def _adults_then_eldest(row: Membership) -> tuple[int, date, str, int]:
    born = row.person.birth_date or date.max
    return PARTS.get(row.part, 9), born, row.person.given_names, row.pk
