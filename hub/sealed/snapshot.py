"""What of a member goes into what is sealed: who they were, as the file says it now."""

from typing import Any

from hub.families import queries as families
from hub.families.rules import isolated
from hub.kernel.files import FamilyFile
from hub.sealed.models import Sealed


def snapshot(file: FamilyFile, member: Any, *, whole: bool, chosen: set[int]) -> Sealed:
    """The row as it would be written: names, birth date and relations, in words; the ids of the
    relations that go with it. Of a whole person all relations are told, and none is named: they go
    with the person."""
    person = member.person
    known = relations_of(file, person.pk)
    told = [words for pk, words in known if whole or pk in chosen]
    return Sealed(
        whole=whole,
        family=file.family,
        person=person.pk,
        items=[] if whole else [pk for pk, _ in known if pk in chosen],
        given_names=person.given_names,
        family_name=person.family_name,
        known_as=person.known_as,
        born=str(person.born or ""),
        relations="\n".join(told),
    )


def relations_of(file: FamilyFile, person: int) -> list[tuple[int, str]]:
    """What somebody is to others here and others to them, each with its id."""
    rows = families.members_in(file)
    names = {row.person_id: isolated(row.person.full_name) for row in rows}
    found = [
        (one.id, f"{names[one.person]}: {one.words} of {names[one.other]}")
        for one in families.relationships_in(file)
        if person in (one.person, one.other) and {one.person, one.other} <= names.keys()
    ]
    return found + [
        (held.id, f"{names[held.person]} has parental responsibility for {names[held.child]}")
        for held in families.responsible_in(file)
        if person in (held.person, held.child) and {held.person, held.child} <= names.keys()
    ]
