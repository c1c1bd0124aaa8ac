"""Where the family is, and how to reach its members."""

from collections.abc import Sequence
from datetime import datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.families import rules
from hub.families.changes.rows import bump, find_row, must_be_members, one_of
from hub.families.models import Address, Contact, HouseholdMember
from hub.kernel.conflicts import Conflict
from hub.kernel.files import FamilyFile

register("address.added", "added where the family is")
register("address.changed", "changed where the family is")
register("contact.added", "added a way to reach somebody")
register("contact.changed", "changed a way to reach somebody")
register("contact.asked", "recorded whether a way to reach somebody is safe")


@change("address.added")
def add_address(
    file: FamilyFile,
    *,
    lines: str = "",
    postcode: str = "",
    held_by: str = "",
    household: Sequence[int],
    now: datetime,
) -> Address:
    """Add where some of the members live, or who knows it when it is not stored (S3).

    `household` are the ids of those who live there. Raises NotAllowed for no address at all.
    """
    rules.may_edit(file.level).or_raise()
    place = rules.Place(lines.strip(), postcode.strip(), held_by.strip())
    rules.may_keep_place(place).or_raise()
    must_be_members(file, *household)
    row = Address(family_id=file.family, from_at=now)
    _write_place(row, place)
    row.save(force_insert=True)
    for person in dict.fromkeys(household):
        living = HouseholdMember(family_id=file.family, address=row, person_id=person, from_at=now)
        living.save(force_insert=True)
    return row


@change("address.changed")
def edit_address(
    file: FamilyFile,
    pk: int,
    *,
    version: int,
    lines: str = "",
    postcode: str = "",
    held_by: str = "",
    now: datetime,
) -> Address:
    """Correct where they live. Raises NotInYourFiles, NotAllowed, or Conflict when saved first."""
    rules.may_edit(file.level).or_raise()
    place = rules.Place(lines.strip(), postcode.strip(), held_by.strip())
    rules.may_keep_place(place).or_raise()
    row = find_row(Address, file, pk)
    if row.version != version:
        raise Conflict(
            theirs=_place_in_words(rules.Place(row.lines, row.postcode, row.held_by)),
            yours=_place_in_words(place),
            version=row.version,
        )
    _write_place(row, place)
    bump(row, "lines", "postcode", "held_by")
    return row


@change("contact.added")
def add_contact(file: FamilyFile, *, person: int, kind: str, value: str, now: datetime) -> Contact:
    """Add a telephone number or email. Nobody uses it until its owner was asked alone (S15)."""
    rules.may_edit(file.level).or_raise()
    rules.is_contact(one_of(Contact.Kind.values, kind), value.strip()).or_raise()
    must_be_members(file, person)
    row = Contact(
        family_id=file.family, person_id=person, kind=kind, value=value.strip(), from_at=now
    )
    row.save(force_insert=True)
    return row


@change("contact.changed")
def edit_contact(
    file: FamilyFile, pk: int, *, version: int, kind: str, value: str, now: datetime
) -> Contact:
    """Change a number or email. What was said of the old one does not hold for the new: it is
    unused until somebody asks again. Raises NotInYourFiles, NotAllowed or Conflict."""
    rules.may_edit(file.level).or_raise()
    rules.is_contact(one_of(Contact.Kind.values, kind), value.strip()).or_raise()
    row = find_row(Contact, file, pk)
    if row.version != version:
        label = "Telephone or email"
        raise Conflict(theirs={label: row.value}, yours={label: value.strip()}, version=row.version)
    row.kind, row.value = kind, value.strip()
    row.safe, row.asked_at, row.asked_by_id = Contact.Safe.NOT_ASKED, None, None
    bump(row, "kind", "value", "safe", "asked_at", "asked_by")
    return row


@change("contact.asked")
def say_contact_is_safe(
    file: FamilyFile, pk: int, *, safe: bool, version: int, now: datetime
) -> Contact:
    """Record what somebody said, asked alone, of a way to reach them (S15)."""
    rules.may_edit(file.level).or_raise()
    row = find_row(Contact, file, pk)
    answer = Contact.Safe.YES if safe else Contact.Safe.NO
    if row.version != version:
        label = "Is it safe to use?"
        raise Conflict(
            theirs={label: Contact.Safe(row.safe).label},
            yours={label: answer.label},
            version=row.version,
        )
    row.safe, row.asked_at, row.asked_by_id = answer, now, file.actor.id
    bump(row, "safe", "asked_at", "asked_by")
    return row


def _write_place(row: Address, place: rules.Place) -> None:
    row.lines, row.held_by = place.lines, place.held_by
    row.postcode = rules.tidy_postcode(place.postcode)


def _place_in_words(place: rules.Place) -> dict[str, str]:
    return {
        "Address": place.lines,
        "Postcode": rules.tidy_postcode(place.postcode),
        "Held by": place.held_by,
    }
