"""Draws a family tree as a genogram: plain values in, symbols and lines out, always alike."""

from itertools import accumulate

from hub.ui.pictures.across import SYMBOL, across, text_width, wrapped
from hub.ui.pictures.kinship import sort_out
from hub.ui.pictures.order import Order, in_order
from hub.ui.pictures.rings import Box, ring
from hub.ui.pictures.values import Drawing, Family, Line, Symbol
from hub.ui.pictures.wires import HALF, TRACK, Heights, Wiring, lines_of, wired

LINE = 20  # the height of a line of text
EDGE = 24  # kept free round everything
UNDER = 6  # between a symbol and its name
STEM = 22  # the least a line falls before it ends at a symbol
RING = 10  # how far round people the outline of their home runs
NEXT_RING = 4  # how much closer the outline of a second home runs


def draw_genogram(family: Family) -> Drawing:
    """The picture of a family. The same facts give the same picture, whatever their ids and
    order; facts that contradict each other are counted in `left_out` (3.10)."""
    kin = sort_out(family)
    order = in_order(kin)
    at = {person: round(x) + EDGE for person, x in across(order).items()}
    wiring = wired(order, dict(at))
    heights, bottom = _heights(order, wiring)
    symbols = [_symbol(order, at, heights, person) for person in range(len(kin.people))]
    boxes = [
        [(p, _box(symbols[p]) if p < len(symbols) else Box(0, 0, 0, 0)) for p in row]
        for row in order.rows
    ]
    rings: list[Line] = []
    for place, home in enumerate(kin.homes):
        rings += ring(boxes, home, min(place, 2) * NEXT_RING)
    lines = tuple(lines_of(wiring, heights))
    edges = [symbol.x + symbol.width // 2 for symbol in symbols]
    edges += [x for line in lines for x, _ in line.points]  # some go round the last symbol
    right = max(edges, default=0)
    return Drawing(
        width=right + EDGE,
        height=bottom,
        symbols=tuple(symbol for row in order.rows for symbol in _those(row, symbols)),
        lines=lines,
        rings=tuple(rings),
        generations=len(order.rows),
        left_out=kin.left_out,
    )


def _those(row: list[int], symbols: list[Symbol]) -> list[Symbol]:
    return [symbols[person] for person in row if person < len(symbols)]


def _heights(order: Order, wiring: Wiring) -> tuple[Heights, int]:
    """The heights of rows and tracks, and of the whole."""
    people = order.kin.people
    texts = [
        max(
            (
                len(wrapped(people[p].name)) + len(wrapped(people[p].note))
                for p in row
                if p < len(people)
            ),
            default=0,
        )
        * LINE
        + UNDER
        for row in order.rows
    ]
    couples = [wiring.tracks(row)[0] * TRACK for row in range(len(order.rows))]
    children = [wiring.tracks(row)[1] * TRACK for row in range(len(order.rows))]
    first = EDGE + HALF + wiring.tracks(-1)[1] * TRACK
    steps = [
        SYMBOL + text + couple + child + STEM + RING
        for text, couple, child in zip(texts, couples, children, strict=True)
    ]
    middles = list(accumulate(steps, initial=first))

    def text_ends(row: int) -> float:
        return middles[row] + HALF + texts[row] + RING

    def couple(row: int, track: int) -> float:
        return text_ends(row) + (track + 0.5) * TRACK

    def child(row: int, track: int) -> float:
        if row < 0:
            return EDGE - RING + track * TRACK
        return text_ends(row) + couples[row] + (track + 0.5) * TRACK

    last = len(order.rows) - 1
    bottom = text_ends(last) + couples[last] + EDGE if order.rows else 0
    return Heights(middles.__getitem__, couple, child), round(bottom)


def _symbol(order: Order, at: dict[int, int], heights: Heights, person: int) -> Symbol:
    who = order.kin.people[person]
    names, note = wrapped(who.name), wrapped(who.note)
    return Symbol(
        x=at[person],
        y=round(heights.symbol(order.kin.row[person])),
        shape=who.shape,
        age=who.age,
        died=who.died,
        names=names,
        note=note,
        width=max(SYMBOL, *(text_width(text) for text in ("", *names, *note))),
    )


def _box(symbol: Symbol) -> Box:
    """The room of a symbol with its texts, and the outline of a home round it."""
    half, texts = symbol.width // 2 + RING, len(symbol.names) + len(symbol.note)
    return Box(
        symbol.x - half,
        symbol.y - HALF - RING,
        symbol.x + half,
        symbol.y + HALF + UNDER + texts * LINE + RING // 2,
    )
