"""The family tree's drawing: whole, legible and always alike, whatever is recorded."""

import sys
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.ui.components.genogram.examples import EVERY_SIGN, THREE_GENERATIONS
from hub.ui.pictures.genogram import draw_genogram
from hub.ui.pictures.values import Bond, Drawing, Family, Line, Shape, Somebody, Tie
from tests.ui.pictures.worlds import by_name, families, grown, room

TRIED = settings(max_examples=25, deadline=None)
PARENTS = (Somebody(1, "Ana", date(1990, 1, 1)), Somebody(2, "Ben", date(1989, 1, 1)))


def child(number: int, born: int, name: str = "") -> Somebody:
    return Somebody(number, name or f"Child {number}", date(born, 1, 1), True, child=True)


def of_both(*children: int) -> tuple[tuple[int, int, Tie], ...]:
    return tuple((adult, each, Tie.BIRTH) for each in children for adult in (1, 2))


def kinds(drawing: Drawing) -> set[str]:
    return {line.kind for line in drawing.lines}


@TRIED
@given(families())
def test_everybody_is_drawn_once_and_nobody_over_another(family: Family) -> None:
    drawing = draw_genogram(family)

    assert len(drawing.symbols) == len(family.people)
    assert set(by_name(drawing)) == {person.name.split()[-1] for person in family.people}
    for one, other in combinations(map(room, drawing.symbols), 2):
        apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
        assert apart
    for left, top, right, bottom in map(room, drawing.symbols):
        assert 0 <= left < right <= drawing.width
        assert 0 <= top < bottom <= drawing.height


@TRIED
@given(families())
def test_every_line_ends_at_a_symbol_or_at_another_line(family: Family) -> None:
    drawing = draw_genogram(family)

    for line in (line for line in drawing.lines if line.kind != "slash"):
        for point in (line.points[0], line.points[-1]):
            near = [other for other in drawing.lines if other is not line and on(point, other)]
            assert near or any(touches(point, symbol.x, symbol.y) for symbol in drawing.symbols)
            assert 0 <= point[0] <= drawing.width
            assert 0 <= point[1] <= drawing.height


def on(point: tuple[int, int], line: Line) -> bool:
    """Whether a point lies on a line, within what rounding moves it."""
    (x, y), ((ax, ay), (bx, by)) = point, line.points
    inside = min(ax, bx) - 10 <= x <= max(ax, bx) + 10 and min(ay, by) - 2 <= y <= max(ay, by) + 2
    return inside and (ax == bx or ay == by or point in line.points)


def touches(point: tuple[int, int], x: int, y: int) -> bool:
    return abs(point[0] - x) <= 29 and abs(point[1] - y) <= 29


@TRIED
@given(grown())
def test_children_stand_below_their_parents_and_by_age(family: Family) -> None:
    drawing = draw_genogram(family)

    where = by_name(drawing)
    at = {person.id: where[person.name.split()[-1]] for person in family.people}
    born = {person.id: person.born for person in family.people}
    children: dict[frozenset[int], list[int]] = {}
    for person in family.people:
        parents = [adult for adult, below, _ in family.raised if below == person.id]
        assert all(at[parent].y < at[person.id].y for parent in parents)
        if parents:
            children.setdefault(frozenset(parents), []).append(person.id)
    for born_in_order in children.values():
        for elder, younger in pairwise(born_in_order):
            if born[elder] == born[younger]:
                continue
            assert at[elder].y != at[younger].y or at[elder].x < at[younger].x


@TRIED
@given(families(), st.randoms(use_true_random=False))
def test_neither_ids_nor_the_order_of_rows_change_the_drawing(family: Family, by: object) -> None:
    new = {person.id: 9_000 - place * 3 for place, person in enumerate(family.people)} | {5: 6}
    told = list(family.raised)
    closest = {fact[:2]: fact for fact in told}  # one fact a pair: which of two is a choice
    again = Family(
        tuple(replace(person, id=new[person.id]) for person in reversed(family.people)),
        tuple((new[a], new[b], tie) for a, b, tie in reversed(list(closest.values()))),
        siblings=tuple((new[b], new[a]) for a, b in reversed(family.siblings)),
        homes=tuple(frozenset(new[p] for p in home) for home in reversed(family.homes)),
    )

    first = replace(family, raised=tuple(closest.values()), couples=())

    assert draw_genogram(again) == draw_genogram(first)


