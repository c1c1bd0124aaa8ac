"""The figures of issue and docs from questions and hits: who came first, and how surely."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.matching.hits import Hit, Question
from benchmarks.matching.queries import INDEPENDENT, SAME_WRONG

MAY_BE_WRONG: Final = 0.01  # of the queries about who is not there, shown surely at most
_NOBODY: Final = Hit("", 0, "", "", 0.0, 0.0)
Hits = dict[str, list[Hit]]


@dataclass(frozen=True)
class Sure:
    """What is shown surely from a threshold on: how much is right, and how much should not be."""

    threshold: float
    right: float
    wrong: float


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1, of single queries unless said otherwise; None where none was asked."""

    asked: int
    first: float
    five: float
    family_first: float
    sure: Sure
    sure_family: Sure
    shown: Sure  # by the searcher's own word, threshold 0
    p50: float
    p95: float


@dataclass(frozen=True)
class Part:
    """A custom or a kind: how many, and what of them."""

    name: str
    asked: int
    first: float
    five: float
    family_first: float


def scored(questions: Sequence[Question], hits: Hits) -> Score:
    """All figures of single queries; grouped lines are left out."""
    there = [one for one in questions if one.person and not one.group]
    absent = [one for one in questions if not one.person and not one.group]
    strangers = [one for one in absent if not one.household]
    times = sorted(hits[one.query][0].ms for one in there + absent if one.query in hits)
    shown = [one for one in there if _top(hits, one).shown == "family"]
    wrongly = [one for one in strangers if _top(hits, one).shown == "family"]
    return Score(
        asked=len(there),
        first=_share(there, lambda one: _top(hits, one).person == one.person),
        five=_share(there, lambda one: _among(hits, one)),
        family_first=_share(there, lambda one: _top(hits, one).household == one.household),
        sure=_surely(
            [(_top(hits, one).probability, _top(hits, one).person == one.person) for one in there],
            [_top(hits, one).probability for one in absent if _top(hits, one).person],
            len(absent),
        ),
        sure_family=_surely(
            [(_top(hits, one).family, _top(hits, one).household == one.household) for one in there],
            [_top(hits, one).family for one in strangers],
            len(strangers),
        ),
        shown=Sure(
            0.0,
            sum(_top(hits, one).household == one.household for one in shown) / max(1, len(there)),
            len(wrongly) / max(1, len(strangers)),
        ),
        p50=at_share(times, 0.5),
        p95=at_share(times, 0.95),
    )


def together(questions: Sequence[Question], hits: Hits) -> dict[str, tuple[int, float]]:
    """By kind of group: how many, and how often the right family came first.

    A group's answer is the family its first lines hold most likely.
    """
    groups: dict[str, list[Question]] = defaultdict(list)
    for one in questions:
        if one.group:
            groups[one.group].append(one)
    found: dict[str, list[bool]] = {INDEPENDENT: [], SAME_WRONG: []}
    for several in groups.values():
        best = max((_top(hits, one) for one in several), key=lambda hit: hit.family)
        found[several[0].kind].append(best.household == several[0].household)
    return {kind: (len(them), sum(them) / max(1, len(them))) for kind, them in found.items()}


def parts(questions: Sequence[Question], hits: Hits, of: Callable[[Question], str]) -> list[Part]:
    """The same figures by custom or kind of those who are there, the poorest first."""
    split: dict[str, list[Question]] = defaultdict(list)
    for one in questions:
        if one.person and not one.group:
            split[of(one)].append(one)
    made = [
        Part(
            name,
            len(them),
            _share(them, lambda one: _top(hits, one).person == one.person),
            _share(them, lambda one: _among(hits, one)),
            _share(them, lambda one: _top(hits, one).household == one.household),
        )
        for name, them in split.items()
    ]
    return sorted(made, key=lambda part: (part.five, part.name))


def wrongly_sure(
    questions: Sequence[Question], hits: Hits, sure: Sure
) -> list[tuple[str, int, float]]:
    """By kind of absence: how many, and how many show a person surely at that threshold."""
    split: dict[str, list[bool]] = defaultdict(list)
    for one in questions:
        if not one.person and not one.group:
            top = _top(hits, one)
            split[one.kind].append(bool(top.person) and top.probability >= sure.threshold)
    return sorted((kind, len(them), sum(them) / len(them)) for kind, them in split.items())


def _top(hits: Hits, one: Question) -> Hit:
    return hits.get(one.query, [_NOBODY])[0]


def _among(hits: Hits, one: Question) -> bool:
    return any(hit.person == one.person for hit in hits.get(one.query, ())[:5])


def _share(several: Sequence[Question], right: Callable[[Question], bool]) -> float:
    return sum(map(right, several)) / max(1, len(several))


def _surely(there: list[tuple[float, bool]], absent: list[float], many: int) -> Sure:
    """The lowest threshold at which not too many absent ones are shown."""
    falling = sorted(absent, reverse=True)
    allowed = int(many * MAY_BE_WRONG)
    # Above the first one too many: everything that is strictly more likely than it.
    least = falling[allowed] if len(falling) > allowed else 0.0
    above = sorted({chance for chance, _ in there if chance > least} | {1.1})
    threshold = above[0]
    right = sum(ok for chance, ok in there if chance >= threshold)
    wrong = len(falling) - bisect_left(sorted(falling), threshold)
    return Sure(threshold, right / max(1, len(there)), wrong / max(1, many))


def at_share(times: Sequence[float], share: float) -> float:
    """The time that so large a share of sorted ones does not exceed."""
    return times[min(len(times) - 1, int(len(times) * share))] if times else 0.0
