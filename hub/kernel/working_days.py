"""Days on which offices work: not Saturdays, Sundays or England's bank holidays."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

SATURDAY: Final = 5
# England and Wales, with the days that stand in for those at a weekend. A day proclaimed once is
# added here; after the last year weekends alone count (docs/decisions/2026-11-22-working-days.md).
BANK_HOLIDAYS: Final = frozenset(
    date.fromisoformat(f"{year}-{day}")
    for year, days in {
        2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
        2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
        2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
        2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
        2029: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    }.items()
    for day in days.split()
)


def is_working_day(day: date, *, holidays: Collection[date] = BANK_HOLIDAYS) -> bool:
    """Whether offices work on this day."""
    return day.weekday() < SATURDAY and day not in holidays


def after_working_days(
    day: date, number: int, *, holidays: Collection[date] = BANK_HOLIDAYS
) -> date:
    """The day so many working days after a day, which itself is not counted.

    Takes at least 1, so the answer is always a working day. Raises ValueError for fewer.
    """
    if number < 1:
        raise ValueError("at least one working day")
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day, holidays=holidays)
    return day
