"""Who stands left of whom in each row: by age, couples together, few lines crossing."""

from dataclasses import dataclass, field
from itertools import pairwise

from hub.ui.pictures.values import Descent, Kin, Shape

SWEEPS = 8
WORK = 200_000  # pairs of lines looked at for one drawing; a family of twelve needs a tenth


@dataclass
class Order:
    """The rows from left to right. A number past the last person is a gap kept free in a row for
    a line that passes; `passes` names those of each descent, from above."""

    kin: Kin
    rows: list[list[int]] = field(default_factory=list)
    passes: dict[Descent, list[int]] = field(default_factory=dict)

    def level(self, descent: Descent) -> int:
        """The row its parents stand in; for brothers and sisters alone, the one above them."""
        first = descent.parents[0] if descent.parents else None
        below = self.kin.row[descent.children[0][0]]
        return self.kin.row[first] if first is not None else below - 1


def in_order(kin: Kin) -> Order:
    """The rows of a family: first family by family, then better by swapping neighbours."""
    order = Order(kin, [[] for _ in range(max(kin.row, default=-1) + 1)])
    following = len(kin.people)
    for descent in kin.descents:
        between = kin.row[descent.children[0][0]] - order.level(descent) - 1
        order.passes[descent] = list(range(following, following + between))
        following += between
    _Placing(order).place_all()
    _by_age(order)
    _improve(order)
    return order


class _Placing:
    """Walks a family from its ancestors down, couple by couple, and puts each in its row once."""

    def __init__(self, order: Order) -> None:
        self.order, self.kin = order, order.kin
        self.placed: set[int] = set()
        self.begun: set[Descent] = set()

    def place_all(self) -> None:
        people = range(len(self.kin.people))
        joined = {p for d in self.kin.descents for p in (*d.parents, *(c for c, _ in d.children))}
        joined |= {person for bond in self.kin.bonds for person in bond}
        first = sorted(people, key=lambda p: (p not in joined, self.kin.row[p], _side(self.kin, p)))
        for person in first:
            self.visit(self.top_of(person))
        for person in people:
            self.visit(person)

    def top_of(self, person: int) -> int:
        """The first ancestor who is not placed and has nobody above who is not."""
        for descent in self.kin.descents:
            if descent.parents and any(child == person for child, _ in descent.children):
                free = [parent for parent in descent.parents if parent not in self.placed]
                if free:
                    return self.top_of(free[0])
        return person

    def visit(self, person: int) -> None:
        """Place somebody with the partners who have nobody above to hang from; then their children,
        then the families that other partners come from."""
        if person in self.placed:
            return
        self.placed.add(person)
        beside, waiting = [person], list[int]()
        for one in (following := [person]):
            for partner in self.partners(one):
                if partner in self.placed:
                    continue
                if self.top_of(partner) != partner:
                    waiting.append(partner)
                    continue
                self.placed.add(partner)
                following.append(partner)
                left = _side(self.kin, partner) < _side(self.kin, one) or len(beside) > 1
                beside.insert(0 if one == beside[0] and left else len(beside), partner)
        self.order.rows[self.kin.row[person]] += beside
        for parent in beside:
            self.below(parent)
        for partner in waiting:
            self.visit(self.top_of(partner))

    def below(self, parent: int) -> None:
        for descent in self.kin.descents:
            alone = any(child == parent for child, _ in descent.children) and not descent.parents
            if (parent in descent.parents or alone) and descent not in self.begun:
                self.begun.add(descent)
                level = self.order.level(descent)
                for step, gap in enumerate(self.order.passes[descent], level + 1):
                    self.order.rows[step].append(gap)
                for child, _ in descent.children:
                    self.visit(child)

    def partners(self, person: int) -> list[int]:
        return [a + b - person for a, b in self.kin.bonds if person in (a, b)]


def _side(kin: Kin, person: int) -> tuple[int, int]:
    """A man's square stands left of a woman's circle, as the convention has it."""
    return (kin.people[person].shape == Shape.CIRCLE, person)


def _by_age(order: Order) -> None:
    """Let children of one line change places until they stand by age, who may have been placed
    before as somebody's partner."""
    place = {person: at for row in order.rows for at, person in enumerate(row)}
    moved = True
    while moved:
        moved = False
        for descent in order.kin.descents:
            children = [child for child, _ in descent.children]
            places = sorted(place[child] for child in children)
            for child, at in zip(children, places, strict=True):
                moved = moved or place[child] != at
                place[child] = at
    for row in order.rows:
        row.sort(key=place.__getitem__)


def _improve(order: Order) -> None:
    """Swap neighbours while that brings couples together or takes crossings away."""
    lines = len(order.kin.people) + sum(map(len, order.passes.values()))
    tried, most, best = 0, WORK // max(lines * lines, 300), _cost(order)
    for _ in range(SWEEPS):
        before = best
        for row in order.rows:
            for at in range(len(row) - 1):
                if tried >= most or not _may_swap(order.kin, row[at], row[at + 1]):
                    continue
                tried += 1
                row[at], row[at + 1] = row[at + 1], row[at]
                cost = _cost(order)
                if cost < best:
                    best = cost
                else:
                    row[at], row[at + 1] = row[at + 1], row[at]
        if best == before:
            return


def _may_swap(kin: Kin, left: int, right: int) -> bool:
    """Not two children of one line who stand by age."""
    for descent in kin.descents:
        children = [child for child, _ in descent.children]
        if left in children and right in children:
            return False
    return True


def _cost(order: Order) -> float:
    """What is bad about an order: couples apart, long lines, and most of all lines that cross."""
    place = {person: at for row in order.rows for at, person in enumerate(row)}
    middle = {p: at - len(row) / 2 for row in order.rows for p, at in ((p, place[p]) for p in row)}
    cost = 0.0
    for a, b in order.kin.bonds:
        left, right = sorted((a, b), key=place.__getitem__)
        cost += 4 * (place[right] - place[left] - 1)
        cost += 0.5 * (_side(order.kin, right)[0] < _side(order.kin, left)[0])
    lines: dict[int, list[tuple[float, float]]] = {}
    for descent in order.kin.descents:
        level = order.level(descent)
        start = [place[parent] for parent in descent.parents]
        children = [place[child] for child, _ in descent.children]
        chain = [sum(start or children) / len(start or children)]
        chain += [place[gap] for gap in order.passes[descent]]
        for step, (above, below) in enumerate(pairwise(chain)):
            lines.setdefault(level + step, []).append((above, below))
        last = level + len(chain) - 1
        lines.setdefault(last, []).extend((chain[-1], child) for child in children)
        cost += max(children) - min(children) + 1 - len(children)  # others between them
        ends = [middle[child] for child, _ in descent.children]
        if start:
            above = sum(middle[p] for p in descent.parents) / len(start)
            cost += 0.2 * abs(above - sum(ends) / len(ends))
    return cost + 3 * sum(_crossings(between) for between in lines.values())


def _crossings(lines: list[tuple[float, float]]) -> int:
    lines = sorted(lines)
    return sum(1 for at, (a, b) in enumerate(lines) for c, d in lines[at + 1 :] if a < c and d < b)
