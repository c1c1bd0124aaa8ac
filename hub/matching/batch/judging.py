"""Whether two people of two files are one: the files together, then each for each.

Two files are of one family or they are not. What a household shares says it once for all of them;
each who stands in both says it too. In files of one family everybody is one of the other file, or
none of them, and a brother is what has to be ruled out; so nobody is taken for two.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import exp, log
from typing import Final, NamedTuple

from hub.matching.rules.odds import SHARED, Odds

Place = tuple[int, int]  # who in the one file and in the other
_BITS: Final = log(2)
_MOST: Final = 200.0
TOGETHER: Final = 2.0
_GIVEN: Final = ("same", "first_only", "variant", "close")
_SURNAME: Final = ("same", "part", "close", "part_close")


class Told(NamedTuple):
    """What a pair's odds say, in bits: for the same person against a relative; for a relative
    against a stranger by what is one's own, and by what a household shares."""

    same: float
    own: float
    shared: float


def told(odds: Odds, less: float = TOGETHER) -> Told:
    """A pair's odds as they are judged here. Where both names agree they say `less` than each by
    itself, in bits: who has the one is likelier to have the other."""
    names = odds.levels.get("given"), odds.levels.get("surname")
    less = less if names[0] in _GIVEN and names[1] in _SURNAME else 0.0
    shared = sum(odds.family.get(name, 0.0) for name in SHARED)
    family = sum(odds.family.values())
    return Told(sum(odds.person.values()) - family, family - shared - less, shared)


@dataclass(frozen=True, slots=True)
class Priors:
    """Before anything is compared: how many other files a file has of its own family, the chance
    that somebody of a file stands in another of the same family, and in the same file again."""

    files: float = 0.1
    there: float = 0.6
    again: float = 0.001


def judged(
    pairs: Mapping[Place, Told], *, left: int, right: int, groups: int, priors: Priors
) -> tuple[float, dict[Place, float]]:
    """The probability that two files are of one family, and of each pair that it is one person.

    `left` and `right` are how many people the files have, `groups` how many files there are.
    """
    if not pairs:
        return 0.0, {}
    lines, columns = _weighed(pairs, priors.there / max(left, right))
    nobody = 1.0 - priors.there
    # Means, not the best: of strangers somebody always happens to agree with somebody. A pair that
    # was not compared tells nothing.
    bits = _mean([_power(one.shared) for one in pairs.values()], left * right)
    for some in lines.values():
        own = {at: _power(pairs[at].own) for at in some}
        here = sum(weight * own[at] for at, weight in some.items())
        mean = (sum(own.values()) + right - len(own)) / right
        bits += log(max(here + nobody * mean, 1e-60)) / _BITS
    family = _power(bits) * priors.files / max(groups, 2)
    together = family / (1.0 + family)
    return together, {
        at: together * chance for at, chance in _chances(lines, columns, nobody).items()
    }


def again(pairs: Mapping[Place, Told], *, many: int, priors: Priors) -> dict[Place, float]:
    """The probability of each pair of one file of so many people that it is one person."""
    both = {(j, i): one for (i, j), one in pairs.items()} | dict(pairs)
    lines, columns = _weighed(both, priors.again / max(many - 1, 1))
    found = _chances(lines, columns, 1.0 - priors.again)
    return {at: found[at] for at in pairs}


def _weighed(
    pairs: Mapping[Place, Told], each: float
) -> tuple[dict[int, dict[Place, float]], dict[int, float]]:
    lines: dict[int, dict[Place, float]] = {}
    columns: dict[int, float] = {}
    for (one, other), told in pairs.items():
        weight = each * _power(told.same)
        lines.setdefault(one, {})[one, other] = weight
        columns[other] = columns.get(other, 0.0) + weight
    return lines, columns


def _chances(
    lines: Mapping[int, Mapping[Place, float]], columns: Mapping[int, float], nobody: float
) -> dict[Place, float]:
    """Each pair against the others of either end, and against nobody."""
    found = {}
    for some in lines.values():
        line = sum(some.values())
        for at, weight in some.items():
            found[at] = weight / (nobody + max(line, columns[at[1]]))
    return found


def _mean(some: Collection[float], many: int) -> float:
    return log((sum(some) + many - len(some)) / many) / _BITS


def _power(bits: float) -> float:
    return exp(min(max(bits, -_MOST), _MOST) * _BITS)
