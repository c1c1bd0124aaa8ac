"""Learn the weights from people of whom nobody knows who is whom: `bin/hub match train`.

Expectation and maximisation (Dempster and others, 1977) in three classes. Who is probably one
person is found by the weights as they are, families included; how they agree gives the next ones.
The relatives are those of one file, the strangers pairs drawn from everybody. Each chance begins as
so many pairs of the shipped one, so that a file in which nobody stands twice changes little.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Final

from hub.matching.batch import crowd
from hub.matching.batch.crowd import Crowd
from hub.matching.batch.find import find
from hub.matching.rules.comparisons import compare
from hub.matching.rules.odds import Chances, as_bits, read
from hub.matching.trying.files import written

Say = Callable[[str], None]
Table = dict[str, dict[str, Chances]]
Counts = Counter[tuple[str, str]]
ROUNDS: Final = 2
_BEGUN: Final = (300.0, 1000.0, 20_000.0)  # pairs of a person, of relatives, of strangers
_STRANGERS: Final = 100_000
_RELATIVES: Final = 50_000
_SURE_ENOUGH: Final = 0.3
_DOUBTFUL: Final = 0.02
_LEAST: Final = 1e-7
_BORN: Final = "same swapped slipped two_parts year_only near_year different estimated"
_PLACE: Final = (
    "home slipped_home street_number postcode near_postcode former street outward town different"
)
# Levels that rule one another out; one that stands in none stays as it is.
_APART: Final = (
    ("given", "same first_only variant close middle near swapped different"),
    ("surname", "same former part close near parent different part_close"),
    ("born", _BORN),
    ("born", "year year_near year_different"),
    ("sex", "same different"),
    ("place", _PLACE),
    ("phone", "same slipped different"),
    ("nhs", "same slipped different"),
)
# How often strangers have one name is counted name by name, beside an average that is written down.
_BY_FREQUENCY: Final = (("given", "same first_only"), ("surname", "same part"))


@crowd.at_rest()
def train(people: Path, out: Path | None, *, say: Say) -> list[str]:
    """Learn from a file of people, write the weights to `out`, and say what changed as lines of a
    table: bits for one person and for one family, before and after. Raises BadFile."""
    with written(out) if out else nullcontext() as file:
        everybody = crowd.read(people)
        before = read()
        after = before
        for number in range(ROUNDS):
            say(f"Round {number + 1} of {ROUNDS}.")
            after = learned(everybody, after, before, say=say)
        if file:
            file.write(json.dumps(after, indent=2) + "\n")
    return list(changes(before, after))


def learned(everybody: Crowd, by: Table, shipped: Table, *, say: Say) -> Table:
    """The weights after one round more."""
    found = find(replace(everybody, by=as_bits(by)), say=say)
    persons: Counts = Counter()
    for (one, other), chance in found.items():
        if chance >= _SURE_ENOUGH:
            _count(everybody, one, other, persons, chance)
    say(f"{sum(1 for chance in found.values() if chance >= 0.5):,} pairs are probably one person.")
    relatives: Counts = Counter()
    for one, other in _relatives(everybody):
        _count(everybody, one, other, relatives, 1 - found.get((one, other), 0.0))
    strangers: Counts = Counter()
    groups = everybody.groups.tolist()
    families = {
        _ordered(groups[one], groups[other])
        for (one, other), chance in found.items()
        if chance >= _DOUBTFUL
    }
    for one, other in _strangers(everybody):
        # Who has a counterpart in the other file is no stranger there, nor are the others.
        if _ordered(groups[one], groups[other]) not in families:
            _count(everybody, one, other, strangers, 1.0)
    return estimated(shipped, (persons, relatives, strangers))


def estimated(shipped: Table, counts: tuple[Counts, Counts, Counts]) -> Table:
    """The chances of the shipped table moved towards what was counted in the three classes."""
    table = {name: {level: [*some] for level, some in its.items()} for name, its in shipped.items()}
    for comparison, levels in _APART:
        names = [level for level in levels.split() if level in shipped[comparison]]
        for kind, count in enumerate(counts):
            mass = sum(shipped[comparison][level][kind] for level in names)
            every = sum(count[comparison, level] for level in names) + _BEGUN[kind]
            for level in names:
                begun = shipped[comparison][level][kind] / mass * _BEGUN[kind]
                share = mass * (count[comparison, level] + begun) / every
                table[comparison][level][kind] = round(min(max(share, _LEAST), 1.0), 9)
    for comparison, levels in _BY_FREQUENCY:
        for level in levels.split():
            table[comparison][level][2] = shipped[comparison][level][2]
    return {
        name: {level: (some[0], some[1], some[2]) for level, some in its.items()}
        for name, its in table.items()
    }


def changes(before: Table, after: Table) -> Iterator[str]:
    """What changed, a line a level: bits for one person and for one family, before and after."""
    old, new = as_bits(before), as_bits(after)
    yield f"{'comparison':12}{'level':16}{'one person, bits':>18}{'one family, bits':>18}"
    for comparison, levels in new.items():
        for level, (person, family) in levels.items():
            was = old[comparison][level]
            both = f"{was[0]:7.1f} -> {person:5.1f}", f"{was[1]:7.1f} -> {family:5.1f}"
            yield f"{comparison:12}{level:16}{both[0]:>18}{both[1]:>18}"


def _ordered(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _count(everybody: Crowd, one: int, other: int, into: Counts, chance: float) -> None:
    levels: Mapping[str, str] = compare(everybody.known[one], everybody.known[other])
    for at in levels.items():
        into[at] += chance  # type: ignore[assignment]


def _relatives(everybody: Crowd) -> Iterable[tuple[int, int]]:
    """Pairs of one file, at most so many."""
    left = _RELATIVES
    for some in everybody.members():
        for pair in combinations(some[:12], 2):
            yield pair
            left -= 1
        if left <= 0:
            return


def _strangers(everybody: Crowd) -> Iterable[tuple[int, int]]:
    """Pairs of two files drawn at random."""
    many = len(everybody.known)
    rng = Random(1)  # noqa: S311 - the same each time, nothing secret
    for _ in range(min(_STRANGERS, many * many) if many > 1 else 0):
        one, other = rng.randrange(many), rng.randrange(many)
        if everybody.groups[one] != everybody.groups[other]:
            yield one, other
