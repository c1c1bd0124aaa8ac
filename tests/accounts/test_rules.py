"""When an account may sign in and when a session is over."""

from datetime import UTC, datetime, timedelta

import pytest

from hub.accounts.browsers import in_words
from hub.accounts.rules import ASLEEP, CLOSED, last_use, may_sign_in, session_is_over
from hub.kernel.decisions import YES, Decision

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("active", "unused", "decision"),
    [
        (True, 0 * DAY, YES),
        (True, 90 * DAY - timedelta(seconds=1), YES),
        (True, 90 * DAY, ASLEEP),
        (True, 900 * DAY, ASLEEP),
        (False, 0 * DAY, CLOSED),
        (False, 900 * DAY, CLOSED),
    ],
)
def test_who_may_sign_in(active: bool, unused: timedelta, decision: Decision) -> None:
    asked = may_sign_in(active=active, last_used=NOW - unused, now=NOW, stale_days=90)

    assert asked is decision


@pytest.mark.parametrize(
    ("opened", "login", "revived", "used"),
    [(9, None, None, 9), (9, 5, None, 5), (9, 5, 2, 2), (9, 1, 2, 1), (9, None, 3, 3)],
)
def test_the_last_use_is_the_latest_of_all(
    opened: int, login: int | None, revived: int | None, used: int
) -> None:
    def ago(days: int | None) -> datetime | None:
        return None if days is None else NOW - days * DAY

    found = last_use(opened_at=NOW - opened * DAY, last_login=ago(login), revived_at=ago(revived))

    assert found == NOW - used * DAY


@pytest.mark.parametrize(("minutes", "over"), [(0, False), (719, False), (720, True), (9999, True)])
def test_no_session_outlasts_a_working_day(minutes: int, over: bool) -> None:
    began = NOW - timedelta(minutes=minutes)

    assert session_is_over(began=began, now=NOW, most_hours=12) is over


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130", "Edge on Windows"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/130", "Chrome on an Android phone or tablet"),
        ("Mozilla/5.0 (Macintosh) Safari/605", "Safari on a Mac"),
        ("", "A browser"),
        ("<script>", "A browser"),
    ],
)
def test_a_browser_in_words(said: str, words: str) -> None:
    assert in_words(said) == words
