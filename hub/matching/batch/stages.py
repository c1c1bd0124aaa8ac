"""The stages of `spark.py`, each over some rows and none over everybody.

Rows are plain tuples in and out, so that they can be sent from one machine to another; who stands
in them comes with their description as one text (`prepared.as_text`). Pure. The rules are those of
the search and of `judging`.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache
from itertools import product

from hub.matching.batch import common, rounds
from hub.matching.batch.judging import Place, Priors, Told, told
from hub.matching.batch.rounds import Counted, speaks
from hub.matching.rules import Description
from hub.matching.rules.keys import entry_keys
from hub.matching.rules.known import Known, ready
from hub.matching.rules.odds import Frequencies, Weights, odds
from hub.matching.rules.prepared import as_text, from_text
from hub.matching.trying.files import Person

# Place in the file, file, people in that file, how many are called the same, description.
Stands = tuple[int, int, int, int, str]
Between = tuple[int, int, float, float, float]  # two places and what they tell
Ready = tuple[int, int, str, str, str, str, str]
Files = tuple[int, int, int, int, Sequence[Between]]  # two files, people in each, their pairs


@dataclass(frozen=True, slots=True)
class Common:
    """What every machine is told: how common names are among how many people, and the weights."""

    people: int
    frequencies: Frequencies
    by: Weights


def line(place: int, number: int, one: Person) -> str:
    """Somebody as a line of text, with their place among all and their row in the file."""
    home = one.household_id or f"\0{one.rec_id}"
    return json.dumps([place, number, one.rec_id, home, astuple(one.description)])


def prepared(lines: Iterable[str]) -> Iterator[Ready]:
    """Lines made ready: place, row, id, household, the names that are counted, description."""
    for text in lines:
        place, number, rec_id, home, values = json.loads(text)
        known = ready(Description(*values))
        given = known.given[0] if known.given else ""
        yield place, number, rec_id, home, given, known.whole_surname, as_text(known)


def keys(people: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[int]]]:
    """Each one's place and keys."""
    for place, text in people:
        yield place, entry_keys(from_text(text))


def compared(
    pairs: Iterable[tuple[Stands, Stands]], among: Common, least: float
) -> Iterator[tuple[int, int, int, int, int, int, float, float, float]]:
    """Two files with how many are in each, and two people of them with what they tell; those for
    whom `least` bits speak. The file with the smaller number stands first."""
    for one, other in pairs:
        found = _told(one, other, among)
        if speaks(found) >= least:
            left, right = (one, other) if one[1] <= other[1] else (other, one)
            yield left[1], right[1], left[2], right[2], left[0], right[0], *found


def likely(some: Iterable[Files], files: int) -> Iterator[Files]:
    """Those that are perhaps of one family, of so many files."""
    for one, other, left, right, pairs in some:
        if rounds.likely(_pairs(pairs), (one, other), (left, right), files):
            yield one, other, left, right, pairs


def whole(
    some: Iterable[tuple[Files, Sequence[Stands], Sequence[Stands]]], among: Common
) -> Iterator[Files]:
    """Two files and everybody in them: all their pairs, with those not compared before."""
    for (one, other, left, right, pairs), here, there in some:
        before = _pairs(pairs)
        more = [
            (a[0], b[0], *_told(*(a, b) if a[0] < b[0] else (b, a), among))
            for a, b in product(here, there)
            if (a[0], b[0]) not in before
        ]
        yield one, other, left, right, [*pairs, *more]


def counted(some: Iterable[Files], files: int, priors: Priors) -> Counted:
    """What these files add to a round."""
    every = Counted()
    for one, other, left, right, pairs in some:
        every = every.more(
            rounds.judge(_pairs(pairs), (one, other), (left, right), files, priors)[1]
        )
    return every


def judged(
    some: Iterable[Files], files: int, priors: Priors, least: float
) -> Iterator[tuple[int, int, float]]:
    """Two places and the chance that they are one person, from `least` on."""
    for one, other, left, right, pairs in some:
        chances, _ = rounds.judge(_pairs(pairs), (one, other), (left, right), files, priors)
        for (a, b), chance in chances.items():
            if chance >= least:
                yield a, b, chance


def _pairs(some: Iterable[Between]) -> dict[Place, Told]:
    return {(a, b): Told(same, own, shared) for a, b, same, own, shared in some}


def _told(one: Stands, other: Stands, among: Common) -> Told:
    both = _known(one[4]), _known(other[4])
    less = common.less(*both, one[3], among.frequencies, among.people)
    return told(odds(*both, among.by, among.frequencies), less)


@lru_cache(maxsize=20_000)
def _known(text: str) -> Known:
    return from_text(text)
