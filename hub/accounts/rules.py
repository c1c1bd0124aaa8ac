"""When an account has been unused for so long that only the hub can wake it (A2, issue 2)."""

from datetime import datetime, timedelta
from typing import Final

from hub.kernel.decisions import YES, Decision, no

ASLEEP: Final = no("Your account has been asleep because nobody used it for a while.")
CLOSED: Final = no("Your account is closed.")


def last_use(
    *, opened_at: datetime, last_login: datetime | None, revived_at: datetime | None
) -> datetime:
    """The last moment that shows somebody still wants the account."""
    return max(moment for moment in (opened_at, last_login, revived_at) if moment is not None)


def may_sign_in(*, active: bool, last_used: datetime, now: datetime, stale_days: int) -> Decision:
    """Whether an account may sign in; told only to somebody who has proved that it is theirs."""
    if not active:
        return CLOSED
    return ASLEEP if now - last_used >= timedelta(days=stale_days) else YES


def session_is_over(*, began: datetime, now: datetime, most_hours: int) -> bool:
    """Whether a session has lasted as long as any may, however busy it was."""
    return now - began >= timedelta(hours=most_hours)
