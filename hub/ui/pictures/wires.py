"""The lines of a genogram: couples, children, each in a track of its own between two rows."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from hub.ui.pictures.across import GAP, SYMBOL
from hub.ui.pictures.order import Order
from hub.ui.pictures.values import Bond, Descent, Line, Tie

HALF = SYMBOL // 2
TRACK = 14  # between two lines that run beside each other
BESIDE = 10  # between two lines that leave the same symbol
SECOND = 5  # between the two lines of an adopted child
SLASH = 9


@dataclass
class Wire:
    """A line across the space under a row, from where it comes to where it goes."""

    source: float
    targets: list[float]
    track: int = 0
    room: tuple[float, float] = (0.0, 0.0)  # how far left and right the source may move

    @property
    def left(self) -> float:
        return min(self.source, *self.targets)

    @property
    def right(self) -> float:
        return max(self.source, *self.targets)


@dataclass
class Wiring:
    """Where every line of a drawing runs, before the heights of the rows are known."""

    order: Order
    at: dict[int, float]
    near: set[tuple[int, int]] = field(default_factory=set)  # couples nobody stands between
    far: dict[int, list[tuple[tuple[int, int], Wire]]] = field(default_factory=dict)
    falls: dict[int, list[Wire]] = field(default_factory=dict)
    runs: dict[Descent, list[Wire]] = field(default_factory=dict)
    starts: dict[Descent, float] = field(default_factory=dict)
    tops: dict[tuple[Descent, int], float] = field(default_factory=dict)

    def tracks(self, row: int) -> tuple[int, int]:
        """How many tracks run under a row: for couples apart, and for children."""
        couples = [wire.track + 1 for _, wire in self.far.get(row, ())]
        children = [wire.track + 1 for wire in self.falls.get(row, ())]
        return max(couples, default=0), max(children, default=0)


def wired(order: Order, at: dict[int, float]) -> Wiring:
    """All lines with their tracks, from the places of everybody."""
    wiring = Wiring(order, at)
    _couples(wiring)
    _bottoms(wiring)
    _tops(wiring)
    _falls(wiring)
    for wires in (
        *([wire for _, wire in pairs] for pairs in wiring.far.values()),
        *wiring.falls.values(),
    ):
        _in_tracks(wires)
    return wiring


def _couples(wiring: Wiring) -> None:
    for row, people in enumerate(wiring.order.rows):
        place = {person: at for at, person in enumerate(people)}
        apart = []
        for a, b in wiring.order.kin.bonds:
            if a in place and b in place:
                left, right = sorted((a, b), key=place.__getitem__)
                if place[right] - place[left] == 1:
                    wiring.near.add((a, b))
                else:
                    apart.append((a, b))
        wiring.far[row] = [(pair, Wire(0.0, [0.0])) for pair in apart]


def _bottoms(wiring: Wiring) -> None:
    """Where under somebody each of their lines begins: to a partner further off, to children."""
    leaving: dict[int, list[tuple[float, Wire | Descent]]] = {}
    for pairs in wiring.far.values():
        for (a, b), wire in pairs:
            leaving.setdefault(a, []).append((wiring.at[b], wire))
            leaving.setdefault(b, []).append((wiring.at[a], wire))
    for descent in wiring.order.kin.descents:
        if len(descent.parents) == 1:
            below = [wiring.at[child] for child, _ in descent.children]
            leaving.setdefault(descent.parents[0], []).append((sum(below) / len(below), descent))
    ends: dict[int, list[float]] = {}
    for person, lines in leaving.items():
        for place, (_, line) in enumerate(sorted(lines, key=lambda line: line[0])):
            x = wiring.at[person] + _beside(place, len(lines))
            if isinstance(line, Descent):
                wiring.starts[line] = x
            else:
                ends.setdefault(id(line), []).append(x)
                line.source, line.targets = min(ends[id(line)]), [max(ends[id(line)])]


def _beside(place: int, count: int) -> float:
    """How far from the middle one of several lines at a symbol is, within its width."""
    return (place - (count - 1) / 2) * min(BESIDE, (SYMBOL - 12) / max(count, 1))


def _tops(wiring: Wiring) -> None:
    """Where on top of a child each of its lines ends."""
    into: dict[int, list[Descent]] = {}
    for descent in wiring.order.kin.descents:
        for child, _ in descent.children:
            into.setdefault(child, []).append(descent)
    for child, descents in into.items():
        ordered = sorted(descents, key=lambda d: _middle(wiring, d))
        for place, descent in enumerate(ordered):
            wiring.tops[descent, child] = wiring.at[child] + _beside(place, len(ordered))


def _middle(wiring: Wiring, descent: Descent) -> float:
    people = descent.parents or [child for child, _ in descent.children]
    return sum(wiring.at[person] for person in people) / len(people)


def _falls(wiring: Wiring) -> None:
    """The wires of every descent: from the parents by the gaps kept free to the children."""
    for descent in wiring.order.kin.descents:
        row, (source, room) = wiring.order.level(descent), _start(wiring, descent)
        for gap in wiring.order.passes[descent]:
            _add(wiring, descent, row, Wire(source, [wiring.at[gap]], room=room))
            row, source, room = row + 1, wiring.at[gap], (GAP, GAP)
        _add(wiring, descent, row, Wire(source, list(_leaves(wiring, descent).values()), room=room))
    for wires in wiring.falls.values():
        for wire in wires:
            _keep_clear(wire, wires)
    for runs in wiring.runs.values():
        for above, below in pairwise(runs):
            above.targets = [below.source]


def _add(wiring: Wiring, descent: Descent, row: int, wire: Wire) -> None:
    wiring.falls.setdefault(row, []).append(wire)
    wiring.runs.setdefault(descent, []).append(wire)


def _start(wiring: Wiring, descent: Descent) -> tuple[float, tuple[float, float]]:
    """Where the line to the children leaves, between two parents or under one, and how far it may
    move to the left and right."""
    for pair, wire in wiring.far.get(wiring.order.level(descent), ()):
        if pair == descent.parents:
            below = [wiring.at[child] for child, _ in descent.children]
            inside = wire.left + BESIDE, wire.right - BESIDE
            x = min(max(sum(below) / len(below), inside[0]), inside[1])
            return x, (x - wire.left, wire.right - x)
    if descent not in wiring.starts:
        return _middle(wiring, descent), (GAP, GAP)
    x = wiring.starts[descent]
    off = x - wiring.at[descent.parents[0]]
    return x, (HALF + off - 2, HALF - off - 2)


def _keep_clear(wire: Wire, wires: list[Wire]) -> None:
    """Move where a line comes down by a little, so that it runs on no other."""
    taken = [x for other in wires if other is not wire for x in (other.source, *other.targets)]
    for step in (0, 6, -6, 12, -12, 18, -18):
        left, right = wire.room
        if -left <= step <= right and all(abs(wire.source + step - x) >= SECOND for x in taken):
            wire.source += step
            return


def _in_tracks(wires: list[Wire]) -> None:
    """Give each wire the first track in which it meets no other."""
    ends: list[float] = []
    for wire in sorted(wires, key=lambda w: (w.left, w.right)):
        free = [track for track, end in enumerate(ends) if end + TRACK < wire.left]
        wire.track = free[0] if free else len(ends)
        ends[wire.track :] = [wire.right, *ends[wire.track + 1 :]]


@dataclass(frozen=True)
class Heights:
    """Where rows and tracks lie: the middle of a row's symbols, and each track under it."""

    symbol: Callable[[int], float]
    couple: Callable[[int, int], float]
    child: Callable[[int, int], float]


