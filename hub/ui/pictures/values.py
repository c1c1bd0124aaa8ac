"""What a genogram is drawn from, and what the drawing is made of. No id of anybody is in it."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Shape(StrEnum):
    """The symbol of somebody: the diamond says that nothing is recorded, or another word is."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"


class Tie(StrEnum):
    """What an adult is to a child, the closest in law first; a child hangs from the first."""

    BIRTH = "birth"
    ADOPTED = "adopted"
    GUARDIAN = "guardian"
    CARER = "carer"
    STEP = "step"
    GRANDPARENT = "grandparent"


class Bond(StrEnum):
    """What two adults are to each other, as far as it is recorded."""

    MARRIED = "married"
    PARTNERS = "partners"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    PARENTS = "parents"  # of the same child; nothing else is known


@dataclass(frozen=True)
class Somebody:
    """A person to draw. `id` joins the facts about them and is never drawn."""

    id: int
    name: str
    born: date | None = None
    exact: bool = False
    age: str = ""
    child: bool = False
    shape: Shape = Shape.DIAMOND
    died: bool = False
    note: str = ""  # a line under the name: "due 4 May 2027", or somebody's own word for themselves


@dataclass(frozen=True)
class Family:
    """Everything a drawing is made from. Facts about people who are not in `people` are ignored."""

    people: tuple[Somebody, ...] = ()
    raised: tuple[tuple[int, int, Tie], ...] = ()  # adult, child
    couples: tuple[tuple[int, int, Bond], ...] = ()
    siblings: tuple[tuple[int, int], ...] = ()
    homes: tuple[frozenset[int], ...] = ()


@dataclass(frozen=True)
class Symbol:
    """One person where they stand: the middle of the symbol, and the lines of text under it."""

    x: int
    y: int
    shape: Shape
    age: str
    died: bool
    names: tuple[str, ...]
    note: tuple[str, ...]
    width: int


@dataclass(frozen=True)
class Line:
    """A line through points, and which kind it is."""

    kind: str
    points: tuple[tuple[int, int], ...]

    @property
    def path(self) -> str:
        """The line as SVG writes it."""
        return "M" + "L".join(f"{x} {y}" for x, y in self.points)


@dataclass(frozen=True)
class Drawing:
    """A picture of a family. `left_out` counts facts that contradict others and are not drawn."""

    width: int
    height: int
    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    rings: tuple[Line, ...]
    generations: int
    left_out: int


@dataclass(frozen=True)
class Descent:
    """Children of the same parents, eldest first, each with its tie. People are numbers here:
    places in a list by age, so that nothing drawn depends on ids."""

    parents: tuple[int, ...]
    children: tuple[tuple[int, Tie], ...]


@dataclass
class Kin:
    """A family sorted out: people by age, who descends from whom without a circle, and rows."""

    people: list[Somebody]
    descents: list[Descent] = field(default_factory=list)
    bonds: dict[tuple[int, int], Bond] = field(default_factory=dict)
    row: list[int] = field(default_factory=list)
    homes: list[frozenset[int]] = field(default_factory=list)
    left_out: int = 0
