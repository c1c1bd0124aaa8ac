"""Whether two people of two files are one: the files together, then each for each.

Two files are of one family or they are not. What a household shares says it once for all of them;
each who stands in both says it too. In files of one family everybody is one of the other file, or
none of them, and a brother is what has to be ruled out; so nobody is taken for two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log
from typing import Final

from hub.matching.rules.odds import SHARED, Odds

Place = tuple[int, int]  # whose turn it is in the one file and in the other
_BITS: Final = log(2)
_MOST: Final = 200.0


@dataclass(frozen=True, slots=True)
class Priors:
    """Before anything is compared: how many other files a file has of its own family, and the
    chance that somebody of a file stands in another of the same family."""

    files: float = 0.1
    there: float = 0.6


def judged(
    scored: Mapping[Place, Odds],
    *,
    left: int,
    right: int,
    groups: int,
    priors: Priors | None = None,
) -> dict[Place, float]:
    """The probability of each scored pair that it is one person.

    `left` and `right` are how many people the two files have, `groups` how many files there are.
    """
    if not scored:
        return {}
    by = priors or Priors()
    nobody = 1.0 - by.there
    lines: dict[int, list[tuple[int, float, float]]] = {}
    columns: dict[int, float] = {}
    for (one, other), odds in scored.items():
        ratio = _power(sum(odds.person.values()) - sum(odds.family.values()))
        weight = by.there / max(left, right) * ratio
        own = _power(sum(bits for name, bits in odds.family.items() if name not in SHARED))
        lines.setdefault(one, []).append((other, weight, own))
        columns[other] = columns.get(other, 0.0) + weight
    family = _family(scored, lines, nobody) * by.files / max(groups, 2)
    together = family / (1.0 + family)
    found = {}
    for one, some in lines.items():
        line = sum(weight for _, weight, _ in some)
        for other, weight, _ in some:
            found[one, other] = together * weight / (nobody + max(line, columns[other]))
    return found


def _family(
    scored: Mapping[Place, Odds], lines: Mapping[int, list[tuple[int, float, float]]], nobody: float
) -> float:
    """How much likelier everything is when the files are of one family."""
    shared = max(sum(odds.family.get(name, 0.0) for name in SHARED) for odds in scored.values())
    bits = shared
    for some in lines.values():
        own = max(own for _, _, own in some)
        told = sum(weight * each for _, weight, each in some) + nobody * own
        bits += log(max(told, 1e-60)) / _BITS
    return _power(bits)


def _power(bits: float) -> float:
    return exp(min(max(bits, -_MOST), _MOST) * _BITS)
