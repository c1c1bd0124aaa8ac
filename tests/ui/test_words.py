"""How days, moments, numbers and names are written."""

from datetime import UTC, date, datetime

import pytest

from hub.kernel.dates import Accuracy, PartialDate
from hub.ui import words

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 3, 1), "1 March 2026"),
        (datetime(2026, 6, 30, 23, 30, tzinfo=UTC), "1 July 2026"),
        (PartialDate(date(2019, 1, 1), Accuracy.YEAR), "2019"),
        (None, ""),
    ],
)
def test_a_day_is_written_in_full_and_is_londons(value: date | None, written: str) -> None:
    assert words.day(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime(2026, 3, 1, 14, 5, tzinfo=UTC), "1 March 2026 at 2:05pm"),
        (datetime(2026, 7, 1, 8, 0, tzinfo=UTC), "1 July 2026 at 9:00am"),
        (datetime(2026, 3, 1, 12, 0, tzinfo=UTC), "1 March 2026 at midday"),
        (datetime(2026, 3, 1, 0, 0, tzinfo=UTC), "1 March 2026 at midnight"),
        (datetime(2026, 3, 1, 0, 30, tzinfo=UTC), "1 March 2026 at 12:30am"),
        (None, ""),
    ],
)
def test_a_moment_is_written_in_londons_time(value: datetime | None, written: str) -> None:
    assert words.moment(value) == written


def test_numbers_of_things_agree_with_their_nouns() -> None:
    assert words.plural(1, "family", "families") == "1 family"
    assert words.plural(0, "family", "families") == "0 families"
    assert words.plural(1200, "action") == "1,200 actions"
    assert words.day_short(date(2026, 9, 1)) == "1 Sep 2026"


@pytest.mark.parametrize(
    ("born", "accuracy", "written"),
    [
        (date(2018, 9, 14), Accuracy.EXACT, "7 years"),
        (date(2025, 3, 2), Accuracy.EXACT, "1 year"),
        (date(2025, 10, 20), Accuracy.EXACT, "4 months"),
        (date(2026, 2, 20), Accuracy.EXACT, "under a month"),
        (date(2016, 1, 1), Accuracy.ESTIMATED, "about 10 years"),
        (date(2019, 1, 1), Accuracy.YEAR, "6 or 7 years"),
        (date(2026, 5, 20), Accuracy.DUE, "due 20 May 2026"),
        (date(2026, 5, 20), Accuracy.EXACT, "not born yet"),
    ],
)
def test_an_age_says_no_more_than_is_known(born: date, accuracy: Accuracy, written: str) -> None:
    assert words.age(PartialDate(born, accuracy), TODAY) == written


def test_a_name_is_isolated_and_escaped() -> None:
    assert words.isolate("أمينة <b>") == "<bdi>أمينة &lt;b&gt;</bdi>"
