"""Which days offices work, and when something is due."""

from datetime import date

import pytest

from hub.kernel.working_days import BANK_HOLIDAYS, after_working_days, is_working_day


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ("2026-11-16", "2026-11-18"),  # a Monday
        ("2026-11-19", "2026-11-23"),  # over a weekend
        ("2026-11-20", "2026-11-24"),  # a Friday
        ("2026-11-21", "2026-11-24"),  # a Saturday begins on Monday
        ("2026-11-22", "2026-11-24"),  # and so does a Sunday
        ("2026-12-23", "2026-12-29"),  # Christmas, a weekend, and the day for Boxing Day
        ("2026-12-31", "2027-01-05"),  # New Year's Day and a weekend
        ("2026-04-01", "2026-04-07"),  # Good Friday to Easter Monday
        ("2027-12-24", "2027-12-30"),  # Christmas at a weekend: two days stand in
        ("2027-12-31", "2028-01-05"),  # New Year's Day at a weekend
        ("2031-12-24", "2031-12-26"),  # beyond the list: weekends alone
    ],
)
def test_a_review_is_due_after_two_working_days(day: str, due: str) -> None:
    assert after_working_days(date.fromisoformat(day), 2) == date.fromisoformat(due)


def test_every_bank_holiday_is_one_that_offices_would_have_worked() -> None:
    assert [day for day in BANK_HOLIDAYS if day.weekday() > 4] == []
    assert {sum(day.year == year for day in BANK_HOLIDAYS) for year in range(2025, 2030)} == {8}
    assert not is_working_day(date(2026, 12, 25))
    assert is_working_day(date(2026, 12, 24))


def test_nothing_is_due_at_once() -> None:
    with pytest.raises(ValueError, match="at least one"):
        after_working_days(date(2026, 11, 16), 0)
