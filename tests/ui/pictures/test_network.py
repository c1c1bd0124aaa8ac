"""The network map's drawing: every agency once, the nearest first, a line to each."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from hub.ui.pictures.network import Agency, Part, Worker, draw_network

WORKERS = st.builds(
    Worker,
    st.sampled_from(("Grace Achebe", "عمر الحداد", "Wilhelmina Fotheringay-Ravenscroft")),
    st.sampled_from((Part.LEAD, Part.TEAM, Part.WORKING)),
)
AGENCIES = st.lists(
    st.builds(
        Agency,
        st.text("abc -", min_size=1, max_size=60),
        st.lists(WORKERS, max_size=5).map(tuple),
        st.booleans(),
    ),
    max_size=20,
    unique_by=lambda agency: agency.name,
).map(tuple)


@settings(max_examples=60, deadline=None)
@given(AGENCIES)
def test_every_agency_has_a_box_of_its_own_and_a_line_that_ends_at_it(
    agencies: tuple[Agency, ...],
) -> None:
    drawing = draw_network(agencies)

    assert len(drawing.boxes) == len(drawing.lines) == len(agencies)
    for one, other in combinations(drawing.boxes, 2):
        beside = one.left + one.width < other.left or other.left + other.width < one.left
        assert beside or one.top + one.height < other.top or other.top + other.height < one.top
    for box, line in zip(drawing.boxes, drawing.lines, strict=True):
        assert line.points[0] in ((drawing.x - 60, drawing.y), (drawing.x + 60, drawing.y))
        assert line.points[1][0] in (box.left, box.left + box.width)
        assert 0 < box.left < box.left + box.width < drawing.width
        assert 0 < box.top < box.top + box.height < drawing.height
        assert all(box.top < text.y < box.top + box.height for text in box.texts)


@settings(max_examples=30, deadline=None)
@given(AGENCIES)
def test_the_order_agencies_come_in_changes_nothing(agencies: tuple[Agency, ...]) -> None:
    assert draw_network(agencies) == draw_network(tuple(reversed(agencies)))


def test_an_agency_is_as_near_as_the_nearest_of_its_people() -> None:
    team, lead = Worker("Ann", Part.TEAM), Worker("Ben", Part.LEAD)
    drawing = draw_network(
        (Agency("A", (), True), Agency("B", (team, lead), True), Agency("C", (team,)))
    )

    assert [box.part for box in drawing.boxes] == [Part.LEAD, Part.AGREED, Part.TEAM]
    assert [text.words for text in drawing.boxes[0].texts] == ["B", "Ann", "team", "Ben", "lead"]
