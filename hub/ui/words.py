"""How values are written on a page: days, moments, numbers of things, names in any script."""

from datetime import date, datetime
from typing import Final

from markupsafe import Markup, escape

from hub.kernel.clock import LONDON
from hub.kernel.dates import Accuracy, PartialDate

# Not from the locale: the hub writes English whatever the machine speaks.
MONTHS: Final = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]


def day(value: date | PartialDate | None) -> str:
    """A day in full: `1 March 2026`. A moment gives its London day, None an empty text."""
    if value is None:
        return ""
    if isinstance(value, PartialDate):
        return str(value)
    local = _london(value)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


def day_short(value: date | None) -> str:
    """A day where there is little room: `1 Mar 2026`."""
    if value is None:
        return ""
    local = _london(value)
    return f"{local.day} {MONTHS[local.month - 1][:3]} {local.year}"


def moment(value: datetime | None) -> str:
    """A moment in London: `1 March 2026 at 2:05pm`."""
    if value is None:
        return ""
    local = value.astimezone(LONDON)
    if (local.hour, local.minute) in ((0, 0), (12, 0)):
        clock = "midday" if local.hour else "midnight"
    else:
        clock = f"{local.hour % 12 or 12}:{local.minute:02}{'am' if local.hour < 12 else 'pm'}"
    return f"{day(value)} at {clock}"


def plural(count: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 action`, `1,200 actions`, `2 families`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def isolate(value: object) -> Markup:
    """A name in any script, kept from turning round the words next to it."""
    return Markup(f"<bdi>{escape(value)}</bdi>")  # noqa: S704 - escaped here


def _london(value: date) -> date:
    return value.astimezone(LONDON).date() if isinstance(value, datetime) else value


def age(born: PartialDate, today: date) -> str:
    """How old somebody is, as far as it is known: `7 years`, `6 or 7 years`, `4 months`."""
    if born.accuracy == Accuracy.DUE:
        return str(born)
    years = [number for number in born.ages_on(today) if number >= 0]
    if not years:
        return "not born yet"
    about = "about " if born.accuracy == Accuracy.ESTIMATED else ""
    if years == [0] and born.accuracy in (Accuracy.EXACT, Accuracy.ESTIMATED):
        months = _months(born.first_day, today)
        return about + (plural(months, "month") if months else "under a month")
    return f"{about}{' or '.join(map(str, years))} {'year' if years == [1] else 'years'}"


def _months(first: date, last: date) -> int:
    whole = (last.year - first.year) * 12 + last.month - first.month
    return whole - (1 if last.day < first.day else 0)
