"""What a family's two pictures are drawn from, and the same facts in words."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from hub.about import queries as about
from hub.access import queries as access
from hub.consent import queries as consent
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.dates import Accuracy
from hub.kernel.files import ActorKind, FamilyFile
from hub.ui.pictures.genogram import draw_genogram
from hub.ui.pictures.network import Agency, NetworkMap, Part, Worker, draw_network
from hub.ui.pictures.values import Bond, Drawing, Family, Shape, Somebody, Tie
from hub.web.staff.families import shown

TIES = {
    "mother": Tie.BIRTH,
    "father": Tie.BIRTH,
    "adoptive_parent": Tie.ADOPTED,
    "step_parent": Tie.STEP,
    "carer": Tie.CARER,
    "grandparent": Tie.GRANDPARENT,
}
BONDS = {
    "spouse": Bond.MARRIED,
    "partner": Bond.PARTNERS,
    "former_partner": Bond.SEPARATED,
}
# Parental responsibility by these is being a parent; by any other, what else they are is not told.
PARENT_BY = ("mother", "birth_record")
KEY = {
    "birth": "A solid line leads from parents down to their children, the eldest on the left.",
    "adopted": "Two lines down: adopted.",
    "step": "A dashed line down: a step-parent.",
    "carer": "A dotted line down: a carer.",
    "guardian": "A line of dashes and dots down: has parental responsibility, and it is not "
    "recorded how they are related.",
    "grandparent": "A line of dashes and dots down past a row: a grandparent, and it is not "
    "recorded through whom.",
    "married": "A solid line across: married, or civil partners.",
    "separated": "A solid line across with a slash through it: they were a couple before.",
    "partners": "A dashed line across: partners. It is not recorded whether they are married.",
    "parents": "A dotted line across: parents of the same child. Nothing else is recorded.",
}
SHAPES = (
    "A circle is somebody female, or recorded as a mother; a square somebody male, or recorded as "
    "a father; a diamond anybody else, or somebody of whom nothing is recorded. The number is the "
    "age."
)
GENDERS = {"female": "Female", "male": "Male"}
BY_GENDER = {"female": Shape.CIRCLE, "male": Shape.SQUARE}
ISOLATED = "\u2068{}\u2069"  # a name among other words, in signs that need no mark-up


@dataclass(frozen=True)
class FamilyTree:
    """The family tree: the drawing, what its signs mean, and the same facts as lists."""

    drawing: Drawing
    key: list[str]
    people: list[dict[str, Any]]
    homes: list[list[str]]
    today: date


def family_tree(file: FamilyFile) -> FamilyTree:
    """The family tree as far as the file is open: who is held back is not in it (B4)."""
    rows, today = families.members_in(file), clock.today()
    related = [(one.person, one.other, one.kind) for one in families.relationships_in(file)]
    held = [(one.person, one.child, one.source) for one in families.responsible_in(file)]
    mothers = {a for a, _, how in related + held if how == "mother"}
    fathers = {a for a, _, how in related if how == "father"}
    genders = about.genders_in(file)
    here = {row.person_id for row in rows}
    couples = {frozenset((a, b)): BONDS[kind] for a, b, kind in related if kind in BONDS}
    homes = [home & here for home in map(frozenset, families.households_in(file).values())]
    drawing = draw_genogram(
        Family(
            people=tuple(
                _somebody(row, today, mothers, fathers, genders.get(row.person_id, ""))
                for row in rows
            ),
            raised=(
                *((a, c, TIES[kind]) for a, c, kind in related if kind in TIES),
                *((a, c, Tie.BIRTH if by in PARENT_BY else Tie.GUARDIAN) for a, c, by in held),
            ),
            couples=tuple((min(pair), max(pair), bond) for pair, bond in couples.items()),
            siblings=tuple((a, b) for a, b, kind in related if kind == "sibling"),
            homes=tuple(homes),
        )
    )
    names = {row.person_id: row.person.full_name for row in rows}
    related_to = {person: ISOLATED.format(name) for person, name in names.items()}
    relations = shown.relations(file, related_to)
    return FamilyTree(
        drawing,
        _key(drawing),
        [
            _in_words(row, relations.get(row.person_id, []), genders.get(row.person_id, ""))
            for row in rows
        ],
        [living for home in homes if (living := [n for p, n in names.items() if p in home])],
        today,
    )


def _somebody(row: Any, today: date, mothers: set[int], fathers: set[int], gender: str) -> Somebody:
    """A member as the tree draws them: a circle or square for who said that they are female or
    male, else for who is said to be a mother or a father; the diamond for anybody else (3.30)."""
    who, born = row.person, row.person.born
    shape = Shape.DIAMOND
    if row.part == "unborn":
        shape = Shape.TRIANGLE
    elif gender:
        shape = BY_GENDER.get(gender, Shape.DIAMOND)
    elif (row.person_id in mothers) != (row.person_id in fathers):
        shape = Shape.CIRCLE if row.person_id in mothers else Shape.SQUARE
    due = born is not None and born.accuracy == Accuracy.DUE
    return Somebody(
        id=row.person_id,
        name=who.full_name,
        born=who.birth_date,
        exact=due or (born is not None and born.accuracy == Accuracy.EXACT),
        age="" if row.loss else _age(families.ages_of(row, today)),
        child=row.part != "adult",
        shape=shape,
        died=bool(row.loss),
        note=_note(row, due=due),
    )


def _note(row: Any, *, due: bool) -> str:
    """A line under a name: when somebody died, or when they are due."""
    if row.loss:
        words = "died" if row.loss == "died" else "ended"
        return f"{words} {row.lost_on}" if row.lost_on else ""
    return str(row.person.born) if due else ""


def _age(ages: range) -> str:
    """An age that fits a symbol: one or two numbers, <1 for a baby, nothing when not known."""
    if not ages:
        return ""
    if ages[-1] == 0:
        return "<1"
    return str(ages[0]) if len(ages) == 1 else f"{ages[0]}–{ages[-1]}"  # noqa: RUF001


def _key(drawing: Drawing) -> list[str]:
    """What the signs mean that this drawing has."""
    shapes = {symbol.shape for symbol in drawing.symbols}
    kinds = {line.kind for line in drawing.lines}
    found = [SHAPES]
    if Shape.TRIANGLE in shapes:
        found.append("A triangle is an unborn child.")
    if any(symbol.died for symbol in drawing.symbols):
        found.append("A cross through a sign: they died, or the pregnancy ended.")
    found += [words for kind, words in KEY.items() if kind in kinds]
    if drawing.rings:
        found.append("A dotted outline goes round people who live together.")
    return found


def _in_words(row: Any, relations: list[str], gender: str) -> dict[str, Any]:
    return {
        "person": row.person_id,
        "name": row.person.full_name,
        "known_as": row.person.known_as,
        "born": row.person.born,
        "part": shown.PARTS[row.part],
        "relations": relations,
        "gender": GENDERS.get(gender, ""),
        "lost": shown.lost(row),
    }


@dataclass(frozen=True)
class Network:
    """Who works with a family: the drawing, and the same facts, nearest first."""

    drawing: NetworkMap
    agencies: list[dict[str, Any]]


WORDS = {
    Part.LEAD: "lead professional",
    Part.TEAM: "in the team around the family",
    Part.WORKING: "works with the family",
}


def network(file: FamilyFile) -> Network:
    """The lead, the team, who else works with the family and which agencies it agreed to."""
    lead, workers = access.lead_of(file), dict[str, dict[int, Worker]]()
    if lead:
        workers[lead.agency] = {lead.practitioner: Worker(lead.name, Part.LEAD)}
    for row in sorted(access.involved_in(file), key=lambda row: row.kind != "team"):
        who = row.practitioner
        part = Part.TEAM if row.kind == "team" else Part.WORKING
        workers.setdefault(who.agency.name, {}).setdefault(who.pk, Worker(who.name, part))
    agreed = {agency.name for agency in consent.agencies_agreed(file)}
    if file.actor.kind is ActorKind.MEMBER:  # who sees only what they agreed to themselves
        agreed |= set(workers)
    agencies = tuple(
        Agency(name, tuple(workers.get(name, {}).values()), name in agreed)
        for name in sorted({*workers, *agreed})
    )
    drawing = draw_network(agencies)
    order = list(Part)
    return Network(
        drawing,
        [
            {
                "name": agency.name,
                "agreed": agency.agreed,
                "people": [{"name": w.name, "part": WORDS[w.part]} for w in agency.workers],
            }
            for agency in sorted(agencies, key=lambda a: (order.index(a.part), a.name))
        ],
    )
