"""The outline round those who live together: one for each home, never round anybody else."""

from dataclasses import dataclass
from itertools import pairwise

from hub.ui.pictures.values import Line

Point = tuple[int, int]


@dataclass(frozen=True)
class Box:
    """The room one person takes, or several next to each other."""

    left: int
    top: int
    right: int
    bottom: int


def ring(rows: list[list[tuple[int, Box]]], home: frozenset[int], inset: int) -> list[Line]:
    """The outlines of a home. Takes the rows with everybody's box, from left to right; those who
    stand next to each other share one outline, and two rows are joined where they overlap."""
    runs = [_runs(row, home, inset) for row in rows]
    boxes = [box for row in runs for box in row]
    for above, below in pairwise(runs):
        for upper in above:
            for lower in below:
                left, right = max(upper.left, lower.left), min(upper.right, lower.right)
                if right - left > 2 * 8:
                    boxes.append(Box(left, upper.bottom, right, lower.top))
    return [Line("home", points) for points in _outlines(boxes)]


def _runs(row: list[tuple[int, Box]], home: frozenset[int], inset: int) -> list[Box]:
    found: list[Box] = []
    beside = False
    for person, box in row:
        if person not in home:
            beside = False
            continue
        here = Box(box.left + inset, box.top + inset, box.right - inset, box.bottom - inset)
        if beside:
            last = found.pop()
            here = Box(
                last.left, min(last.top, here.top), here.right, max(last.bottom, here.bottom)
            )
        found.append(here)
        beside = True
    return found


def _outlines(boxes: list[Box]) -> list[tuple[Point, ...]]:
    """The edges of everything the boxes cover, followed round from corner to corner."""
    xs = sorted({x for box in boxes for x in (box.left, box.right)})
    ys = sorted({y for box in boxes for y in (box.top, box.bottom)})
    covered = {
        (i, j)
        for i in range(len(xs) - 1)
        for j in range(len(ys) - 1)
        if any(
            b.left <= xs[i] and xs[i + 1] <= b.right and b.top <= ys[j] and ys[j + 1] <= b.bottom
            for b in boxes
        )
    }
    edges: dict[Point, list[Point]] = {}
    for i, j in sorted(covered):  # clockwise, the covered side on the right
        around = [
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        ]
        for beyond, start, end in around:
            if beyond not in covered:
                edges.setdefault(start, []).append(end)
    found = []
    while edges:
        start = min(edges)
        path = [start]
        while True:
            ends = edges[path[-1]]
            following = ends.pop(0)
            if not ends:
                del edges[path[-1]]
            path.append(following)
            if following == start:
                break
        found.append(tuple((xs[i], ys[j]) for i, j in path))
    return found
