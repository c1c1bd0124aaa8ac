"""Who is in the family, and who they are to each other."""

from datetime import datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.families import rules
from hub.families.changes.rows import bump, end, end_held, find_member, must_be_members, one_of
from hub.families.models import (
    Contact,
    HouseholdMember,
    Membership,
    Person,
    Relationship,
    Responsibility,
)
from hub.kernel.conflicts import Conflict
from hub.kernel.dates import PartialDate
from hub.kernel.files import FamilyFile, NotInYourFiles

register("member.added", "added somebody to the family")
register("member.changed", "changed who somebody is")
register("member.removed", "took somebody out of the family")
register("relationship.ended", "recorded that somebody is no longer so related to another")
register("relationship.recorded", "recorded who somebody is to another")


@change("member.added")
def add_member(
    file: FamilyFile,
    *,
    given_names: str,
    family_name: str = "",
    known_as: str = "",
    born: PartialDate | None,
    part: str,
    now: datetime,
) -> Membership:
    """Add a new person to the family; give back the membership, with its `person`.

    Raises NotAllowed without a name, or for a date that does not fit the part.
    """
    rules.may_edit(file.level).or_raise()
    rules.may_be_named(given_names).or_raise()
    rules.may_be_born(one_of(Membership.Part.values, part), born).or_raise()
    person = Person()
    _write_identity(person, given_names, family_name, known_as, born)
    person.save(force_insert=True)
    row = Membership(family_id=file.family, person=person, part=part, from_at=now)
    row.save(force_insert=True)
    return row


@change("member.changed")
def edit_person(
    file: FamilyFile,
    person: int,
    *,
    version: int,
    given_names: str,
    family_name: str = "",
    known_as: str = "",
    born: PartialDate | None,
    part: str,
    now: datetime,
) -> Membership:
    """Change a member's names, birth date and part. `version` is the person's, as it was shown.

    Raises NotInYourFiles, NotAllowed as `add_member`, and Conflict when somebody saved first.
    """
    rules.may_edit(file.level).or_raise()
    rules.may_be_named(given_names).or_raise()
    rules.may_be_born(one_of(Membership.Part.values, part), born).or_raise()
    row = find_member(file, person)
    found = Person.objects.select_for_update().get(pk=row.person_id)
    if found.version != version:
        yours = Person(version=found.version)
        _write_identity(yours, given_names, family_name, known_as, born)
        raise Conflict(
            theirs=_in_words(found, row.part), yours=_in_words(yours, part), version=found.version
        )
    _write_identity(found, given_names, family_name, known_as, born)
    found.version += 1
    found.save(force_update=True)
    if row.part != part:
        row.part = part
        bump(row, "part")
    row.person = found
    return row


@change("member.removed")
def remove_member(file: FamilyFile, person: int, *, now: datetime) -> Membership:
    """Take somebody out of the family from now on, with their contacts and relations in this file.

    Who they are stays with any other family they belong to. Raises NotAllowed for the last one.
    """
    rules.may_edit(file.level).or_raise()
    row = find_member(file, person)
    people = Membership.objects.filter(family=file.family, until_at=None).count()
    rules.may_leave(people=people).or_raise()
    end([row], now)
    for table, columns in (
        (Relationship, ("person", "other")),
        (HouseholdMember, ("person",)),
        (Contact, ("person",)),
    ):
        for column in columns:
            mine = table.objects.filter(family=file.family, until_at=None, **{column: person})
            end(mine, now)
    for column in ("person", "child"):
        held = Responsibility.objects.filter(family=file.family, until_at=None, **{column: person})
        for one in held:
            end_held(one, Responsibility.Ended.LEFT, now)
    return row


@change("relationship.recorded")
def relate(file: FamilyFile, *, person: int, other: int, kind: str, now: datetime) -> Relationship:
    """Record that `person` is so related to `other`: "mother" of. An earlier word for it ends."""
    rules.may_edit(file.level).or_raise()
    rules.may_relate(person=person, other=other).or_raise()
    one_of(Relationship.Kind.values, kind)
    must_be_members(file, person, other)
    earlier = Relationship.objects.filter(
        family=file.family, person=person, other=other, until_at=None
    )
    end(earlier, now)
    row = Relationship(
        family_id=file.family, person_id=person, other_id=other, kind=kind, from_at=now
    )
    row.save(force_insert=True)
    return row


@change("relationship.ended")
def unrelate(file: FamilyFile, *, person: int, other: int, now: datetime) -> Relationship:
    """Record that `person` is to `other` no more what was written down, or never was.

    Raises NotInYourFiles when nothing is written down."""
    rules.may_edit(file.level).or_raise()
    rows = list(
        Relationship.objects.select_for_update().filter(
            family=file.family, person=person, other=other, until_at=None
        )
    )
    if not rows:
        raise NotInYourFiles(file.reference)
    end(rows, now)
    return rows[-1]


def _write_identity(
    person: Person, given: str, family: str, known_as: str, born: PartialDate | None
) -> None:
    person.given_names, person.family_name = given.strip(), family.strip()
    person.known_as = known_as.strip()
    person.search_name = rules.search_name(given, family, known_as)
    person.birth_date = born.first_day if born else None
    person.birth_accuracy = born.accuracy.value if born else ""


def _in_words(person: Person, part: str) -> dict[str, str]:
    return {
        "Given names": person.given_names,
        "Family name": person.family_name,
        "Known as": person.known_as,
        "Born": str(person.born or ""),
        "Part": str(Membership.Part(part).label),
    }
