"""Sessions end when idle, after a working day, and when somebody leaves; accounts fall asleep."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.test import Client

from hub.accounts import changes, jobs
from hub.accounts.models import Account
from hub.agencies import changes as agencies
from hub.kernel import clock
from hub.kernel.files import job_actor
from tests.web.public.conftest import PASSWORD, Someone, browser, is_in, make, sign_in

pytestmark = pytest.mark.requirement("N1")
ROOT = Path(__file__).resolve().parents[3]
MORNING = datetime(2027, 3, 1, 8, tzinfo=UTC)


@pytest.fixture
def at_work(nadia: Someone, client: Client) -> Any:
    """Nadia signed in at eight in the morning, and the clock."""
    Account.objects.filter(pk=nadia.account.pk).update(revived_at=MORNING)
    with time_machine.travel(MORNING, tick=False) as travel:
        sign_in(client, nadia.email)
        assert is_in(client)
        yield travel


@pytest.mark.parametrize(("minutes", "still"), [(58, True), (61, False)])
def test_an_idle_session_ends(at_work: Any, client: Client, minutes: int, still: bool) -> None:
    at_work.shift(timedelta(minutes=minutes))

    assert is_in(client) is still


def test_a_busy_session_goes_on_and_ends_after_a_working_day(at_work: Any, client: Client) -> None:
    for _ in range(23):
        at_work.shift(timedelta(minutes=30))
        assert is_in(client)
    at_work.shift(timedelta(minutes=30))

    answer = client.get("/account/")

    assert answer["Location"] == "/sign-in/?next=/account/"


def test_a_busy_minute_writes_the_session_once(at_work: Any, client: Client) -> None:
    is_in(client)
    before = Session.objects.get(session_key=client.cookies["sessionid"].value)

    at_work.shift(timedelta(seconds=30))
    is_in(client)
    after = Session.objects.get(pk=before.pk)
    at_work.shift(timedelta(seconds=31))
    is_in(client)

    assert after.expire_date == before.expire_date
    assert Session.objects.get(pk=before.pk).expire_date > before.expire_date


@pytest.mark.parametrize("began", ["", "yesterday", None])
def test_a_session_that_does_not_say_when_it_began_is_none(
    nadia: Someone, client: Client, began: str | None
) -> None:
    sign_in(client, nadia.email)
    session = client.session
    session["began"] = began
    session.save()

    assert not is_in(client)


@pytest.mark.requirement("N1")
def test_who_is_said_to_have_left_is_out_at_the_next_page(nadia: Someone, client: Client) -> None:
    sign_in(client, nadia.email)
    assert is_in(client)

    agencies.deactivate_practitioner(job_actor("setup"), nadia.practitioner.pk, now=clock.now())

    assert client.get("/account/")["Location"] == "/sign-in/?next=/account/"
    client.post("/sign-in/password/", {"login": nadia.email, "password": PASSWORD})
    assert not is_in(client)


def test_a_closed_account_is_told_so_after_its_password(nadia: Someone, client: Client) -> None:
    Account.objects.filter(pk=nadia.account.pk).update(is_active=False)

    answer = client.post(
        "/sign-in/password/", {"login": nadia.email, "password": PASSWORD}, follow=True
    )

    assert "Your account is closed" in answer.content.decode()
    assert not is_in(client)


@pytest.mark.parametrize("way", ["code", "password"])
def test_an_account_asleep_is_told_whom_to_ring_and_is_woken_the_same_day(
    nadia: Someone, client: Client, way: str
) -> None:
    long_ago = clock.now() - timedelta(days=91)
    Account.objects.filter(pk=nadia.account.pk).update(
        opened_at=long_ago, last_login=long_ago, revived_at=None
    )

    def enter(who: Client) -> str:
        if way == "code":
            return str(sign_in(who, nadia.email)["Location"])
        entry = {"login": nadia.email, "password": PASSWORD}
        return str(who.post("/sign-in/password/", entry)["Location"])

    told = client.get(enter(client)).content.decode()
    asleep = is_in(client)
    agencies.revive(job_actor("setup"), nadia.practitioner.pk, now=clock.now())
    woken = browser()
    enter(woken)

    assert "Your account has been asleep" in told
    assert "Test Marsh hub" in told
    assert "020 7946 0155" in told
    assert not asleep
    assert is_in(woken)


def test_an_account_used_89_days_ago_is_awake(nadia: Someone, client: Client) -> None:
    used = clock.now() - timedelta(days=89)
    Account.objects.filter(pk=nadia.account.pk).update(opened_at=used, last_login=used)

    sign_in(client, nadia.email)

    assert is_in(client)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(
    nadia: Someone, client: Client
) -> None:
    sign_in(client, nadia.email)

    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["expires"] == cookie["max-age"] == ""


def test_in_production_cookies_need_tls_and_mail_a_server(tmp_path: Path) -> None:
    asked = (
        "import json; from config import settings as s; print(json.dumps([s.SESSION_COOKIE_SECURE,"
        " s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_SECURE, s.CSRF_COOKIE_NAME]))"
    )
    address = "postgresql://u:p@db.example.org/hub"
    production = os.environ | {
        "HUB_PRODUCTION": "1",
        "HUB_SECRET_KEY": "x" * 50,
        "HUB_DATA": str(tmp_path),
        "DATABASE_URL": address,
        "HUB_MAIL_HOST": "mail.example.org",
        "HUB_MAIL_FROM": "hub@example.org",
        "HUB_ADDRESS": "https://hub.example.org",
    }

    def run(**other: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", asked]
        env = production | other
        return subprocess.run(
            command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
        )

    good = run()
    assert json.loads(good.stdout) == [True, "__Host-session", True, "__Host-csrf"], good.stderr
    assert "HUB_MAIL_HOST" in run(HUB_MAIL_HOST="").stderr
    assert "https" in run(HUB_ADDRESS="http://hub.example.org").stderr


def test_old_sessions_are_forgotten_at_night(nadia: Someone, client: Client) -> None:
    sign_in(client, nadia.email)
    other = make("other@people.example.org", "Other")
    over = browser()
    sign_in(over, other.email)
    Session.objects.filter(session_key=over.cookies["sessionid"].value).update(
        expire_date=clock.now() - timedelta(minutes=1)
    )

    jobs.forget_old(timestamp=0)

    assert is_in(client)
    assert Session.objects.filter(session_key=client.cookies["sessionid"].value).exists()
    assert not Session.objects.filter(session_key=over.cookies["sessionid"].value).exists()
    assert changes.end_sessions(other.account.pk) == 0
    assert changes.end_sessions(nadia.account.pk) == 1
