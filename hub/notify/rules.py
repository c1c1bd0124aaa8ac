"""When a message that could not be sent is tried again."""

from datetime import timedelta
from typing import Final

MOST_TRIES: Final = 8
FIRST_WAIT: Final = timedelta(minutes=1)
LONGEST_WAIT: Final = timedelta(hours=2)
KEPT: Final = timedelta(days=7)


def wait_after(tries: int) -> timedelta | None:
    """How long to wait after so many tries that failed: a minute, doubled; None: give up."""
    if tries >= MOST_TRIES:
        return None
    return min(FIRST_WAIT * (1 << (tries - 1)), LONGEST_WAIT)
