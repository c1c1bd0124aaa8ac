"""Draws whom it reaches what one person goes through: from the left to the right, by numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hub.ui.pictures.across import text_width, wrapped
from hub.ui.pictures.values import Line

LINE = 20
PAD = 12
BETWEEN = 24
ROW = 36  # the height of one line from left to right, with its number
PLATE = 15  # the half of a number's circle
REACH = 130  # from a number to the right column
TIP = 9  # how long the tip of an arrow is


@dataclass(frozen=True)
class Written:
    """A line of text: its words, and where its middle is."""

    words: str
    x: int
    y: int


@dataclass(frozen=True)
class Box:
    """Somebody's box, with the lines of their name."""

    left: int
    top: int
    width: int
    height: int
    texts: tuple[Written, ...]


@dataclass(frozen=True)
class EffectsMap:
    """A picture of who is affected by what. Each number stands for one line in the list."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    numbers: tuple[Written, ...]
    lines: tuple[Line, ...]


def draw_effects(names: Mapping[int, str], effects: Sequence[tuple[int, int]]) -> EffectsMap:
    """The map of these, each from somebody to another, numbered as they come. Who goes through
    something stands on the left, once; whom it affects on the right, once."""
    left, right = _gathered(names, effects, 0), _gathered(names, effects, 1)
    # On the right those whose lines come from further up stand further up, so that few cross.
    right.sort(key=lambda told: sum(told.places) / len(told.places))
    wide = [max((_width(told.names) for told in side), default=0) for side in (left, right)]
    middle = PAD + wide[0] + PAD + PLATE
    edge = middle + PLATE + REACH
    height = max(_height(left), _height(right)) + 2 * PAD
    boxes, starts = _column(left, PAD, wide[0], height)
    others, ends = _column(right, edge, wide[1], height)
    lines: list[Line] = []
    for number in range(len(effects)):
        start, end = starts[number], ends[number]
        lines.append(_line((PAD + wide[0], start), (middle - PLATE, start)))
        lines.append(_line((middle + PLATE, start), (edge, end)))
        lines.append(_line((edge - TIP, end - 6), (edge, end), (edge - TIP, end + 6)))
    numbers = (Written(str(n + 1), middle, starts[n]) for n in range(len(effects)))
    return EffectsMap(edge + wide[1] + PAD, height, (*boxes, *others), tuple(numbers), tuple(lines))


@dataclass(frozen=True)
class _Told:
    """Somebody on one side: the lines of their name, and the places of what is told of them."""

    names: tuple[str, ...]
    places: list[int]

    @property
    def height(self) -> int:
        return max(ROW * len(self.places), LINE * len(self.names) + PAD)


def _gathered(
    names: Mapping[int, str], effects: Sequence[tuple[int, int]], side: int
) -> list[_Told]:
    found: dict[int, list[int]] = {}
    for place, pair in enumerate(effects):
        found.setdefault(pair[side], []).append(place)
    return [_Told(wrapped(names[person]), places) for person, places in found.items()]


def _column(
    column: list[_Told], left: int, width: int, height: int
) -> tuple[list[Box], dict[int, int]]:
    """The boxes of a side, one under the other, and the height at which each line meets its box."""
    top, boxes, ports = (height - _height(column)) // 2, [], dict[int, int]()
    for told in column:
        first = top + (told.height - ROW * len(told.places)) // 2 + ROW // 2
        ports |= {place: first + nth * ROW for nth, place in enumerate(told.places)}
        above = top + (told.height - LINE * len(told.names)) // 2 + LINE * 3 // 4
        texts = (
            Written(words, left + width // 2, above + nth * LINE)
            for nth, words in enumerate(told.names)
        )
        boxes.append(Box(left, top, width, told.height, tuple(texts)))
        top += told.height + BETWEEN
    return boxes, ports


def _height(column: list[_Told]) -> int:
    return sum(told.height for told in column) + BETWEEN * max(len(column) - 1, 0)


def _width(names: tuple[str, ...]) -> int:
    return max(map(text_width, names), default=0) + 2 * PAD


def _line(*points: tuple[int, int]) -> Line:
    return Line("affects", points)