def lines_of(wiring: Wiring, heights: Heights) -> list[Line]:
    """Every line as points, once the heights are known."""
    lines, at = [], wiring.at
    for a, b in sorted(wiring.near):
        left, right = sorted((a, b), key=at.__getitem__)
        y = heights.symbol(wiring.order.kin.row[a])
        lines += _bond(wiring.order.kin.bonds[a, b], at[left] + HALF, at[right] - HALF, y)
    for row, pairs in wiring.far.items():
        for pair, wire in pairs:
            y, top = heights.couple(row, wire.track), heights.symbol(row) + HALF
            kind = wiring.order.kin.bonds[pair]
            lines += [_line(kind, (x, top), (x, y)) for x in (wire.left, wire.right)]
            lines += _bond(kind, wire.left, wire.right, y)
    for descent in wiring.order.kin.descents:
        lines += _descent(wiring, heights, descent)
    return lines


def _bond(kind: Bond, left: float, right: float, y: float) -> list[Line]:
    """A couple's line, with one slash when they are separated, two when divorced."""
    found = [_line(kind, (left, y), (right, y))]
    slashes = {Bond.SEPARATED: 1, Bond.DIVORCED: 2}.get(kind, 0)
    for place in range(slashes):
        x = left + (right - left) / 4 + place * SLASH
        found.append(_line("slash", (x - 4, y + SLASH), (x + 4, y - SLASH)))
    return found


