"""Dates as people know them: exact, estimated, only the month or the year, or still due."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Accuracy(StrEnum):
    """How much of a date is known. The date kept is the first day it could be."""

    EXACT = "exact"
    ESTIMATED = "estimated"
    MONTH = "month"
    YEAR = "year"
    DUE = "due"


def age_on(born: date, day: date) -> int:
    """Completed years on a day; negative before birth. Somebody born on 29 February is a year
    older on 1 March in a common year, as English law counts it (2.86)."""
    had_birthday = (day.month, day.day) >= (born.month, born.day)
    return day.year - born.year - (0 if had_birthday else 1)


@dataclass(frozen=True)
class PartialDate:
    """A date with how much of it is known. Kept as it was told, never filled in."""

    first_day: date
    accuracy: Accuracy

    def ages_on(self, day: date) -> range:
        """Every age in years this person may have on a day, as a range (youngest first)."""
        youngest = age_on(self.last_day, day)
        return range(youngest, age_on(self.first_day, day) + 1)

    @property
    def last_day(self) -> date:
        """The last day it could be; an estimate is taken as a year either way by the rules."""
        if self.accuracy == Accuracy.YEAR:
            return date(self.first_day.year, 12, 31)
        if self.accuracy == Accuracy.MONTH:
            return _last_of_month(self.first_day)
        return self.first_day

    def __str__(self) -> str:
        day = self.first_day
        match self.accuracy:
            case Accuracy.YEAR:
                return f"{day.year}"
            case Accuracy.MONTH:
                return f"{day:%B %Y}"
            case Accuracy.ESTIMATED:
                return f"about {day.day} {day:%B %Y}"
            case Accuracy.DUE:
                return f"due {day.day} {day:%B %Y}"
        return f"{day.day} {day:%B %Y}"


def _last_of_month(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date.fromordinal(date(year, month, 1).toordinal() - 1)
