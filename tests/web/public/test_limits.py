"""Guessing: locked or slowed within ten tries, and hashing cannot be used to stop the service."""

from typing import Any

import pytest
from django.contrib.auth.hashers import BasePasswordHasher, get_hasher
from django.test import Client

from hub.accounts.limits import LimitCache
from tests.web.public.conftest import PASSWORD, Someone, ask_for_code, browser, is_in

pytestmark = pytest.mark.requirement("N1")
WRONG = "not the password at all"
TOO_MANY = "There were too many attempts"


class Counting(type(get_hasher("default"))):  # type: ignore[misc]
    """The real hasher, counting how often it works."""

    iterations = 1000
    worked = 0

    def encode(self, *args: Any, **kwargs: Any) -> str:
        """A hash."""
        type(self).worked += 1
        return str(super().encode(*args, **kwargs))


def guess(client: Client, email: str, password: str = WRONG) -> Any:
    """One try with a password."""
    return client.post("/sign-in/password/", {"login": email, "password": password})


def test_ten_guesses_at_one_account_from_many_places_lock_it(nadia: Someone) -> None:
    answers = [guess(browser(REMOTE_ADDR=f"198.51.100.{n}"), nadia.email) for n in range(10)]
    late = browser(REMOTE_ADDR="203.0.113.9")
    guess(late, nadia.email, PASSWORD)

    locked = [TOO_MANY in answer.content.decode() for answer in answers]
    assert locked == [False] * 5 + [True] * 5
    assert not is_in(late)


def test_a_locked_password_leaves_the_code(nadia: Someone, client: Client) -> None:
    for _ in range(6):
        guess(client, nadia.email)

    page = ask_for_code(client, nadia.email)

    assert "Enter your code" in page.content.decode()


def test_who_knows_the_password_is_not_counted(nadia: Someone) -> None:
    for _ in range(7):
        client = browser()
        guess(client, nadia.email, PASSWORD)
        assert is_in(client)


def test_spraying_from_one_place_is_stopped_before_it_is_hashed(
    nadia: Someone, client: Client, settings: Any
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    Counting.worked = 0

    answers = [guess(client, f"nobody{n}@people.example.org") for n in range(40)]

    assert Counting.worked <= 30
    assert [TOO_MANY in answer.content.decode() for answer in answers][30:] == [True] * 10
    assert issubclass(Counting, BasePasswordHasher)


def test_an_absurdly_long_password_is_not_hashed(
    nadia: Someone, client: Client, settings: Any
) -> None:
    settings.PASSWORD_HASHERS = [f"{__name__}.Counting"]
    Counting.worked = 0

    answer = guess(client, nadia.email, "a" * 100_000)

    assert answer.status_code == 200
    assert Counting.worked == 0


def test_codes_are_not_sent_without_end(nadia: Someone) -> None:
    pages = [ask_for_code(browser(), nadia.email).content.decode() for _ in range(7)]

    assert [TOO_MANY in page for page in pages] == [False] * 5 + [True] * 2


def test_tries_at_one_code_that_arrive_together_are_counted(nadia: Someone, client: Client) -> None:
    ask_for_code(client, nadia.email)
    session = client.session
    fresh = dict(session.items())

    answers = []
    for _ in range(8):
        session.update(fresh)  # as each of many at once still sees it
        session.save()
        answers.append(client.post("/sign-in/code/", {"code": "0000-0000"}).status_code)

    assert answers == [200] * 6 + [429] * 2


def test_a_forgotten_password_cannot_be_guessed_at_either(nadia: Someone) -> None:
    pages = [
        browser().post("/sign-in/forgotten/", {"email": nadia.email}, follow=True).status_code
        for _ in range(7)
    ]

    assert pages == [200] * 5 + [429] * 2


def test_attempts_stay_counted_when_the_page_is_undone(db: None, uncounted: None) -> None:
    from django.db import transaction

    with transaction.atomic():
        LimitCache("", {}).set("k", [1.5], 60)
        transaction.set_rollback(True)

    assert LimitCache("", {}).get("k") == [1.5]


def test_the_limits_keep_no_address_and_no_code_that_runs(db: None, uncounted: None) -> None:
    from hub.accounts.models import Limit

    cache = LimitCache("", {})
    assert cache.add("allauth:rl:ip:192.0.2.1", [1.0], 60)
    assert not cache.add("allauth:rl:ip:192.0.2.1", [2.0], 60)
    cache.set("over", True, -1)

    assert cache.get("over", "nothing") == "nothing"
    assert cache.add("over", False, 60)
    assert cache.get("over") is False
    rows = Limit.objects.values_list("key", "value")
    assert not [row for row in rows if "192.0.2.1" in str(row) or "allauth" in str(row)]
    assert cache.delete("over")
    assert not cache.delete("over")


def test_limits_that_are_over_are_forgotten(db: None, uncounted: None) -> None:
    cache = LimitCache("", {})
    cache.set("old", 1, -5)
    cache.set("new", 1, 60)

    assert cache.forget_old() == 1
    assert cache.get("new") == 1
