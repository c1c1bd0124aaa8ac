"""How well two kinds of answers can be told apart by how long they took."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import erf, sqrt
from random import Random
from statistics import median
from typing import Final

DRAWS: Final = 1000


@dataclass(frozen=True)
class Apart:
    """`area` is the share of pairs in which the hidden one took longer (0.5: no better than a
    coin), with the interval that 95 of 100 such tries fall into; `chance` is how often two kinds
    that do not differ would look so different (Mann-Whitney, two-sided)."""

    area: float
    low: float
    high: float
    chance: float
    hidden: float
    absent: float

    @property
    def learned(self) -> bool:
        """Whether more was learned than chance gives."""
        return not self.low <= 0.5 <= self.high


def apart(hidden: Sequence[float], absent: Sequence[float], *, seed: int = 1) -> Apart:
    """How far apart the times of two kinds are. The interval is a bootstrap's."""
    rng = Random(seed)  # noqa: S311 - statistics, not a secret
    area = area_of(hidden, absent)
    drawn = sorted(
        area_of(rng.choices(hidden, k=len(hidden)), rng.choices(absent, k=len(absent)))
        for _ in range(DRAWS)
    )
    spread = sqrt((len(hidden) + len(absent) + 1) / (12 * len(hidden) * len(absent)))
    return Apart(
        area=area,
        low=drawn[int(DRAWS * 0.025)],
        high=drawn[int(DRAWS * 0.975)],
        chance=1 - erf(abs(area - 0.5) / spread / sqrt(2)),
        hidden=median(hidden),
        absent=median(absent),
    )


def area_of(hidden: Sequence[float], absent: Sequence[float]) -> float:
    """The share of pairs in which the hidden one took longer; ties count half."""
    marked = sorted([(took, 1) for took in hidden] + [(took, 0) for took in absent])
    ranks, place = 0.0, 0
    while place < len(marked):
        end = place
        while end < len(marked) and marked[end][0] == marked[place][0]:
            end += 1
        middle = (place + end + 1) / 2
        ranks += middle * sum(mark for _, mark in marked[place:end])
        place = end
    least = len(hidden) * (len(hidden) + 1) / 2
    return (ranks - least) / (len(hidden) * len(absent))


def averaged(
    times: Sequence[tuple[str, float]], most: int, of: Callable[[Sequence[float]], float] = median
) -> list[float]:
    """What somebody makes of asking each question so many times: one number for each question."""
    by: dict[str, list[float]] = {}
    for question, took in times:
        by.setdefault(question, []).append(took)
    return [of(some[:most]) for some in by.values()]
