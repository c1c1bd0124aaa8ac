"""The figures as tables, as the reference pages print them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from benchmarks.matching.hits import Question
from benchmarks.matching.queries import INDEPENDENT, SAME_WRONG
from benchmarks.matching.score import Hits, Part, Score, parts, scored, together, wrongly_sure

WORST_CUSTOM: Final = 0.02  # below the mean, in the first five
_ENOUGH: Final = 100  # so many asked before a custom is held to that


@dataclass(frozen=True)
class Line:
    """A figure, how it is said, and its bound: at least or at most so much; None without one."""

    what: str
    value: float
    said: str
    bound: float | None = None
    at_most: bool = False

    @property
    def kept(self) -> bool:
        """Whether the bound is kept."""
        if self.bound is None:
            return True
        return self.value <= self.bound if self.at_most else self.value >= self.bound


def lines_of(score: Score, groups: dict[str, tuple[int, float]] | None) -> list[Line]:
    """What must be reached, of one searcher."""
    found = [
        Line("right person first", score.first, percent(score.first), 0.97),
        Line("right person in the first five", score.five, percent(score.five), 0.985),
        Line(
            "right person first and surely, 1 % of the absent shown",
            score.sure.right, percent(score.sure.right), 0.88,
        ),
        Line(
            "right family first and surely, 1 % of the strangers shown",
            score.sure_family.right, percent(score.sure_family.right), 0.94,
        ),
        Line("ms for one, half", score.p50, f"{score.p50:.1f} ms", 4, at_most=True),
        Line("ms for one, 95 of 100", score.p95, f"{score.p95:.1f} ms", 12, at_most=True),
        Line("right family first", score.family_first, percent(score.family_first)),
        Line(
            "probability from which a person is sure", score.sure.threshold,
            f"{score.sure.threshold:.4f}",
        ),
        Line(
            "right family shown as surely, by its own word", score.shown.right,
            percent(score.shown.right),
        ),
        Line(
            "strangers shown a family, by its own word", score.shown.wrong,
            percent(score.shown.wrong),
        ),
    ]  # fmt: skip
    if groups:
        for kind, least in ((INDEPENDENT, 0.997), (SAME_WRONG, 0.985)):
            many, right = groups[kind]
            found.append(Line(f"family first, {kind} ({many:,})", right, percent(right), least))
    return found


def figures(found: Sequence[Line], others: dict[str, list[Line]]) -> str:
    """The table of the issue: ours with its bounds, beside the others."""
    names = list(others)
    rows = [["", "ours", "bound", *names]]
    for line in found:
        beside = []
        for name in names:
            same = [other.said for other in others[name] if other.what == line.what]
            beside.append(same[0] if same else "–")
        rows.append([line.what, line.said, _bound(line), *beside])
    return markdown(rows)


def alone(found: Sequence[Line]) -> str:
    """A rival's figures by themselves; nothing is asked of it."""
    return markdown([["", "it"], *([line.what, line.said] for line in found)])


def split(
    questions: Sequence[Question], hits: Hits, beside: dict[str, Hits],
    of: Callable[[Question], str], head: str,
) -> str:  # fmt: skip
    """By custom or by kind: ours, and how often the others have the right person first."""
    others = {name: {p.name: p for p in parts(questions, h, of)} for name, h in beside.items()}
    rows = [[head, "asked", "first", "in five", "family first", *(f"{n} first" for n in others)]]
    rows.append(_mean(questions, hits, {name: scored(questions, h) for name, h in beside.items()}))
    for part in parts(questions, hits, of):
        row = [
            part.name,
            f"{part.asked:,}",
            *map(percent, (part.first, part.five, part.family_first)),
        ]
        rows.append(row + [percent(them[part.name].first) for them in others.values()])
    return markdown(rows)


def _mean(questions: Sequence[Question], hits: Hits, others: dict[str, Score]) -> list[str]:
    all_ = scored(questions, hits)
    ours = map(percent, (all_.first, all_.five, all_.family_first))
    return ["all", f"{all_.asked:,}", *ours, *(percent(one.first) for one in others.values())]


def absent(questions: Sequence[Question], hits: Hits) -> str:
    """By kind of absence: how often somebody is shown surely."""
    sure = scored(questions, hits).sure
    rows = [["not there", "asked", "somebody surely"]]
    rows += [
        [kind, f"{many:,}", percent(share)]
        for kind, many, share in wrongly_sure(questions, hits, sure)
    ]
    return markdown(rows)


def worst_custom(questions: Sequence[Question], hits: Hits) -> Line:
    """How far the poorest custom lies below the mean in the first five."""
    mean = scored(questions, hits).five
    held = [p for p in parts(questions, hits, lambda one: one.custom) if p.asked >= _ENOUGH]
    worst: Part | None = held[0] if held else None
    gap = mean - worst.five if worst else 0.0
    said = f"{gap * 100:.1f} points ({worst.name})" if worst else "–"
    return Line("poorest custom below the mean, in the first five", gap, said, WORST_CUSTOM, True)


def groups_of(questions: Sequence[Question], hits: Hits) -> dict[str, tuple[int, float]] | None:
    """Together figures, or None where nobody was asked together."""
    return together(questions, hits) if any(one.group for one in questions) else None


def percent(share: float) -> str:
    """A share as it is printed."""
    return f"{share * 100:.1f} %"


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """Rows as a table; the first is its head."""
    head, *rest = rows
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rest)])


def _bound(line: Line) -> str:
    if line.bound is None:
        return ""
    sign = "≤" if line.at_most else "≥"
    number = f"{line.bound:g} ms" if line.said.endswith("ms") else f"{line.bound * 100:g} %"
    return f"{sign} {number}{'' if line.kept else ', not kept'}"
