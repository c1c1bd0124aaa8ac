"""How far to the right each stands: parents above the middle of their children, nothing close."""

import unicodedata
from itertools import pairwise

from hub.ui.pictures.order import Order
from hub.ui.pictures.values import Descent

SYMBOL = 56
APART = 28  # between the texts of two neighbours
GAP = 12  # what a line that passes needs
ROUNDS = 12
LETTER, WIDE = 9, 16  # how wide a letter is drawn at most, in most scripts and in East Asian ones
LONGEST = 15  # letters a line, where a name has a place to break


def wrapped(words: str) -> tuple[str, ...]:
    """A name in lines, broken between its words, after a hyphen, and where a word has no end."""
    lines: list[str] = []
    for word in words.replace("-", "- ").split():
        room = lines and len(lines[-1]) + len(word) < LONGEST
        if room:
            lines[-1] += word if lines[-1].endswith("-") else f" {word}"
        else:
            lines += [word[at : at + 2 * LONGEST] for at in range(0, len(word), 2 * LONGEST)]
    return tuple(lines)


def text_width(line: str) -> int:
    """How wide a line of text is drawn at most; marks that sit on a letter take no room."""
    return sum(
        WIDE if unicodedata.east_asian_width(c) in "WF" else LETTER
        for c in line
        if not unicodedata.combining(c)
    )


def across(order: Order) -> dict[int, float]:
    """The middle of everybody and of every passing line, from the left edge of the first."""
    widths = _widths(order)
    close = {p: x for row in order.rows for p, x in _close(row, widths).items()}
    at = dict(close)
    for _ in range(ROUNDS):
        for row in order.rows[1:]:
            _stand(row, _wanted(order, row, at, close, down=True), close, at)
        for row in reversed(order.rows[:-1]):
            _stand(row, _wanted(order, row, at, close, down=False), close, at)
    first = min((at[p] - widths[p] / 2 for p in at), default=0.0)
    return {person: x - first for person, x in at.items()}


def _close(row: list[int], widths: dict[int, int]) -> dict[int, float]:
    """A row as close together as may be."""
    found, edge = {}, 0.0
    for person in row:
        found[person] = edge + widths[person] / 2
        edge += widths[person] + APART
    return found


def _widths(order: Order) -> dict[int, int]:
    people = order.kin.people
    return {
        p: max(
            SYMBOL, *(text_width(t) for t in (*wrapped(people[p].name), *wrapped(people[p].note)))
        )
        if p < len(people) and (people[p].name or people[p].note)
        else (SYMBOL if p < len(people) else GAP)
        for row in order.rows
        for p in row
    }


def _chain(order: Order, descent: Descent) -> list[list[int]]:
    """Parents, the gaps of each row between, children."""
    passes = [[gap] for gap in order.passes[descent]]
    return [list(descent.parents), *passes, [child for child, _ in descent.children]]


def _wanted(
    order: Order, row: list[int], at: dict[int, float], close: dict[int, float], *, down: bool
) -> dict[int, float]:
    """Where a row would stand for its parents' sake (down) or its children's: close together
    under the middle of the ones, or above that of the others."""
    within, pulls = set(row), dict[int, list[float]]()
    for descent in order.kin.descents:
        for above, below in pairwise(_chain(order, descent)):
            mine, others = (below, above) if down else (above, below)
            if mine and others and within.issuperset(mine):
                shift = _mean(others, at) - _mean(mine, close)
                for person in mine:
                    pulls.setdefault(person, []).append(shift)
    _with_their_own(order, within, pulls)
    return {p: close[p] + sum(pulls[p]) / len(pulls[p]) if p in pulls else at[p] for p in row}


def _with_their_own(order: Order, within: set[int], pulls: dict[int, list[float]]) -> None:
    """Who is pulled by nobody goes with a partner, else with brothers and sisters."""
    together = [list(pair) for pair in order.kin.bonds]
    together += [[child for child, _ in descent.children] for descent in order.kin.descents]
    for people in together:
        shifts = [shift for person in people for shift in pulls.get(person, ())]
        for person in people:
            if shifts and person in within and person not in pulls:
                pulls[person] = [sum(shifts) / len(shifts)]


def _mean(people: list[int], at: dict[int, float]) -> float:
    return sum(at[person] for person in people) / len(people)


def _stand(
    row: list[int], wanted: dict[int, float], close: dict[int, float], at: dict[int, float]
) -> None:
    """Put a row where it is wanted, in its order and far enough apart: those that would meet
    share what each wants (isotonic regression)."""
    blocks: list[tuple[float, int]] = []  # what is wanted over standing close, and by how many
    for person in row:
        total, count = wanted[person] - close[person], 1
        while blocks and blocks[-1][0] / blocks[-1][1] > total / count:
            before, several = blocks.pop()
            total, count = total + before, count + several
        blocks.append((total, count))
    shifts = [total / count for total, count in blocks for _ in range(count)]
    for person, shift in zip(row, shifts, strict=True):
        at[person] = close[person] + shift
