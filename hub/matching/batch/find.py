"""Duplicates in a file of people: `bin/hub match duplicates`."""

import csv
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from hub.matching.batch import blocking, crowd, rounds, scoring
from hub.matching.batch.crowd import Crowd, Numbers
from hub.matching.batch.judging import Place, Priors, Told
from hub.matching.batch.rounds import Counted
from hub.matching.batch.scoring import Scored
from hub.matching.trying.files import written

HEAD: Final = ("left_rec_id", "right_rec_id", "probability")
KEPT: Final = 0.02
Say = Callable[[str], None]
Files = dict[tuple[int, int], dict[Place, Told]]
Found = dict[tuple[int, int], float]


@crowd.at_rest()
def duplicates(people: Path, out: Path, *, say: Say) -> int:
    """Write the probable pairs of a file, the likeliest first; say how many. Raises BadFile."""
    with written(out) as file:
        began = time.monotonic()
        everybody = crowd.read(people)
        say(f"{len(everybody.ids):,} people read in {time.monotonic() - began:.0f} s.")
        found = find(everybody, say=say)
        rows = sorted((-chance, *pair) for pair, chance in found.items() if chance >= KEPT)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        ids = everybody.ids
        writer.writerows((ids[one], ids[other], f"{-chance:.6f}") for chance, one, other in rows)
    return len(rows)


def find(everybody: Crowd, *, say: Say) -> Found:
    """The probability of every pair that is perhaps one person, by their places in the crowd."""
    began = time.monotonic()
    keys = blocking.keys(everybody)
    say(f"Keys in {time.monotonic() - began:.0f} s.")
    began = time.monotonic()
    enough = rounds.enough(everybody.files)
    files = _by_files(everybody, scoring.candidates(everybody, keys, least=enough))
    del keys
    sizes = np.bincount(everybody.groups, minlength=everybody.files).tolist()
    likely = {
        both: pairs
        for both, pairs in files.items()
        if rounds.likely(pairs, both, _sizes(sizes, both), len(sizes))
    }
    more = scoring.compared(everybody, _around(everybody, likely))
    for both, pairs in _by_files(everybody, more).items():
        likely[both] |= pairs
    say(f"{len(likely):,} pairs of files compared in {time.monotonic() - began:.0f} s.")
    return judged_all(likely, sizes)[0]


def _sizes(sizes: Sequence[int], both: rounds.Both) -> tuple[int, int]:
    return sizes[both[0]], sizes[both[1]]


def _around(everybody: Crowd, likely: Files) -> Numbers:
    """All pairs not compared yet of files that are perhaps of one family."""
    members = everybody.members()
    wanted = [
        min(a, b) << 32 | max(a, b)
        for (one, other), pairs in likely.items()
        if rounds.narrow((one, other), (len(members[one]), len(members[other])))
        for a in members[one]
        for b in members[other]
        if (a, b) not in pairs
    ]
    return np.array(wanted, dtype=np.uint64)


def judged_all(files: Files, sizes: Sequence[int]) -> tuple[Found, Priors]:
    """Every pair judged with its files, and what was learned on the way of how many there are.

    `sizes` is how many people each file has.
    """
    priors = Priors()
    found: Found = {}
    shared = sum(size for size in sizes if size > 1)
    for _ in range(rounds.ROUNDS):
        found = {}
        counted = Counted()
        for both, pairs in files.items():
            chances, some = rounds.judge(pairs, both, _sizes(sizes, both), len(sizes), priors)
            counted = counted.more(some)
            found |= chances
        priors = rounds.learnt(counted, len(sizes), shared)
    return found, priors


def _by_files(everybody: Crowd, scored: Scored) -> Files:
    """The pairs of each two files, those of the file with the smaller number first."""
    left, right = blocking.ends(scored.pairs)
    groups = everybody.groups
    found: Files = {}
    rows = zip(
        left.tolist(), right.tolist(), groups[left].tolist(), groups[right].tolist(),
        scored.bits.tolist(), strict=True,
    )  # fmt: skip
    for a, b, one, other, bits in rows:
        if one <= other:
            found.setdefault((one, other), {})[a, b] = Told(*bits)
        else:
            found.setdefault((other, one), {})[b, a] = Told(*bits)
    return found
