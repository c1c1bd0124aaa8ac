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
from typing import Any, Final, NamedTuple

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


class BadWeights(Exception):
    """A file of weights that cannot be used; says in one sentence why."""


def read(path: Path = SHIPPED) -> dict[str, dict[str, Chances]]:
    """The chance of each level for the same person, a relative and a stranger, by comparison.

    Every level of the shipped file has to be there, each chance more than 0 and at most 1. Raises
    BadWeights.
    """
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadWeights(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise BadWeights(f"{path} is not JSON: {error}.") from error
    if path != SHIPPED:
        _check(path, found)
    return {
        comparison: {level: (some[0], some[1], some[2]) for level, some in levels.items()}
        for comparison, levels in found.items()
    }


def _check(path: Path, found: Any) -> None:
    wanted = read()
    if not isinstance(found, dict):
        raise BadWeights(f"{path} is no weights: comparisons by name are wanted.")
    for comparison, levels in wanted.items():
        its = found.get(comparison)
        if not isinstance(its, dict):
            raise BadWeights(f"{path} is no weights: {comparison} is missing.")
        for level in levels:
            some = its.get(level)
            if not (isinstance(some, list) and len(some) == 3 and all(map(_is_chance, some))):
                raise BadWeights(
                    f"{path}, {comparison}, {level}: three chances are wanted, more than 0 and at"
                    " most 1."
                )


def _is_chance(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= 1


def as_bits(chances: Mapping[str, Mapping[str, Chances]]) -> Weights:
    """Bits for the same person and the same family, by comparison and level."""
    return {
        comparison: {
            level: (log2(person / stranger), log2(family / stranger))
            for level, (person, family, stranger) in levels.items()
        }
        for comparison, levels in chances.items()
    }


_used: list[Path] = [SHIPPED]


def use(path: Path) -> None:
    """Weigh by this file from now on, in this process. Raises BadWeights."""
    as_bits(read(path))
    _used[0] = path
    _of.cache_clear()


def weights(path: Path | None = None) -> Weights:
    """The weights in use, or those of a file: bits for the same person and the same family, by
    comparison and level. Raises BadWeights."""
    return _of(path or _used[0])


@cache
def _of(path: Path) -> Weights:
    return as_bits(read(path))


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
