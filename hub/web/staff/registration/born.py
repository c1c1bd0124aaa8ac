"""A child's birth date, due date or rough age, asked as one question."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from hub.kernel.clock import today
from hub.kernel.dates import Accuracy, PartialDate
from hub.ui import forms
from hub.ui.environment import govuk
from hub.ui.forms import dates
from hub.ui.forms.date_fields import BoxesInput

HALF_A_YEAR: Final = timedelta(days=183)


@dataclass(frozen=True)
class DayOrAge(dates.Typed):
    """What stands in the three boxes of a date and in the box of an age."""

    age: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return super().empty and not self.age.strip()


class Boxes(BoxesInput):
    """Reads `name-day`, `name-month`, `name-year` and `name-age`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> DayOrAge:
        """What was typed in each box."""
        day, month, year, age = (
            str(data.get(f"{name}-{box}", "")) for box in (*dates.PARTS, "age")
        )
        return DayOrAge(day, month, year, age=age)


class BornOrDue(forms.PartialDate):
    """A birth date as far as it is known, a due date, or about how old: one question.

    A whole date that lies ahead is a due date. An age is kept as an estimate of the birth date,
    which the rules take as a year either way (S6).
    """

    widget = Boxes

    def read(self, typed: dates.Typed) -> PartialDate:
        """The date typed with how much of it is known. Raises NotADate."""
        age = typed.age.strip() if isinstance(typed, DayOrAge) else ""
        if age:
            return self._of_age(age, alone=not (typed.day + typed.month + typed.year).strip())
        found = dates.partial_date(dates.Typed(typed.day, typed.month, typed.year))
        ahead = found.accuracy == Accuracy.EXACT and found.first_day > today()
        return PartialDate(found.first_day, Accuracy.DUE) if ahead else found

    def shown(self, value: Any) -> dates.Typed:
        """What stands in the boxes."""
        if isinstance(value, DayOrAge):
            return value
        typed = dates.typed_of(value) if isinstance(value, date | PartialDate) else dates.Typed()
        return DayOrAge(typed.day, typed.month, typed.year)

    def first_input(self, bound: Any) -> str:
        """The box that is wrong."""
        of_age = self.marked(bound) == ("age",)
        return f"{bound.auto_id}-age" if of_age else super().first_input(bound)

    def options(self, bound: Any) -> dict[str, Any]:
        """The three boxes, and below them the one for an age."""
        options = forms.DateParts.options(self, bound)
        typed = self.shown(bound.value())
        wrong = " govuk-input--error" if "age" in self.marked(bound) else ""
        age = {
            "id": f"{bound.auto_id}-age",
            "name": f"{bound.html_name}-age",
            "label": {"text": "Or: about how old, in years"},
            "value": getattr(typed, "age", ""),
            "classes": f"govuk-input--width-2{wrong}",
            "formGroup": {"classes": "govuk-!-margin-top-2"},
            "inputmode": "numeric",
            "autocomplete": "off",
        }
        options["formGroup"] = {"afterInputs": {"html": govuk("input", age)}}
        return options

    @staticmethod
    def _of_age(typed: str, *, alone: bool) -> PartialDate:
        if not alone:
            raise dates.NotADate("and the age say it twice. Enter only one of them")
        if not typed.isdecimal() or not typed.isascii() or int(typed) > 25:
            raise dates.NotADate("or the age must be a number of years, like 6", "age")
        now = today()
        middle = date(now.year - int(typed), now.month, 1) - HALF_A_YEAR
        return PartialDate(middle.replace(day=1), Accuracy.ESTIMATED)
