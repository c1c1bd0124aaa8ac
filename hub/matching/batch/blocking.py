"""Who is worth comparing: pairs that share keys, a key that few have weighing more.

The same keys as the search's, in one long sorted row of numbers instead of a table.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np

from hub.matching.batch import processes
from hub.matching.batch.crowd import Crowd, Numbers
from hub.matching.rules.keys import entry_keys

MOST: Final = 60  # people with one key; one that more have says too little
LEAST: Final = 4.0  # weight from which a pair is compared
_AT_ONCE: Final = 4_000_000  # pairs, before those that share several keys are put together
_LOW: Final = np.uint64(0xFFFFFFFF)
_SHIFT: Final = np.uint64(32)


def keys(crowd: Crowd) -> Numbers:
    """Every key of everybody with who has it, by key: key and place as one number of 64 bits. Only
    keys that two and not too many have."""
    parts = processes.each(lambda part, many: _keys(crowd, part, many))
    every = np.concatenate(parts)
    if not len(every):
        return every
    every.sort()
    key = every >> _SHIFT
    edges = np.flatnonzero(np.r_[True, key[1:] != key[:-1], True])
    sizes = np.diff(edges)
    return every[np.repeat((sizes > 1) & (sizes <= MOST), sizes)]


def _keys(crowd: Crowd, part: int, many: int) -> Numbers:
    found: list[Numbers] = []
    half = 1 << 31
    some: list[int] = []
    for who in range(part, len(crowd.known), many):
        some += [(key + half) << 32 | who for key in entry_keys(crowd.known[who])]
        if len(some) > 1_000_000:
            found.append(np.array(some, dtype=np.uint64))
            some.clear()
    return np.concatenate([*found, np.array(some, dtype=np.uint64)])


def candidates(every: Numbers, part: int, many: int, *, least: float = LEAST) -> Iterator[Numbers]:
    """Pairs worth comparing as numbers of 64 bits, the smaller place in the upper half; those
    whose smaller place belongs to this part. Gives them in portions."""
    if not len(every):
        return
    key, who = every >> _SHIFT, (every & _LOW).astype(np.int64)
    edges = np.flatnonzero(np.r_[True, key[1:] != key[:-1], True])
    sizes = np.diff(edges)
    del key
    behind = np.repeat(edges[1:], sizes) - 1 - np.arange(len(every))  # others behind, same key
    size = np.repeat(sizes, sizes).astype(np.float32)
    portions = max(1, int(behind.sum()) // many // _AT_ONCE + 1)
    for portion in range(portions):
        mine = np.flatnonzero((who % (many * portions) == part + many * portion) & (behind > 0))
        if not len(mine):
            continue
        yield _heavy(who, mine, behind[mine], weights(size[mine]), least)


def weights(sizes: Numbers) -> Numbers:
    """How much a key says that so many have."""
    heavy: Numbers = 1 + np.log(MOST / sizes)
    return heavy


def _heavy(who: Numbers, mine: Numbers, behind: Numbers, weights: Numbers, least: float) -> Numbers:
    """The pairs of these places with those behind them of which the weights add up to enough."""
    left = np.repeat(mine, behind)
    right = left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(behind) - behind, behind)
    pairs = who[left].astype(np.uint64) << _SHIFT | who[right].astype(np.uint64)
    order = np.argsort(pairs, kind="stable")
    pairs = pairs[order]
    starts = np.flatnonzero(np.r_[True, pairs[1:] != pairs[:-1]])
    weight = np.add.reduceat(np.repeat(weights, behind)[order], starts)
    heavy: Numbers = pairs[starts][weight >= least]
    return heavy


def ends(pairs: Numbers) -> tuple[Numbers, Numbers]:
    """The two places of each pair."""
    return (pairs >> _SHIFT).astype(np.int64), (pairs & _LOW).astype(np.int64)