@pytest.mark.requirement("S3")
@TRIED
@given(families(), st.data())
def test_facts_about_somebody_who_is_not_shown_leave_no_mark(
    family: Family, data: st.DataObject
) -> None:
    kept = data.draw(st.sampled_from(family.people)).id
    shown = tuple(person for person in family.people if person.id != kept)

    never_there = Family(
        shown,
        tuple(fact for fact in family.raised if kept not in fact[:2]),
        tuple(couple for couple in family.couples if kept not in couple[:2]),
        tuple(pair for pair in family.siblings if kept not in pair),
        tuple(home - {kept} for home in family.homes),
    )

    assert draw_genogram(replace(family, people=shown)) == draw_genogram(never_there)


def test_each_a_parent_of_the_other_is_drawn_once_and_counted() -> None:
    drawing = draw_genogram(Family(PARENTS, ((1, 2, Tie.BIRTH), (2, 1, Tie.BIRTH))))

    assert drawing.left_out == 1
    assert by_name(drawing)["Ben"].y < by_name(drawing)["Ana"].y


def test_cousins_who_have_a_child_are_drawn_whole() -> None:
    elders = [Somebody(n, f"P {n}", date(1940 + n, 1, 1)) for n in range(1, 6)]
    ties = [(1, 2), (1, 3), (2, 4), (3, 5), (4, 6), (5, 6)]
    raised = tuple((a, b, Tie.BIRTH) for a, b in ties)

    drawing = draw_genogram(Family((*elders, child(6, 2015)), raised))

    rows = sorted({symbol.y for symbol in drawing.symbols})
    assert [rows.index(by_name(drawing)[str(n)].y) for n in range(1, 7)] == [0, 1, 1, 2, 2, 3]
    assert drawing.left_out == 0


@pytest.mark.requirement("3.10")
def test_three_generations_stand_in_three_rows_with_couples_side_by_side() -> None:
    drawing = draw_genogram(THREE_GENERATIONS)
    where = by_name(drawing)

    assert drawing.generations == 3
    assert len({symbol.y for symbol in drawing.symbols}) == 3
    assert {"married", "divorced", "partners", "slash"} <= kinds(drawing)
    assert sum(line.kind == "slash" for line in drawing.lines) == 2
    assert where["Pryce"].y < where["Rees"].y


def test_twins_leave_the_line_of_their_parents_at_one_point() -> None:
    twins = (child(3, 2012), child(4, 2015, "Twin one"), child(5, 2015, "Twin two"))

    drawing = draw_genogram(Family((*PARENTS, *twins), of_both(3, 4, 5)))

    starts = [line.points[0] for line in drawing.lines if line.points[0][0] != line.points[1][0]]
    down = [point for point in starts if starts.count(point) == 2]
    assert len(down) == 2


def test_half_siblings_hang_from_their_own_parents() -> None:
    other = Somebody(6, "Cal", date(1985, 1, 1))
    people = (*PARENTS, other, child(3, 2012), child(4, 2018))
    raised = (*of_both(3), (1, 4, Tie.BIRTH), (6, 4, Tie.BIRTH))

    drawing = draw_genogram(Family(people, raised))

    where = by_name(drawing)
    assert where["Ben"].y == where["Ana"].y == where["Cal"].y
    between = sorted((where["Ben"].x, where["Ana"].x, where["Cal"].x))
    assert between[1] == where["Ana"].x
    assert sum(line.kind == "parents" for line in drawing.lines) == 2


@pytest.mark.parametrize(
    ("tie", "kind"),
    [
        (Tie.BIRTH, "birth"),
        (Tie.ADOPTED, "adopted"),
        (Tie.CARER, "carer"),
        (Tie.STEP, "step"),
        (Tie.GUARDIAN, "guardian"),
    ],
)
def test_each_tie_has_a_line_of_its_own(tie: Tie, kind: str) -> None:
    drawing = draw_genogram(Family((PARENTS[0], child(3, 2015)), ((1, 3, tie),)))

    assert kind in kinds(drawing)
    beside = [line for line in drawing.lines if line.kind == "birth"]
    assert bool(beside) == (tie in (Tie.BIRTH, Tie.ADOPTED))


