"""What the data protection officer asks. Each is a search: posted, and it changes nothing."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.exceptions import ValidationError

from hub.kernel.clock import LONDON, today
from hub.ui import forms

NOT_A_TIME = "Enter a time, like 10:00 or 2:30pm"
BACKWARDS = "The last day must be the same as or after the first day"
TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?", re.IGNORECASE | re.ASCII)


def lately() -> dict[str, date]:
    """The last 30 days, which most questions are about."""
    return {"first": today() - timedelta(days=30), "last": today()}


class Question(forms.Form):
    """A search: posting it twice asks twice."""

    posted_once = False

    def of(self, *names: str) -> list[Any]:
        """These answers, for a change of page to send again."""
        return [self[name] for name in names]


class Period(Question):
    """A first and a last day, both included, in London."""

    first = forms.DateParts(
        label="First day", required="Enter the first day", when="today or past",
        hint="For example, 27 3 2026",
    )  # fmt: skip
    last = forms.DateParts(label="Last day", required="Enter the last day", when="today or past")

    def clean(self) -> dict[str, Any]:
        """Both days are there and in order."""
        found: dict[str, Any] = super().clean() or {}
        if "first" in found and "last" in found and found["last"] < found["first"]:
            self.refuse(BACKWARDS, "last")
        return found

    @property
    def period(self) -> dict[str, datetime]:
        """The moments the days begin and end. Only after `is_valid`."""
        first, last = self.cleaned_data["first"], self.cleaned_data["last"]
        return {"since": begins(first), "until": begins(last + timedelta(days=1))}


class LookedAtFamily(Period):
    """Which family, and when."""

    reference = forms.Text(
        label="Family reference", hint="For example, FH-K7WQ2XNB. An old reference works too",
        required="Enter the family's reference", longest=40, width=20, spellcheck=False,
    )  # fmt: skip
    field_order = ("reference", "first", "last")


class LookedByPractitioner(Period):
    """Whose looking, and when."""

    email = forms.Email(
        label="Practitioner's work email address",
        hint="Somebody who has left can be asked about too",
        required="Enter the practitioner's work email address", autocomplete="off",
    )  # fmt: skip
    field_order = ("email", "first", "last")


class PastSight(Question):
    """Who, which family, and at which moment."""

    email = forms.Email(
        label="Practitioner's work email address",
        required="Enter the practitioner's work email address", autocomplete="off",
    )  # fmt: skip
    reference = forms.Text(
        label="Family reference", hint="For example, FH-K7WQ2XNB",
        required="Enter the family's reference", longest=40, width=20, spellcheck=False,
    )  # fmt: skip
    on = forms.DateParts(
        label="Day", required="Enter the day", when="today or past", hint="For example, 27 3 2026"
    )
    at = forms.Text(
        label="Time", required="Enter the time", hint="For example, 10:00 or 2:30pm",
        longest=10, width=5,
    )  # fmt: skip

    def clean_at(self) -> time:
        """The time typed. Raises ValidationError when it is none."""
        return read_time(self.cleaned_data["at"])

    @property
    def moment(self) -> datetime:
        """Day and time in London. Only after `is_valid`."""
        return datetime.combine(self.cleaned_data["on"], self.cleaned_data["at"], LONDON)


def read_time(typed: str) -> time:
    """A time of day as people write it. Raises ValidationError."""
    found = TIME.fullmatch(typed.strip())
    hour = int(found[1]) if found else 99
    if found and found[3]:
        hour = hour % 12 + 12 * (found[3].lower() == "pm") if 1 <= hour <= 12 else 99
    minute = int(found[2] or 0) if found else 0
    if hour > 23 or minute > 59:
        raise ValidationError(NOT_A_TIME)
    return time(hour, minute)


def begins(day: date) -> datetime:
    """The moment a day begins in London."""
    return datetime.combine(day, time(), LONDON)


def page_of(typed: str) -> int:
    """The page asked for; the first for anything else."""
    return max(int(typed), 1) if re.fullmatch(r"[0-9]{1,5}", typed) else 1
