"""What the pages of who decides for a child are drawn from, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from hub.consent.deciding import queries as deciding
from hub.consent.judged import judgements_in
from hub.consent.looking import queries as looking
from hub.consent.orders import queries as orders
from hub.consent.orders.apart import clashes_in
from hub.consent.orders.rules import in_words
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, Level

NOBODY_SAYS: Final = "unknown"
HOW: Final = {
    "mother": "the mother",
    "birth_record": "named on the birth record",
    "marriage": "married to the mother, then or since",
    "agreement": "by an agreement with the mother",
    "order": "by a court order",
    "guardian": "guardian",
    "special_guardian": "special guardian",
    "adopted": "adopted the child",
    "authority": "a local authority, by a care order",
    "says_so": "says so; not checked yet",
    "unknown": "",
}
ENDED: Final = {
    "order": "a court ended it",
    "adopted": "the child was adopted",
    "grown_up": "the child turned 18",
    "died": "somebody died",
    "left": "they left the family",
    "mistake": "written down by mistake",
    "replaced": "what is known of it changed",
    "": "ended",
}


@dataclass(frozen=True)
class Holder:
    """Who has parental responsibility for a child, through what and since when."""

    id: int
    name: str
    how: str
    since: str
    known: bool


@dataclass(frozen=True)
class Child:
    """A child, who has parental responsibility, and what court orders do."""

    person: int
    name: str
    holders: list[Holder]


@dataclass(frozen=True)
class Order:
    """A court order as its list shows it."""

    id: int
    kind: str
    about: str
    seen: str
    until_on: date | None
    does: list[str]
    apart: bool
    ended_on: date | None
    ended_because: str


@dataclass(frozen=True)
class Page:
    """All that the page of parental responsibility shows, as far as the file is open."""

    children: list[Child]
    ended: list[str]
    effects: list[str]
    leads: bool
    orders: list[Order] = field(default_factory=list)
    carers: list[Any] = field(default_factory=list)
    capacities: list[Any] = field(default_factory=list)
    judgements: list[Any] = field(default_factory=list)
    waiting: list[Any] = field(default_factory=list)
    looked: list[Any] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    clashes: list[str] = field(default_factory=list)


def page(file: FamilyFile) -> Page:
    """Who decides for each child of this family, and what is to be looked at again."""
    today = clock.today()
    held = families.responsibilities_in(file)
    children = [
        Child(
            person=row.person_id,
            name=row.person.full_name,
            holders=[_holder(one) for one in held if one.child_id == row.person_id],
        )
        for row in families.children_in(file, today)
    ]
    ended = [_ended(row) for row in families.ended_responsibilities(file)]
    effects = orders.effects_in(file) if file.sees(Level.PLAN) else []
    if not file.sees(Level.RECORD):
        return Page(children, ended, _does(effects), leads=False)
    return Page(
        children,
        ended,
        _does(effects),
        leads=True,
        orders=[_order(file, row, effects) for row in orders.orders_in(file)],
        carers=deciding.carers_in(file),
        capacities=deciding.capacities_in(file),
        judgements=judgements_in(file),
        waiting=looking.waiting_in(file, today=today),
        looked=looking.looked_in(file),
        unasked=_unasked(children),
        clashes=clashes_in(file),
    )


def _unasked(children: Iterable[Child]) -> list[str]:
    """The children of whom nobody is known to have parental responsibility."""
    return [child.name for child in children if not any(one.known for one in child.holders)]


def name_of(row: Any) -> str:
    """Who has parental responsibility: a member, or an authority by its name."""
    return str(row.person.full_name if row.person else row.authority)


def _holder(row: Any) -> Holder:
    return Holder(
        id=row.pk,
        name=name_of(row),
        how=HOW[row.source],
        since=str(row.since or ""),
        known=row.source != NOBODY_SAYS,
    )


def _ended(row: Any) -> str:
    who = name_of(row)
    on, why = day_of(row.until_at), ENDED[row.ended_because]
    return f"{who}, for {row.child.full_name}: until {on.day} {on:%B %Y} ({why})"


def _does(rows: Iterable[Any]) -> list[str]:
    """What orders do, each once, in sentences."""
    return list(dict.fromkeys(_sentence(row) for row in rows))


def _sentence(row: Any) -> str:
    who = row.person.full_name if row.person else row.person_name or row.authority
    child = row.child.full_name if row.child else ""
    return f"{in_words(row.effect, who=who, child=child)}."


def _order(file: FamilyFile, row: Any, effects: Iterable[Any]) -> Order:
    bound = row.person.full_name if row.person else row.person_name
    seen = f"Seen by {row.seen_by}, " if row.seen_by else "We were told of it."
    return Order(
        id=row.pk,
        kind=row.kind.words,
        about=bound,
        seen=seen + (f"{row.seen_on.day} {row.seen_on:%B %Y}." if row.seen_on else ""),
        until_on=row.until_on,
        does=_does(one for one in effects if one.order_id == row.pk),
        apart=row.person_id is not None and row.until_at is None and orders.is_apart(file, row),
        ended_on=day_of(row.until_at) if row.until_at else None,
        ended_because=row.ended_because,
    )


def what_it_does(file: FamilyFile, order: Any) -> list[str]:
    """What one order does, in sentences."""
    return _does(one for one in orders.effects_in(file) if one.order_id == order.pk)


def children(file: FamilyFile) -> list[tuple[int, str]]:
    """For whom somebody has to be responsible, as choices."""
    rows = families.children_in(file, clock.today())
    return [(row.person_id, row.person.full_name) for row in rows]


def holders(file: FamilyFile) -> list[tuple[int, str]]:
    """Who can have parental responsibility, as choices: adults, and who may be a young parent."""
    today = clock.today()
    return [
        (row.person_id, row.person.full_name)
        for row in families.living_in(file)
        if row.part == "adult" or _at_least(families.ages_of(row, today), 12)
    ]


def adults(file: FamilyFile) -> list[tuple[int, str]]:
    """The living adults of the family, as choices."""
    rows = families.living_in(file)
    return [(row.person_id, row.person.full_name) for row in rows if row.part == "adult"]


def from_16(file: FamilyFile) -> list[tuple[int, str]]:
    """Whose capacity is judged by the Act, as choices."""
    today = clock.today()
    return [
        (row.person_id, row.person.full_name)
        for row in families.living_in(file)
        if row.part == "adult" or _at_least(families.ages_of(row, today), 16)
    ]


def judged(file: FamilyFile) -> list[tuple[int, str]]:
    """Whose understanding is judged decision by decision: who may be 12 to 15, as choices."""
    today = clock.today()
    return [
        (row.person_id, row.person.full_name)
        for row in families.living_in(file)
        if any(12 <= age < 16 for age in families.ages_of(row, today))
    ]


def _at_least(ages: range, years: int) -> bool:
    return bool(ages) and min(ages) >= years


def order_initial(file: FamilyFile, row: Any) -> dict[str, Any]:
    """What stands in the form of an order there is."""
    effects = [one for one in orders.effects_in(file) if one.order_id == row.pk]
    bound = str(row.person_id) if row.person_id else "other" if row.person_name else "nobody"
    names = ("person_name", "authority", "court", "made_on", "from_on", "until_on")
    return {name: getattr(row, name) for name in names} | {
        "kind": row.kind_id,
        "children": list({one.child_id for one in effects if one.child_id}),
        "bound": bound,
        "other": str(row.other_id) if row.other_id else "nobody",
        "effects": list({one.effect for one in effects}),
        "seen": "seen" if row.seen_by else "told",
        "seen_by": row.seen_by,
        "seen_on": row.seen_on,
        "telling": None if row.person_id is None else not orders.is_apart(file, row),
    }
