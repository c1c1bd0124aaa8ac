"""The map of who is affected by what: everything on it once, nothing on anything else."""

from itertools import pairwise

import pytest

from hub.ui.pictures.effects import EffectsMap, draw_effects

pytestmark = pytest.mark.requirement("3.7")
NAMES = {
    1: "Chidinma Okafor",
    2: "عبد الرحمن الحداد",
    3: "Maximilian-Bartholomew Featherstonehaugh",
    4: "Chidinma Okafor",  # of the same name, and somebody else
    5: "李小龍",
    6: "Ffion",
    7: "ليلى الحداد",
}
FORTY = tuple((a, b) for a in NAMES for b in NAMES if a != b)[:40]


def words(drawing: EffectsMap) -> list[str]:
    return [" ".join(text.words for text in box.texts) for box in drawing.boxes]


def test_each_stands_once_on_a_side_and_each_effect_has_its_number_and_its_arrow() -> None:
    drawing = draw_effects(NAMES, ((1, 2), (1, 7), (4, 2)))

    assert sorted(words(drawing)) == sorted(NAMES[who] for who in (1, 4, 2, 7))
    assert [number.words for number in drawing.numbers] == ["1", "2", "3"]
    assert len(drawing.lines) == 3 * 3
    assert {line.kind for line in drawing.lines} == {"affects"}


@pytest.mark.parametrize("effects", [FORTY, ((1, 2),), ((3, 5), (3, 6)), ()])
def test_nothing_lies_on_anything_else_and_all_is_within_the_picture(
    effects: tuple[tuple[int, int], ...],
) -> None:
    drawing = draw_effects(NAMES, effects)

    rows = sorted(number.y for number in drawing.numbers)
    assert all(below - above >= 32 for above, below in pairwise(rows))
    for one in drawing.boxes:
        assert 0 < one.left < one.left + one.width < drawing.width
        assert 0 <= one.top < one.top + one.height <= drawing.height
        assert all(one.top < text.y < one.top + one.height for text in one.texts)
        for other in drawing.boxes:
            apart = one.top + one.height < other.top or other.top + other.height < one.top
            assert one is other or one.left != other.left or apart
    ends = [line.points[-1] for line in drawing.lines[1::3]]
    assert len(set(ends)) == len(effects)  # no two arrows end at one point
    assert all(0 < x < drawing.width and 0 < y < drawing.height for x, y in ends)


def test_a_line_leads_from_the_box_of_the_one_to_the_box_of_the_other() -> None:
    drawing = draw_effects(NAMES, FORTY)
    boxes = {(box.left, " ".join(text.words for text in box.texts)): box for box in drawing.boxes}
    left, right = min(left for left, _ in boxes), max(left for left, _ in boxes)

    for place, (person, other) in enumerate(FORTY):
        start, end = drawing.lines[3 * place].points[0], drawing.lines[3 * place + 1].points[-1]
        for side, who, y in ((left, person, start[1]), (right, other, end[1])):
            those = [
                box
                for box in drawing.boxes
                if box.left == side and " ".join(t.words for t in box.texts) == wrapped(who)
            ]
            assert any(box.top < y < box.top + box.height for box in those)


def wrapped(who: int) -> str:
    return NAMES[who].replace("-", "- ")