def _descent(wiring: Wiring, heights: Heights, descent: Descent) -> list[Line]:
    lines, row = [], wiring.order.level(descent)
    wires = wiring.runs[descent]
    ties = {tie for _, tie in descent.children}
    stem = ties.pop() if len(ties) == 1 else Tie.BIRTH
    stem = Tie.BIRTH if stem == Tie.ADOPTED else stem
    y = _from(wiring, heights, descent)
    for wire in wires:
        bar = heights.child(row, wire.track)
        if descent.parents:
            lines.append(_line(stem, (wire.source, y), (wire.source, bar)))
        # Without parents nothing comes down to the bar, so it reaches from child to child only.
        reach = [*wire.targets, *([wire.source] if descent.parents else [])]
        if min(reach) != max(reach):
            lines.append(_line(stem, (min(reach), bar), (max(reach), bar)))
        y, row = bar, row + 1
        if wire is not wires[-1]:
            continue
        lines += _to_children(wiring, descent, bar, heights.symbol(row) - HALF)
    return lines


def _from(wiring: Wiring, heights: Heights, descent: Descent) -> float:
    """The height at which the line to the children begins."""
    row = max(wiring.order.level(descent), 0)
    for pair, wire in wiring.far.get(row, ()):
        if pair == descent.parents:
            return heights.couple(row, wire.track)
    near = descent.parents in wiring.near
    return heights.symbol(row) + (0 if near else HALF)


def _leaves(wiring: Wiring, descent: Descent) -> dict[int, float]:
    """Where each child's line leaves the bar: twins' lines at one point."""
    people = wiring.order.kin.people
    tops = {child: wiring.tops[descent, child] for child, _ in descent.children}
    born: dict[object, list[int]] = {}
    for child in tops:
        who = people[child]
        born.setdefault(who.born if who.exact and who.born else child, []).append(child)
    return {
        child: sum(tops[twin] for twin in twins) / len(twins)
        for twins in born.values()
        for child in twins
    }


def _to_children(wiring: Wiring, descent: Descent, bar: float, top: float) -> list[Line]:
    lines, leaves = [], _leaves(wiring, descent)
    for child, tie in descent.children:
        x = wiring.tops[descent, child]
        lines.append(_line(tie, (leaves[child], bar), (x, top)))
        if tie == Tie.ADOPTED:
            lines.append(_line(Tie.BIRTH, (leaves[child] + SECOND, bar), (x + SECOND, top)))
    return lines


def _line(kind: str, *points: tuple[float, float]) -> Line:
    return Line(str(kind), tuple((round(x), round(y)) for x, y in points))