def test_a_step_parent_beside_the_parent_needs_no_line_to_the_child() -> None:
    raised = ((1, 3, Tie.BIRTH), (2, 3, Tie.STEP))
    alone = draw_genogram(Family((*PARENTS, child(3, 2015)), raised))
    beside = draw_genogram(Family((*PARENTS, child(3, 2015)), raised, ((1, 2, Bond.PARTNERS),)))

    assert "step" in kinds(alone)
    assert "step" not in kinds(beside)
    assert "partners" in kinds(beside)


def test_a_grandparent_whose_child_is_not_there_stands_two_rows_up() -> None:
    people = (*PARENTS, Somebody(9, "Gran", date(1950, 1, 1)), child(3, 2015))

    drawing = draw_genogram(Family(people, (*of_both(3), (9, 3, Tie.GRANDPARENT))))

    rows = sorted({symbol.y for symbol in drawing.symbols})
    assert by_name(drawing)["Gran"].y == rows[0]
    assert by_name(drawing)["Ana"].y == rows[1]
    assert "grandparent" in kinds(drawing)


def test_a_grandparent_whose_child_is_drawn_has_no_second_line() -> None:
    people = (*PARENTS, Somebody(9, "Gran", date(1950, 1, 1)), child(3, 2015))
    raised = (*of_both(3), (9, 3, Tie.GRANDPARENT), (9, 1, Tie.BIRTH))

    assert "grandparent" not in kinds(draw_genogram(Family(people, raised)))


def test_brothers_and_sisters_without_a_parent_here_hang_from_one_line() -> None:
    drawing = draw_genogram(Family((child(3, 2012), child(4, 2015)), siblings=((3, 4),)))

    assert len(drawing.lines) == 3
    assert min(line.points[0][1] for line in drawing.lines) > 0


def test_the_outline_of_a_home_goes_round_those_who_live_there_and_nobody_else() -> None:
    people = (*PARENTS, child(3, 2012), child(4, 2015))
    drawing = draw_genogram(Family(people, of_both(3, 4), homes=(frozenset((1, 3)),)))

    where = by_name(drawing)
    corners = [point for ring in drawing.rings for point in ring.points]
    assert all(ring.points[0] == ring.points[-1] for ring in drawing.rings)
    for name in ("Ana", "3"):
        assert any(inside(where[name].x, where[name].y, ring) for ring in drawing.rings)
    for name in ("Ben", "4"):
        assert not any(inside(where[name].x, where[name].y, ring) for ring in drawing.rings)
    assert corners


def inside(x: int, y: int, ring: Line) -> bool:
    """Whether a point is in an outline: a line to the left crosses it an odd number of times."""
    crossed = [
        ax
        for (ax, ay), (bx, by) in pairwise(ring.points)
        if ax == bx and ax < x and min(ay, by) <= y < max(ay, by)
    ]
    return len(crossed) % 2 == 1


def test_who_died_and_who_is_not_recorded_have_their_signs() -> None:
    drawing = draw_genogram(EVERY_SIGN)

    assert {symbol.shape for symbol in drawing.symbols} == set(Shape)
    assert [symbol.names for symbol in drawing.symbols if symbol.died] == [
        ("Omar",),
        ("Not to be",),
    ]


def test_an_empty_family_is_an_empty_drawing() -> None:
    drawing = draw_genogram(Family())

    assert (drawing.symbols, drawing.lines, drawing.rings) == ((), (), ())


def test_forty_people_who_are_all_related_are_drawn_at_once() -> None:
    few, twenty = counted(20)
    many, forty = counted(40)

    assert (len(twenty.symbols), len(forty.symbols)) == (20, 40)
    assert many < 8 * few  # less than by the third power of how many there are
    assert many < 6_000_000  # a second or two; clocks are for benchmarks


def counted(size: int) -> tuple[int, Drawing]:
    """How many calls it takes to draw so many people, each the parent of the next eight."""
    people = tuple(Somebody(n, f"Person {n}", date(1902 + 2 * n, 1, 1)) for n in range(size))
    near = ((a, b) for a in range(size) for b in range(a + 1, min(a + 9, size)))
    family = Family(people, tuple((a, b, Tie.BIRTH) for a, b in near))
    events: list[str] = []
    sys.setprofile(lambda frame, event, called: events.append(event))
    try:
        drawing = draw_genogram(family)
    finally:
        sys.setprofile(None)
    return sum(event in ("call", "c_call") for event in events), drawing
