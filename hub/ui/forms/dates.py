"""Reading a date somebody typed in three boxes, with the sentence for what is wrong. Pure."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from hub.kernel.dates import Accuracy, PartialDate
from hub.ui.words import MONTHS

PARTS: Final = ("day", "month", "year")
FIRST_YEAR: Final = 1880  # nobody alive was born before; a date before it is a slip


@dataclass(frozen=True)
class Typed:
    """What stands in the three boxes, and how sure it is (`exact`, `estimated` or `due`)."""

    day: str = ""
    month: str = ""
    year: str = ""
    sure: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.day.strip() or self.month.strip() or self.year.strip())


class NotADate(Exception):
    """What is wrong, as the rest of a sentence, and the boxes to mark."""

    def __init__(self, wrong: str, *parts: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.parts = parts or PARTS


def whole_date(typed: Typed) -> date:
    """The day typed. Raises NotADate with what is missing or wrong."""
    missing = [part for part in PARTS if not getattr(typed, part).strip()]
    if missing:
        raise NotADate(f"must include a {' and '.join(missing)}", *missing)
    year, month, day = _year(typed.year), _month(typed.month), _number(typed.day)
    try:
        return date(year, month, day)
    except ValueError:
        raise NotADate("must be a real date") from None


def partial_date(typed: Typed) -> PartialDate:
    """The date typed with how much of it is known: the day, or the day and month, may be left out.

    Raises NotADate. A due date has all three.
    """
    if typed.sure == Accuracy.DUE or typed.day.strip():
        accuracy = Accuracy(typed.sure) if typed.sure in ("estimated", "due") else Accuracy.EXACT
        return PartialDate(whole_date(typed), accuracy)
    if not typed.year.strip():
        raise NotADate("must include a year", "year")
    if not typed.month.strip():
        return PartialDate(date(_year(typed.year), 1, 1), Accuracy.YEAR)
    return PartialDate(date(_year(typed.year), _month(typed.month), 1), Accuracy.MONTH)


def typed_of(value: date | PartialDate) -> Typed:
    """A date we hold as the boxes show it, for changing it."""
    if isinstance(value, date):
        return Typed(str(value.day), str(value.month), str(value.year))
    first, how = value.first_day, value.accuracy
    return Typed(
        day="" if how in (Accuracy.MONTH, Accuracy.YEAR) else str(first.day),
        month="" if how == Accuracy.YEAR else str(first.month),
        year=str(first.year),
        sure=how.value if how in (Accuracy.ESTIMATED, Accuracy.DUE) else "exact",
    )


def _year(typed: str) -> int:
    digits = typed.strip()
    if not digits.isdecimal():
        raise NotADate("must be a real date", "year")
    if len(digits) != 4:
        raise NotADate("must have a year of 4 numbers, like 2019", "year")
    year = int(digits)
    if not FIRST_YEAR <= year <= 2199:
        raise NotADate(f"must have a year between {FIRST_YEAR} and 2199", "year")
    return year


def _month(typed: str) -> int:
    word = typed.strip().lower().rstrip(".")
    if len(word) >= 3 and word.isascii() and word.isalpha():
        for number, name in enumerate(MONTHS, start=1):
            if name.lower().startswith(word):
                return number
    number = _number(word, "month")
    if not 1 <= number <= 12:
        raise NotADate("must be a real date", "month")
    return number


def _number(typed: str, part: str = "day") -> int:
    digits = typed.strip()
    if not digits.isdecimal() or len(digits) > 2:
        raise NotADate("must be a real date", part)
    return int(digits)
