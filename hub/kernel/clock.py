"""Moments are in UTC, days are London's. Only pages, commands and jobs look at the clock."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today's date where the hub is."""
    return now().astimezone(LONDON).date()


def day_of(moment: datetime) -> date:
    """The London day a moment falls on."""
    return moment.astimezone(LONDON).date()


def start_of(day: date) -> datetime:
    """The moment a London day begins."""
    return datetime.combine(day, time(), LONDON)
