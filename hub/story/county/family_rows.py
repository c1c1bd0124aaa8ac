"""The rows of a family's own file: people, memberships, who is who to whom, places, contacts."""

from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

from hub.story.county.household import Member
from hub.story.county.naming import search_name
from hub.story.county.places import address, telephone
from hub.story.county.sheet import Sheet

if TYPE_CHECKING:
    from hub.story.county.portion import Family


def write_family(
    sheet: Sheet, rng: Random, family: "Family", now: datetime, shared: Member | None
) -> None:
    """Everything about who a family is. `shared` is a child of another family who is in it too."""
    since = family.registered
    sheet.add("families_family", family.id, family.locality, since, family.worker.id, 1)
    if rng.random() < 0.01:  # it was given a new reference (S3)
        changed = family.later(rng, now)
        sheet.add("families_familyreference", sheet.id(), family.id, 1, sheet.reference(), since,
                  changed)  # fmt: skip
        sheet.add("families_familyreference", sheet.id(), family.id, 1, family.reference, changed,
                  None)  # fmt: skip
    else:
        sheet.add("families_familyreference", sheet.id(), family.id, 1, family.reference, since,
                  None)  # fmt: skip
    for member in family.drawn.members:
        name = member.name
        sheet.add("families_person", member.id, name.given, name.family, name.known_as,
                  search_name(name), member.born, member.accuracy, 1)  # fmt: skip
        _join(sheet, family, member, since)
    if shared is not None:
        _join(sheet, family, shared, since)
    _relations(sheet, rng, family)
    _places(sheet, rng, family, now, shared)
    _contacts(sheet, rng, family, now)


def _join(sheet: Sheet, family: "Family", member: Member, since: datetime) -> None:
    sheet.add("families_membership", sheet.id(), family.id, 1, member.id, member.part, since, None)


def _relations(sheet: Sheet, rng: Random, family: "Family") -> None:
    adults, children, since = family.drawn.adults, family.drawn.children, family.registered
    for adult in adults:
        for child in children:
            sheet.add("families_relationship", sheet.id(), family.id, 1, adult.id, child.id,
                      adult.kind, since, None)  # fmt: skip
            source = _responsible(rng, adult)
            if source and child.part == "child":
                sheet.add("families_responsibility", sheet.id(), family.id, 1, adult.id, child.id,
                          source, since, None)  # fmt: skip
    if len(adults) > 1 and not adults[1].elsewhere and adults[1].kind != "grandparent":
        sheet.add("families_relationship", sheet.id(), family.id, 1, adults[0].id, adults[1].id,
                  "partner", since, None)  # fmt: skip
    for elder, younger in pairwise(children):
        sheet.add("families_relationship", sheet.id(), family.id, 1, elder.id, younger.id,
                  "sibling", since, None)  # fmt: skip


def _responsible(rng: Random, adult: Member) -> str:
    if adult.kind == "mother":
        return "mother"
    if adult.kind == "father":
        return rng.choice(("birth_record", "birth_record", "marriage", "says_so"))
    if adult.kind == "carer" or rng.random() < 0.05:
        return "order"
    return ""


def _places(
    sheet: Sheet, rng: Random, family: "Family", now: datetime, shared: Member | None
) -> None:
    since, members = family.registered, family.drawn.members
    home = [m for m in members if not m.elsewhere and m.part != "unborn"]
    from_at = since
    if rng.random() < 0.12:
        from_at = family.later(rng, now)
        _live(sheet, rng, family, home, since, from_at)
    if rng.random() < 0.006:
        family.address = sheet.id()
        sheet.add("families_address", family.address, family.id, 1, "", "",
                  "the refuge’s own staff", from_at, None)  # fmt: skip
    else:
        family.address = _live(sheet, rng, family, home, from_at, None)
    apart = [m for m in members if m.elsewhere]
    if apart and rng.random() < 0.6:
        both = apart + ([shared] if shared else [])
        _live(sheet, rng, family, both, since, None)


def _live(
    sheet: Sheet, rng: Random, family: "Family", who: list[Member], since: datetime,
    until: datetime | None,
) -> int:  # fmt: skip
    place = sheet.id()
    lines, code = address(rng, family.place)
    sheet.add("families_address", place, family.id, 1, lines, code, "", since, until)
    for member in who:
        sheet.add("families_householdmember", sheet.id(), family.id, 1, place, member.id, since,
                  until)  # fmt: skip
    return place


def _contacts(sheet: Sheet, rng: Random, family: "Family", now: datetime) -> None:
    for member in family.drawn.adults:
        if member.kind == "grandparent" and rng.random() < 0.6:
            continue
        _contact(sheet, rng, family, member, "phone", telephone(rng), now)
        if rng.random() < 0.35:
            mailbox = f"m{member.id % 100_000_000}@example.org"
            _contact(sheet, rng, family, member, "email", mailbox, now)


def _contact(
    sheet: Sheet, rng: Random, family: "Family", member: Member, kind: str, value: str,
    now: datetime,
) -> None:  # fmt: skip
    pick = rng.random()
    safe = "yes" if pick < 0.55 else "no" if pick < 0.62 else "not_asked"
    asked = None if safe == "not_asked" else family.registered + timedelta(minutes=30)
    by = None if asked is None else family.worker.id
    sheet.add("families_contact", sheet.id(), family.id, 1, member.id, kind, value, safe, asked,
              by, family.registered, None)  # fmt: skip
