"""Two open files side by side: who may be who, as far as the reader sees both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from hub.access.lookup.index import as_known
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.files import FamilyFile, Level
from hub.matching.rules import Description
from hub.matching.rules.comparisons import compare
from hub.matching.rules.known import ready
from hub.matching.rules.odds import Frequencies, odds, weights
from hub.matching.rules.reasons import apart, reasons

ALIKE: Final = 0.0  # bits that speak for one person: more for than against


@dataclass(frozen=True)
class Side:
    """A member as one file tells of them; a place only as far as it is shown."""

    member: Membership
    description: Description


@dataclass(frozen=True)
class Beside:
    """Somebody of one file and who they may be in the other, with what agrees and what does not;
    a side is None for somebody who is in one file alone."""

    left: Side | None
    right: Side | None
    agrees: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()


def side_by_side(left: FamilyFile, right: FamilyFile) -> list[Beside]:
    """The members of two files, each beside whom they are most like; then those with nobody. Made
    of what the reader sees of each, and of nothing that is kept from them."""
    ones, others = _sides(left), _sides(right)
    found = sorted(
        ((_bits(one, other), i, j) for i, one in enumerate(ones) for j, other in enumerate(others)),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    rows, used, met = [], set[int](), set[int]()
    for bits, i, j in found:
        if bits > ALIKE and i not in used and j not in met:
            used.add(i)
            met.add(j)
            rows.append(_beside(ones[i], others[j]))
    rows += [Beside(one, None) for i, one in enumerate(ones) if i not in used]
    return rows + [Beside(None, one) for j, one in enumerate(others) if j not in met]


def children_alike(rows: Sequence[Beside]) -> list[tuple[int, int, str]]:
    """The children of two files who may be one child: their rows in each, and their name."""
    return [
        (row.left.member.pk, row.right.member.pk, row.left.member.person.full_name)
        for row in rows
        if row.left
        and row.right
        and Membership.Part.ADULT not in (row.left.member.part, row.right.member.part)
    ]


def _beside(one: Side, other: Side) -> Beside:
    levels = compare(ready(one.description), ready(other.description))
    return Beside(one, other, reasons(levels), apart(levels))


def _bits(one: Side, other: Side) -> float:
    found = odds(ready(one.description), ready(other.description), weights(), Frequencies())
    return sum(found.person.values())


def _sides(file: FamilyFile) -> list[Side]:
    if not file.sees(Level.SUMMARY):
        return []
    homes = families.homes_in(file)
    phones: dict[int, list[str]] = {}
    for row in families.contacts_in(file):
        if row.kind == "phone":
            phones.setdefault(row.person_id, []).append(row.value)
    return [
        Side(member, _description(member, homes, tuple(phones.get(member.person_id, ()))))
        for member in families.members_in(file)
        if not member.loss
    ]


def _description(
    member: Membership, homes: list[tuple[object, list[int]]], phones: tuple[str, ...]
) -> Description:
    person = member.person
    given, _, middle = person.given_names.partition(" ")
    home = next((home for home, people in homes if member.person_id in people), None)
    return Description(
        given=given,
        middle=middle.strip(),
        surname=person.family_name,
        known_as=person.known_as,
        born=as_known(person.birth_date, person.birth_accuracy),
        address=getattr(home, "lines", ""),
        postcode=getattr(home, "postcode", ""),
        phones=phones,
    )
