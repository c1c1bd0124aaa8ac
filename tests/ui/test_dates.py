"""Dates typed in three boxes."""
# ruff: noqa: RUF001 - numbers in other scripts

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.kernel.dates import Accuracy, PartialDate
from hub.ui.forms.dates import FIRST_YEAR, NotADate, Typed, partial_date, typed_of, whole_date


@pytest.mark.parametrize(
    "boxes",
    [
        ("1", "3", "2026"),
        ("01", "03", "2026"),
        (" 1 ", " March ", " 2026"),
        ("1", "mar", "2026"),
        ("1", "MAR.", "2026"),
        ("١", "٣", "٢٠٢٦"),
    ],
)
def test_a_date_is_read_however_it_is_typed(boxes: tuple[str, str, str]) -> None:
    assert whole_date(Typed(*boxes)) == date(2026, 3, 1)


def test_september_may_be_shortened_both_ways() -> None:
    assert whole_date(Typed("1", "sep", "2026")) == whole_date(Typed("1", "Sept.", "2026"))


@pytest.mark.parametrize(
    ("boxes", "wrong", "parts"),
    [
        (("31", "2", "2026"), "must be a real date", ("day", "month", "year")),
        (("29", "2", "2025"), "must be a real date", ("day", "month", "year")),
        (("1", "13", "2026"), "must be a real date", ("month",)),
        (("1", "ma", "2026"), "must be a real date", ("month",)),
        (("1", "0", "2026"), "must be a real date", ("month",)),
        (("x", "3", "2026"), "must be a real date", ("day",)),
        (("-1", "3", "2026"), "must be a real date", ("day",)),
        (("²", "3", "2026"), "must be a real date", ("day",)),
        (("1", "3", "26"), "must have a year of 4 numbers, like 2019", ("year",)),
        (("1", "3", "20266"), "must have a year of 4 numbers, like 2019", ("year",)),
        (("1", "3", "0026"), "must have a year between 1880 and 2199", ("year",)),
        (("1", "", "2026"), "must include a month", ("month",)),
        (("", "3", ""), "must include a day and year", ("day", "year")),
    ],
)
def test_what_is_no_date_is_said_with_the_boxes_to_mark(
    boxes: tuple[str, str, str], wrong: str, parts: tuple[str, ...]
) -> None:
    with pytest.raises(NotADate) as error:
        whole_date(Typed(*boxes))

    assert (error.value.wrong, error.value.parts) == (wrong, parts)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (Typed("14", "9", "2018"), PartialDate(date(2018, 9, 14), Accuracy.EXACT)),
        (Typed("14", "9", "2018", "estimated"), PartialDate(date(2018, 9, 14), Accuracy.ESTIMATED)),
        (Typed("", "9", "2018"), PartialDate(date(2018, 9, 1), Accuracy.MONTH)),
        (Typed("", "", "2018", "estimated"), PartialDate(date(2018, 1, 1), Accuracy.YEAR)),
        (Typed("20", "5", "2026", "due"), PartialDate(date(2026, 5, 20), Accuracy.DUE)),
    ],
)
def test_a_date_is_kept_as_far_as_it_is_known(typed: Typed, read: PartialDate) -> None:
    assert partial_date(typed) == read


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (Typed("14", "", "2018"), "must include a month"),
        (Typed("", "9", ""), "must include a year"),
        (Typed("", "5", "2026", "due"), "must include a day"),
        (Typed("", "", "18"), "must have a year of 4 numbers, like 2019"),
    ],
)
def test_a_date_in_part_still_has_to_be_one(typed: Typed, wrong: str) -> None:
    with pytest.raises(NotADate, match=wrong):
        partial_date(typed)


@given(st.dates(date(FIRST_YEAR, 1, 1), date(2199, 12, 31)), st.sampled_from(Accuracy))
def test_a_date_held_is_read_back_as_it_was(day: date, accuracy: Accuracy) -> None:
    first = {Accuracy.MONTH: day.replace(day=1), Accuracy.YEAR: day.replace(month=1, day=1)}
    held = PartialDate(first.get(accuracy, day), accuracy)

    assert partial_date(typed_of(held)) == held
    assert whole_date(typed_of(day)) == day


@given(st.text(st.characters()), st.text(max_size=12), st.text(max_size=5), st.text(max_size=9))
def test_whatever_is_typed_is_a_date_or_a_sentence(d: str, m: str, y: str, sure: str) -> None:
    found: object
    try:
        found = partial_date(Typed(d, m, y, sure))
    except NotADate as error:
        found = error

    assert isinstance(found, PartialDate) or str(found).startswith("must ")
