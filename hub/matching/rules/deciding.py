"""From odds to probabilities: of this person, of this family, of nobody here.

Everybody found competes with everybody else found, with a relative who has no entry, and with
nobody: so of two namesakes, or twins asked for without a first name, neither comes out sure.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import exp, log, log2
from typing import Final

from hub.matching.rules.odds import SHARED, Odds

THERE: Final = 0.5  # somebody asked for has an entry
RELATED: Final = 0.06  # only somebody of the family has
_NOBODY: Final = 1.0 - THERE - RELATED
_BITS: Final = log(2)
_MOST: Final = 200.0
_HOPELESS: Final = 25.0  # bits behind the best
_FEW: Final = 10
_FAINT: Final = 10.0  # bits below what it takes to be as likely as nobody
# What one of a family tells for the others, and the bits that are lost on the way: a mother's
# telephone is as good as the child's own nearly always, the other parent's surname sometimes.
_OF_THE_HOME: Final = {"phone": 1.0, "place": 1.0, "surname": 5.0}


class Shown(Enum):
    """What may be said of a group."""

    FAMILY = "family"
    ASK = "ask"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One entry beside those asked for; `odds` by their index."""

    entry: int
    person: int
    group: int
    odds: Mapping[int, Odds]


@dataclass(frozen=True, slots=True)
class Chance:
    """How likely an asked person is this entry, and anybody asked of this group. `weight` is the
    group's against nobody's, whatever else was found; `part` the person's share of it."""

    candidate: Candidate
    asked: int
    person: float
    group: float
    weight: float
    part: float


@dataclass(frozen=True, slots=True)
class Limits:
    """From which probability a group is shown, and below which only the group is meant and not
    the person; and which line calibrates a raw log-odds."""

    surely: float = 0.97
    perhaps: float = 0.1
    person: float = 0.01
    slope: float = 1.0
    offset: float = 0.0


def chances(found: Sequence[Candidate], *, asked: int, entries: int) -> list[Chance]:
    """Each candidate for each of `asked` people of one family with the probabilities, best first.

    `entries` is how many people the index holds.
    """
    groups: dict[int, list[Candidate]] = {}
    for candidate in _worth_it(found, entries):
        groups.setdefault(candidate.group, []).append(candidate)
    scored = {group: _group(some, asked, max(entries, 2)) for group, some in groups.items()}
    everything = _NOBODY + sum(weight for weight, _ in scored.values())
    result = []
    for group, (weight, persons) in scored.items():
        share = weight / everything
        for (index, place), part in persons.items():
            candidate, person = groups[group][place], min(share * part, 1.0)
            result.append(Chance(candidate, index, person, min(share, 1.0), weight / _NOBODY, part))
    return sorted(result, key=lambda one: (-one.group, -one.person, one.candidate.entry))


def _worth_it(found: Sequence[Candidate], entries: int) -> list[Candidate]:
    """Those that are not beaten beyond hope, with all of their groups, and a few in any case; and
    whoever would be likely alone, since the best may be one that is not told of."""
    best = [max(max(_all(odds)) for odds in its.odds.values()) for its in found]
    ordered = sorted(best, reverse=True)
    if len(ordered) <= _FEW:
        return list(found)
    least = min(ordered[0] - _HOPELESS, ordered[_FEW - 1], log2(max(entries, 2)) - _FAINT)
    groups = {one.group for one, bits in zip(found, best, strict=True) if bits >= least}
    return [one for one in found if one.group in groups]


def _all(odds: Odds) -> tuple[float, float]:
    return sum(odds.person.values()), sum(odds.family.values())


def _group(
    members: list[Candidate], asked: int, entries: int
) -> tuple[float, dict[tuple[int, int], float]]:
    """A group's weight against nobody, and how each asked person divides over its members."""
    total = 1.0
    shares: dict[tuple[int, int], float] = {}
    common: list[float] = []
    left_out = () if asked == 1 else SHARED
    for one in range(asked):
        each = [(place, its.odds[one]) for place, its in enumerate(members) if one in its.odds]
        if not each:
            total *= RELATED
            continue
        home = _home([odds for _, odds in each], left_out) if len(each) > 1 else {}
        own = [(place, _power(_sum(odds.person, home, left_out))) for place, odds in each]
        relative = max(_power(_sum(odds.family, home, left_out)) for _, odds in each) * RELATED
        people = sum(weight for _, weight in own) * THERE
        total *= people + relative
        for place, weight in own:
            shares[one, place] = weight * THERE / (people + relative)
        if left_out:
            common.append(max(sum(_bits(odds.person, name) for name in SHARED) for _, odds in each))
    if common:
        total *= _power(max(common))
    return total / entries, shares


def _home(members: Sequence[Odds], left_out: Sequence[str]) -> dict[str, float]:
    """What one of a family tells for the others, less what is lost on the way."""
    home = {
        name: max(_bits(odds.person, name) for odds in members) - lost
        for name, lost in _OF_THE_HOME.items()
        if name not in left_out
    }
    return {name: best for name, best in home.items() if best > 0}


def _bits(bits: Mapping[str, float], name: str) -> float:
    return bits.get(name, 0.0)


def _sum(bits: Mapping[str, float], home: Mapping[str, float], left_out: Sequence[str]) -> float:
    """All bits together, those that another of the family tells better in place of one's own."""
    total = sum(bits.values())
    for name in left_out:
        total -= bits.get(name, 0.0)
    for name, best in home.items():
        total += max(best - bits.get(name, 0.0), 0.0)
    return total


def _power(bits: float) -> float:
    return exp(min(max(bits, -_MOST), _MOST) * _BITS)


def calibrated(raw: float, limits: Limits) -> float:
    """A raw probability on the line that was learned from people of whom the truth is known."""
    odds = log(max(raw, 1e-12)) - log(max(1 - raw, 1e-12))
    return 1 / (1 + exp(-(limits.offset + limits.slope * odds)))


def shown(group: float, limits: Limits) -> Shown:
    """What may be said of a group with this probability."""
    if group >= limits.surely:
        return Shown.FAMILY
    return Shown.ASK if group >= limits.perhaps else Shown.NO
