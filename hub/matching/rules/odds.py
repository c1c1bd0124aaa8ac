"""How much each level says, as logarithms of odds to the base 2 (Fellegi and Sunter, 1969).

Three classes, not two: the same person, another person of the same family, a stranger. What a
household shares (surname, place, telephone) says nothing between a child and a brother; given
name, birth date and sex do.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from math import log2
from pathlib import Path
from typing import Final, NamedTuple

from hub.matching.rules.comparisons import Levels, compare
from hub.matching.rules.known import Known

Chances = tuple[float, float, float]  # of a level, for the same person, a relative, a stranger
Weights = Mapping[str, Mapping[str, tuple[float, float]]]
SHIPPED: Final = Path(__file__).parent / "weights.json"
SHARED: Final = ("surname", "place", "phone")  # what a household shares
NAMES: Final = ("given", "surname")
_BY_FREQUENCY: Final = ("same", "first_only", "part")
_RAREST, _COMMONEST = 5.0, -6.0  # bits that a name's frequency may add or take


class Odds(NamedTuple):
    """What speaks for the same person and for the same family, against a stranger, by comparison;
    bits."""

    levels: Levels
    person: dict[str, float]
    family: dict[str, float]


@cache
def weights(path: Path = SHIPPED) -> Weights:
    """The weights of a file: bits for the same person and the same family, by comparison and level.

    The file holds the chance of each level for the same person, a relative and a stranger.
    """
    read: dict[str, dict[str, Chances]] = json.loads(path.read_text(encoding="utf-8"))
    return {
        comparison: {
            level: (log2(person / stranger), log2(family / stranger))
            for level, (person, family, stranger) in levels.items()
        }
        for comparison, levels in read.items()
    }


@dataclass(frozen=True)
class Frequencies:
    """How many bits more than an average name a name says, by comparison and word."""

    rarity: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    unlisted: float = 0.0

    def of(self, comparison: str, word: str) -> float:
        """Bits to add for this word; those of a rare name for one that is not listed."""
        return self.rarity.get(comparison, {}).get(word, self.unlisted)


def odds(asked: Known, known: Known, by: Weights, frequencies: Frequencies) -> Odds:
    """What speaks for and against somebody asked for being an entry, or of its family."""
    levels = compare(asked, known)
    person: dict[str, float] = {}
    family: dict[str, float] = {}
    for comparison, level in levels.items():
        one, other = by[comparison][level]
        if comparison in NAMES and level in _BY_FREQUENCY:
            word = (
                asked.whole_surname
                if comparison == "surname"
                else (asked.given or asked.known_as)[0]
            )
            rare = min(max(frequencies.of(comparison, word), _COMMONEST), _RAREST)
            one, other = one + rare, other + rare
        person[comparison] = one
        family[comparison] = other
    return Odds(levels, person, family)
