"""A signature drawn in a box of 600 by 200: lines of points, each with its moment. Pure."""

import json
from itertools import pairwise
from typing import Final

WIDE: Final = 600
HIGH: Final = 200
MOST_LINES: Final = 200
MOST_POINTS: Final = 5000
SHORTEST: Final = 40  # a slip of the finger is no signature
LONGEST_TEXT: Final = 120_000

Point = list[int]
Strokes = list[list[Point]]


def read(text: str) -> Strokes | None:
    """The strokes a page sent, or None when they are none: not drawn, a slip, or made up."""
    if not text or len(text) > LONGEST_TEXT:
        return None
    try:
        given = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, list) or len(given) > MOST_LINES:
        return None
    if not all(isinstance(line, list) and all(map(_is_point, line)) for line in given):
        return None
    strokes = [line for line in given if line]
    if sum(map(len, strokes)) > MOST_POINTS or _length(strokes) < SHORTEST:
        return None
    return strokes


def path(strokes: Strokes) -> str:
    """The strokes as the path of a picture drawn by lines."""
    return " ".join(_line(line) for line in strokes)


def _line(line: list[Point]) -> str:
    first, *others = line
    # A dot is a line of no length, which round ends make visible.
    rest = others or [first]
    return f"M{first[0]} {first[1]}" + "".join(f"L{point[0]} {point[1]}" for point in rest)


def _is_point(point: object) -> bool:
    """Three whole numbers: across, down, and milliseconds since the first touch."""
    if not isinstance(point, list) or len(point) != 3:
        return False
    if not all(type(number) is int for number in point):
        return False
    across, down, after = point
    return bool(0 <= across <= WIDE and 0 <= down <= HIGH and 0 <= after <= 3_600_000)


def _length(strokes: Strokes) -> int:
    return sum(abs(b[0] - a[0]) + abs(b[1] - a[1]) for line in strokes for a, b in pairwise(line))
