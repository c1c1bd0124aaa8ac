"""Rows on their way to COPY: ids that never meet, and lines of text by table."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, datetime
from types import NoneType
from typing import Any, Final

from hub.kernel.ids import ALPHABET, ID_BITS, REFERENCE_LENGTH

_MASK: Final = (1 << (ID_BITS - 1)) - 1
_REFERENCES: Final = len(ALPHABET) ** REFERENCE_LENGTH
_ROWS_A_PORTION: Final = 1 << 20
REFERENCES_A_PORTION: Final = 1 << 10


def id_of(seed: int, number: int) -> int:
    """The id of the row with a number: as if drawn at random, and no two numbers give the same.

    Each step can be undone, so two different numbers stay different; no table of used ids needed.
    """
    mixed = (number + seed * 0x9E3779B97F4A7C15) & _MASK
    mixed = (mixed ^ mixed >> 30) * 0x3F58476D1CE4E5B9 & _MASK
    mixed = (mixed ^ mixed >> 27) * 0x14D049BB133111EB & _MASK
    return mixed ^ mixed >> 31 | 1 << (ID_BITS - 1)


def reference_of(seed: int, number: int) -> str:
    """The family reference with a number, on a walk through all of them that meets none twice."""
    # 28 has no common factor with the step, so the walk comes to every reference once.
    left = (number * 143_687_310_407 + seed * 7_919) % _REFERENCES
    letters = []
    for _ in range(REFERENCE_LENGTH):
        left, letter = divmod(left, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "FH-" + "".join(letters)


# A value as COPY's text, by its type: most of the time of a load is spent here. Our own words hold
# no tab, line break or backslash.
_TEXT: Final[dict[type, Callable[[Any], str]]] = {
    str: str,
    int: int.__repr__,
    NoneType: lambda _: "\\N",
    bool: lambda value: "t" if value else "f",
    datetime: datetime.isoformat,
    date: date.isoformat,
    bytes: lambda value: "\\\\x" + value.hex(),
}


class Sheet:
    """The rows of one portion, by table, each as a line of COPY's text."""

    def __init__(self, seed: int, portion: int) -> None:
        self.seed = seed
        self.lines: dict[str, list[str]] = defaultdict(list)
        self._next_id = portion * _ROWS_A_PORTION
        self._next_reference = portion * REFERENCES_A_PORTION

    def id(self) -> int:
        """A new row's id."""
        self._next_id += 1
        return id_of(self.seed, self._next_id)

    def reference(self) -> str:
        """A new family's reference."""
        self._next_reference += 1
        return reference_of(self.seed, self._next_reference)

    def add(self, table: str, *values: object) -> None:
        """One row; the values stand in the order of `columns.COLUMNS`."""
        self.lines[table].append("\t".join([_TEXT[type(value)](value) for value in values]))

    def text(self) -> dict[str, bytes]:
        """Everything as COPY reads it, by table."""
        return {t: ("\n".join(lines) + "\n").encode() for t, lines in self.lines.items()}
