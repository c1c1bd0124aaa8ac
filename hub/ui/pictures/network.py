"""Draws who works with a family: the family in the middle, the agencies in two columns."""

from dataclasses import dataclass
from enum import StrEnum

from hub.ui.pictures.across import text_width, wrapped
from hub.ui.pictures.values import Line
from hub.ui.speaking import say

LINE = 20
PAD = 12
BETWEEN = 24
MIDDLE = 60  # the half of the family's circle
REACH = 70  # from the circle to the columns


class Part(StrEnum):
    """What somebody does with a family, the nearest first: the nearer, the thicker the line."""

    LEAD = "lead"
    TEAM = "team"
    WORKING = "working"
    AGREED = "agreed"


@dataclass(frozen=True)
class Worker:
    """Somebody who works with the family, and as what."""

    name: str
    part: Part


@dataclass(frozen=True)
class Agency:
    """An agency and those of its people who are recorded. `agreed`: the family's yes is in force.

    Without people it is there for the family's yes alone."""

    name: str
    workers: tuple[Worker, ...] = ()
    agreed: bool = False

    @property
    def part(self) -> Part:
        """How near the agency is to the family: as near as the nearest of its people."""
        return min((w.part for w in self.workers), key=list(Part).index, default=Part.AGREED)


@dataclass(frozen=True)
class Written:
    """A line of text in a box: which kind, and where its middle is."""

    kind: str
    words: str
    x: int
    y: int


@dataclass(frozen=True)
class Around:
    """An agency's box."""

    left: int
    top: int
    width: int
    height: int
    part: Part
    texts: tuple[Written, ...]


@dataclass(frozen=True)
class NetworkMap:
    """A picture of who works with a family."""

    width: int
    height: int
    x: int
    y: int
    boxes: tuple[Around, ...]
    lines: tuple[Line, ...]


WORDS = {Part.LEAD: "lead", Part.TEAM: "team", Part.WORKING: "works with them"}


def draw_network(agencies: tuple[Agency, ...]) -> NetworkMap:
    """The map of these agencies, nearest first, left and right of the family."""
    told = sorted(agencies, key=lambda a: (list(Part).index(a.part), a.name))
    columns = [told[0::2], told[1::2]]
    texts = [[_texts(agency) for agency in column] for column in columns]
    widths = [_width(column) for column in texts]
    heights = [_height(column) for column in texts]
    height = max(*heights, 2 * MIDDLE) + 2 * PAD
    x = PAD + widths[0] + (REACH if told else 0) + MIDDLE
    boxes: list[Around] = []
    lines: list[Line] = []
    for side, column in enumerate(columns):
        left = PAD if side == 0 else x + MIDDLE + REACH
        top = (height - heights[side]) // 2
        for agency, words in zip(column, texts[side], strict=True):
            box = _box(agency, words, left, top, widths[side])
            edge = left + box.width if side == 0 else left
            start = x + (MIDDLE if side else -MIDDLE)
            boxes.append(box)
            lines.append(Line(agency.part, ((start, height // 2), (edge, top + box.height // 2))))
            top += box.height + BETWEEN
    right = x + MIDDLE + (REACH + widths[1] if columns[1] else 0)
    return NetworkMap(right + PAD, height, x, height // 2, tuple(boxes), tuple(lines))


def _texts(agency: Agency) -> list[tuple[str, str]]:
    """The lines of a box: the agency, its people and what each does."""
    found = [("agency", line) for line in wrapped(agency.name)]
    for worker in agency.workers:
        found += [("worker", line) for line in wrapped(worker.name)]
        found.append(("part", say(WORDS[worker.part])))
    return found if agency.workers else [*found, ("part", "agreed")]


def _width(column: list[list[tuple[str, str]]]) -> int:
    return max((text_width(words) + 2 * PAD for box in column for _, words in box), default=0)


def _height(column: list[list[tuple[str, str]]]) -> int:
    return sum(len(box) * LINE + 2 * PAD + BETWEEN for box in column) - (BETWEEN if column else 0)


def _box(agency: Agency, words: list[tuple[str, str]], left: int, top: int, width: int) -> Around:
    return Around(
        left,
        top,
        width,
        len(words) * LINE + 2 * PAD,
        agency.part,
        tuple(
            Written(kind, text, left + width // 2, top + PAD + place * LINE + LINE * 3 // 4)
            for place, (kind, text) in enumerate(words)
        ),
    )
