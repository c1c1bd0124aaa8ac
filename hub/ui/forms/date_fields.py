"""Dates in three boxes, whole or in part. A month may be typed as a number or a word."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final, Literal

from django import forms
from django.core.exceptions import ValidationError

from hub.kernel.clock import today
from hub.kernel.dates import Accuracy
from hub.kernel.dates import PartialDate as KeptDate
from hub.ui.environment import govuk
from hub.ui.forms import dates, text
from hub.ui.forms.bound import Bound
from hub.ui.forms.fields import HubField, lines_kept

When = Literal["any", "past", "today or past", "future", "today or future"]
SURE: Final = {
    "exact": "This is what I was told, or saw on a document",
    "estimated": "This is an estimate",
    "due": "This is a due date: the baby is not born yet",
}
WIDTHS: Final = {"day": 2, "month": 3, "year": 4}
LONGEST_WAIT: Final = timedelta(days=300)  # a due date further off is a slip


class BoxesInput(forms.Widget):
    """Reads the boxes `name-day`, `name-month`, `name-year` and `name-sure`."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dates.Typed:
        """What was typed in each box."""
        return dates.Typed(*(str(data.get(f"{name}-{box}", "")) for box in (*dates.PARTS, "sure")))


class DateParts(HubField):
    """A day, month and year, as a date. `when` is the time it must lie in."""

    widget = BoxesInput
    component = "date-input"

    def __init__(self, *, when: When = "any", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.when = when

    def clean(self, value: Any) -> Any:
        """The date typed, or None. Raises ValidationError with the boxes to mark as its params."""
        if not isinstance(value, dates.Typed) or value.empty:
            self.validate(None)
            return None
        try:
            found = self.read(value)
            self.check(found)
        except dates.NotADate as error:
            sentence = f"{self.called} {error.wrong}"
            raise ValidationError(sentence, code="date", params={"parts": error.parts}) from None
        return found

    def read(self, typed: dates.Typed) -> Any:
        """The date in the boxes. Raises NotADate."""
        return dates.whole_date(typed)

    def check(self, found: Any) -> None:
        """Raise NotADate when the date does not lie in the time it must."""
        now = today()
        fits = {
            "any": True,
            "past": found < now,
            "today or past": found <= now,
            "future": found > now,
            "today or future": found >= now,
        }
        if not fits[self.when]:
            raise dates.NotADate(
                f"must be {self.when.replace('past', 'in the past')}".replace(
                    "future", "in the future"
                )
            )

    def blank(self, raw: Any) -> bool:
        """Whether all boxes are empty."""
        return not isinstance(raw, dates.Typed) or raw.empty

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether something else was typed than what stood there."""
        return self.shown(initial) != self.shown(data)

    def shown(self, value: Any) -> dates.Typed:
        """What stands in the boxes for a date held or typed."""
        if isinstance(value, date | KeptDate):
            return dates.typed_of(value)
        return value if isinstance(value, dates.Typed) else dates.Typed()

    def marked(self, bound: Bound) -> tuple[str, ...]:
        """The boxes that are wrong."""
        if bound.error is None:
            return ()
        return tuple((bound.error.params or {}).get("parts", dates.PARTS))

    def first_input(self, bound: Bound) -> str:
        """The first box that is wrong, else the first box."""
        marked = self.marked(bound) or dates.PARTS
        return f"{bound.auto_id}-{next(part for part in dates.PARTS if part in marked)}"

    def options(self, bound: Bound) -> dict[str, Any]:
        """What the boxes are told."""
        typed, marked = self.shown(bound.value()), self.marked(bound)
        options = bound.common(fieldset=True)
        del options["name"]
        options["fieldset"]["role"] = "group"
        options["items"] = [
            {
                "id": f"{bound.auto_id}-{part}",
                "name": f"{bound.html_name}-{part}",
                "label": part.capitalize(),
                "value": lines_kept(text.without_control(getattr(typed, part))),
                "classes": f"govuk-input--width-{WIDTHS[part]}"
                + (" govuk-input--error" if part in marked else ""),
                # A month may be a word, so only the numbers ask for number keys.
                "inputmode": "text" if part == "month" else "numeric",
                "autocomplete": "off",
            }
            for part in dates.PARTS
        ]
        return options


class PartialDate(DateParts):
    """A date of which only the month or the year may be known, or which is an estimate or due.

    Cleans to a `hub.kernel.dates.PartialDate`: the day, or day and month, left empty make it a
    month or a year. `born` refuses what no birth date can be; `may_be_due` offers a due date.
    """

    def __init__(self, *, may_be_due: bool = True, born: bool = True, **kwargs: Any) -> None:
        kwargs.setdefault(
            "hint",
            "For example, 27 3 2019. If you only know the month or year, leave the rest empty",
        )
        super().__init__(**kwargs)
        self.sure = [how for how in SURE if how != "due" or may_be_due]
        self.born = born

    def read(self, typed: dates.Typed) -> Any:
        """The date in the boxes with how much is known. Raises NotADate."""
        sure = typed.sure if typed.sure in self.sure else "exact"
        return dates.partial_date(dates.Typed(typed.day, typed.month, typed.year, sure))

    def check(self, found: Any) -> None:
        """Raise NotADate when nobody can be born then."""
        ahead = found.first_day - today()
        if found.accuracy == Accuracy.DUE:
            if ahead > LONGEST_WAIT:
                raise dates.NotADate("cannot be more than 10 months away when it is a due date")
        elif self.born and ahead > timedelta(0):
            due = ", or choose that it is a due date" if "due" in self.sure else ""
            raise dates.NotADate(f"must be today or in the past{due}")

    def shown(self, value: Any) -> dates.Typed:
        """What stands in the boxes; exact until somebody says otherwise."""
        typed = super().shown(value)
        sure = typed.sure if typed.sure in self.sure else "exact"
        return dates.Typed(typed.day, typed.month, typed.year, sure)

    def options(self, bound: Bound) -> dict[str, Any]:
        """The boxes, and below them how sure the date is."""
        options = super().options(bound)
        sure = self.shown(bound.value()).sure
        options["formGroup"] = {
            "afterInputs": {
                "html": govuk(
                    "radios",
                    {
                        "idPrefix": f"{bound.auto_id}-sure",
                        "name": f"{bound.html_name}-sure",
                        "classes": "govuk-radios--small",
                        "formGroup": {"classes": "hub-sure"},
                        "fieldset": {"legend": {"text": "How sure is it?"}},
                        "items": [
                            {"value": how, "text": SURE[how], "checked": how == sure}
                            for how in self.sure
                        ],
                    },
                )
            }
        }
        return options
