"""Files judged round by round: how much each is judged by, and what a round teaches the next.

Pure, and the same wherever it runs: in two processes here, or on many machines, where what each has
counted is added up.
"""

from collections.abc import Mapping
from math import log2
from typing import Final, NamedTuple

from hub.matching.batch.judging import Place, Priors, Told, again, judged

ROUNDS: Final = 3
WIDEST: Final = 40  # people in a file that is compared whole
_HOPELESS: Final = 4.0  # bits below what it takes, from which a pair is forgotten
_PERHAPS: Final = 0.002  # chance of one family from which two files are compared whole
_MOST_FILES: Final = 0.25  # other files of its own family that a file is thought to have
_FEWEST: Final = 300  # files there are thought to be at least
Pairs = Mapping[Place, Told]
Both = tuple[int, int]  # two files, or one file twice


class Counted(NamedTuple):
    """What was seen in a round: files of one family, how many stand in both and how many could,
    and how many stand in one file twice."""

    families: float = 0.0
    there: float = 0.0
    possible: float = 0.0
    within: float = 0.0

    def more(self, other: "Counted") -> "Counted":
        """Both added up."""
        return Counted(*(one + its for one, its in zip(self, other, strict=True)))


def at_least(files: int) -> int:
    """How many files there are thought to be."""
    return max(files, _FEWEST)


def enough(files: int) -> float:
    """Bits from which a pair is kept, among so many files."""
    return log2(at_least(files)) - _HOPELESS


def speaks(found: Told) -> float:
    """Bits for one person or one family, whichever is more."""
    family = found.own + found.shared
    return max(family, family + found.same)


def likely(pairs: Pairs, both: Both, sizes: tuple[int, int], files: int) -> bool:
    """Whether two files are perhaps of one family, or are one; `sizes` is how many people each
    has, `files` how many files there are."""
    if both[0] == both[1]:
        return True
    left, right = sizes
    groups = at_least(files)
    return judged(pairs, left=left, right=right, groups=groups, priors=Priors())[0] >= _PERHAPS


def narrow(both: Both, sizes: tuple[int, int]) -> bool:
    """Whether two files are compared whole when they are likely."""
    return both[0] != both[1] and max(sizes) <= WIDEST


def judge(
    pairs: Pairs, both: Both, sizes: tuple[int, int], files: int, priors: Priors
) -> tuple[dict[Place, float], Counted]:
    """The chance of each pair of two files, or within one, and what that adds to the round."""
    left, right = sizes
    if both[0] == both[1]:
        chances = again(pairs, many=left, priors=priors)
        return chances, Counted(within=sum(chances.values()))
    groups = at_least(files)
    together, chances = judged(pairs, left=left, right=right, groups=groups, priors=priors)
    return chances, Counted(together, sum(chances.values()), together * min(sizes))


def learnt(counted: Counted, files: int, shared: int) -> Priors:
    """The priors of the next round; `shared` is how many people are not alone in their file."""
    families, there, possible, within = counted
    return Priors(
        files=min(max(2 * families / max(files, 1), 1e-4), _MOST_FILES),
        there=min(max((there + 6) / (possible + 10), 0.1), 0.95),
        again=min(max(2 * within / max(shared, 1), 1e-4), 0.9),
    )
