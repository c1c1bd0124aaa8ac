"""Birth dates: whole, in part, slipped and swapped."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

_PARTS: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class Born(NamedTuple):
    """Year, month and day of birth; nought where it is not known."""

    year: int
    month: int
    day: int


UNKNOWN: Final = Born(0, 0, 0)


@lru_cache(maxsize=100_000)
def born(text: str) -> Born:
    """A date from "YYYY-MM-DD", "YYYY-MM" or "YYYY"; unknown for anything else."""
    found = _PARTS.fullmatch(text.strip())
    if not found:
        return UNKNOWN
    year, month, day = (int(part or 0) for part in found.groups())
    return Born(year, month, day) if month <= 12 and day <= 31 else UNKNOWN


def swapped(date: Born) -> Born:
    """Day and month the other way round, unknown where that is no date or the same."""
    if date.day and date.day <= 12 and date.day != date.month:
        return Born(date.year, date.day, date.month)
    return UNKNOWN


def slips(date: Born) -> list[Born]:
    """Whole dates that a whole date may be a slip of: day and month swapped, and its neighbours."""
    if not date.day:
        return []
    other = swapped(date)
    found = [other] if other.year else []
    found += [Born(date.year, month, date.day) for month in range(1, 13) if month != date.month]
    return found
