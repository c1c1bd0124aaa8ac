"""Pairs compared by the odds of the search, many at once."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from hub.matching.batch import blocking, processes
from hub.matching.batch.crowd import Crowd, Numbers
from hub.matching.batch.judging import Told, told
from hub.matching.batch.rounds import speaks
from hub.matching.rules.odds import odds


@dataclass(frozen=True, slots=True)
class Scored:
    """Pairs and, beside each, what it tells (`judging.Told`)."""

    pairs: Numbers
    bits: Numbers

    def told(self, at: int) -> Told:
        """What one pair tells."""
        return Told(*self.bits[at].tolist())


def candidates(crowd: Crowd, keys: Numbers, *, least: float) -> Scored:
    """Everybody with whom they share keys, compared; what says nothing at all is left out.

    `least` is how many bits must speak for one person or one family.
    """

    def work(part: int, many: int) -> Scored:
        found = [_scored(crowd, pairs, least) for pairs in blocking.candidates(keys, part, many)]
        return joined(found)

    return joined(processes.each(work))


def compared(crowd: Crowd, pairs: Numbers) -> Scored:
    """These pairs compared."""
    return joined(processes.each(lambda part, many: _scored(crowd, pairs[part::many], -1e9)))


def joined(some: Iterable[Scored]) -> Scored:
    """Several as one."""
    every = list(some)
    none = Scored(np.empty(0, dtype=np.uint64), np.empty((0, 3), dtype=np.float32))
    return Scored(
        np.concatenate([one.pairs for one in (*every, none)]),
        np.concatenate([one.bits for one in (*every, none)]),
    )


def _scored(crowd: Crowd, pairs: Numbers, least: float) -> Scored:
    known, frequencies, by = crowd.known, crowd.frequencies, crowd.by
    left, right = blocking.ends(pairs)
    bits: list[Told] = []
    kept: list[int] = []
    for at, (one, other) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        both = known[one], known[other]
        found = told(odds(*both, by, frequencies), crowd.less(*both))
        if speaks(found) >= least:
            kept.append(at)
            bits.append(found)
    return Scored(pairs[kept], np.array(bits, dtype=np.float32).reshape(-1, 3))
