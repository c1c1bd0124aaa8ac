"""What orders forbid, kept to: who is not written down in one home, who takes no child along, and
what whoever leads is warned of (S9)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from hub.consent.orders import rules
from hub.consent.orders.queries import effects_in
from hub.families import queries as families
from hub.families.changes import add_address as families_add
from hub.families.models import Address, Membership
from hub.kernel.files import ActorKind, FamilyFile, Level


def add_address(
    file: FamilyFile,
    *,
    lines: str = "",
    postcode: str = "",
    held_by: str = "",
    household: Sequence[int],
    now: datetime,
) -> Address:
    """Add where some of the members live, as `families.changes.add_address`, and refuse one home
    for two of whom one may have no contact with the other. Raises NotAllowed besides."""
    apart = _apart(file) if len(set(household)) > 1 else []
    both = [(one, other) for one, other in apart if {one, other} <= set(household)]
    names = {row.person_id: row.person.full_name for row in families.members_in(file)}
    rules.may_live_together(
        [(names.get(one, ""), names.get(other, "")) for one, other in both], level=file.level
    ).or_raise()
    return families_add(
        file, lines=lines, postcode=postcode, held_by=held_by, household=household, now=now
    )


def not_to_take(
    file: FamilyFile, members: Sequence[Membership], found: Sequence[Any] | None = None
) -> list[str]:
    """Who may not take which child along, in sentences without the order: for everybody who has
    the summary, as a nursery has to know. Never for a member of the family.

    Takes the members that the reader sees, `families.members_in`, and what `consent.agreed_in`
    found of it where that was asked."""
    if file.actor.kind is ActorKind.MEMBER or not file.sees(Level.SUMMARY):
        return []
    if found is None:
        with connection.cursor() as cursor:
            cursor.execute("select person, name, child from hub.not_to_be_taken(%s)", [file.family])
            found = cursor.fetchall()
    names = {row.person_id: row.person.full_name for row in members}
    said = [
        rules.in_words("no_taking", who=names[person] if person else name, child=names[child])
        for person, name, child in found
        if child in names and (person is None or person in names)
    ]
    return [f"{sentence}." for sentence in dict.fromkeys(said)]


def no_contact_in(file: FamilyFile) -> dict[int, list[str]]:
    """Members who may have no contact with others of the family, in sentences: for the team."""
    found: dict[int, list[str]] = defaultdict(list)
    names = {row.person_id: row.person.full_name for row in families.members_in(file)}
    for row in effects_in(file) if file.sees(Level.PLAN) else []:
        if row.effect == "no_contact" and row.person_id is not None:
            child = names.get(row.child_id or 0, "the others in the family")
            who = names.get(row.person_id, "")
            sentence = f"{rules.in_words(row.effect, who=who, child=child)}."
            if sentence not in found[row.person_id]:
                found[row.person_id].append(sentence)
    return dict(found)


def clashes_in(file: FamilyFile) -> list[str]:
    """What is written down that brings together who may have no contact, for who leads: a number
    or email both have, a home both live in."""
    pairs = _apart(file) if file.sees(Level.RECORD) else []
    if not pairs:
        return []
    names = {row.person_id: row.person.full_name for row in families.members_in(file)}
    reached: dict[int, set[str]] = defaultdict(set)
    for contact in families.contacts_in(file):
        reached[contact.person_id].add(rules.same_way(contact.value))
    pairs = [(one, other) for one, other in pairs if one in names and other in names]
    shared = [(one, other) for one, other in pairs if reached[one] & reached[other]]
    homes = [set(people) for _, people in families.homes_in(file)]
    together = [(one, other) for one, other in pairs if any({one, other} <= h for h in homes)]
    return [rules.SAME_CONTACT.format(names[a], names[b]) for a, b in shared] + [
        rules.SAME_HOME.format(names[a], names[b]) for a, b in together
    ]


def _apart(file: FamilyFile) -> list[tuple[int, int]]:
    """Who may have no contact with whom, whoever may read why: the database tells it past the
    wall, of an open family and no more than this."""
    with connection.cursor() as cursor:
        cursor.execute("select distinct bound, other from hub.kept_apart(%s)", [file.family])
        return sorted(cursor.fetchall())
