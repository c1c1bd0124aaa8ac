"""Signing in by code and by password; what it tells to somebody who has neither."""

import re
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from hub.accounts.models import Account
from hub.kernel import clock
from hub.notify import outbox
from tests.databases import Fresh
from tests.notify.conftest import as_role
from tests.web.public.conftest import (
    PASSWORD,
    Someone,
    ask_for_code,
    browser,
    code_of,
    is_in,
    make,
    sign_in,
)


@pytest.mark.requirement("N1")
def test_the_code_in_the_message_signs_in(
    fresh_database: Fresh, uncounted: None, settings: Any, tmp_path: Path
) -> None:
    settings.EMAIL_BACKEND, settings.MAIL_FOLDER = "hub.notify.folder.Folder", tmp_path
    nadia, client = make(), browser()

    page = ask_for_code(client, nadia.email.upper())
    with as_role("hub_worker"):
        for message in outbox.waiting(clock.now()):
            outbox.send(message, now=clock.now())
    [letter] = [
        message_from_bytes(p.read_bytes(), policy=policy.default) for p in tmp_path.iterdir()
    ]
    code = re.search(r"^\d{4}-\d{4}$", letter.get_content(), re.MULTILINE)
    assert code is not None
    answer = client.post("/sign-in/code/", {"code": code[0].replace("-", " ")})

    assert page.redirect_chain == [("/sign-in/code/", 302)]
    assert "we have sent a code to it" in page.content.decode()
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_in(client)
    assert letter["To"] == nadia.email


@pytest.mark.requirement("N1")
def test_a_password_signs_in_instead(nadia: Someone, client: Client) -> None:
    answer = client.post("/sign-in/password/", {"login": nadia.email, "password": PASSWORD})

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert is_in(client)


def test_a_code_works_in_the_browser_that_asked_for_it_only(nadia: Someone) -> None:
    mine, other = browser(), browser()
    ask_for_code(mine, nadia.email)

    other.post("/sign-in/code/", {"code": code_of(mine)})

    assert not is_in(other)


def test_after_three_wrong_codes_the_right_one_is_too_late(nadia: Someone, client: Client) -> None:
    ask_for_code(client, nadia.email)
    right = code_of(client)

    answers = [client.post("/sign-in/code/", {"code": "0000-0000"}) for _ in range(3)]
    client.post("/sign-in/code/", {"code": right})

    assert [answer.status_code for answer in answers] == [200, 200, 302]
    assert "The code is not correct" in answers[0].content.decode()
    assert not is_in(client)


def test_a_code_works_once(nadia: Someone, client: Client) -> None:
    ask_for_code(client, nadia.email)
    code, session = code_of(client), client.cookies["sessionid"].value
    client.post("/sign-in/code/", {"code": code})

    replayed = browser()
    replayed.cookies["sessionid"] = session
    replayed.post("/sign-in/code/", {"code": code})

    assert is_in(client)
    assert not is_in(replayed)


def test_signing_in_changes_the_session_key(nadia: Someone, client: Client) -> None:
    ask_for_code(client, nadia.email)
    planted = client.cookies["sessionid"].value

    client.post("/sign-in/code/", {"code": code_of(client)})

    assert client.cookies["sessionid"].value != planted


def test_another_code_can_be_asked_for_and_another_address(nadia: Someone, client: Client) -> None:
    ask_for_code(client, nadia.email)
    first = code_of(client)

    client.post("/sign-in/code/", {"action": "resend"})
    second = code_of(client)
    back = client.post("/sign-out/", {"next": "/sign-in/"}, follow=True)

    assert first != second
    assert "Send me a code" in back.content.decode()


@pytest.mark.requirement("S18")
def test_the_pages_do_not_tell_whether_an_address_is_known(nadia: Someone) -> None:
    def walk(email: str, password: str) -> list[str]:
        client = browser(REMOTE_ADDR=f"192.0.2.{len(email)}")
        pages = [
            ask_for_code(client, email),
            client.post("/sign-in/code/", {"code": "0000-0000"}),
            client.post("/sign-out/", {"next": "/sign-in/"}, follow=True),
            client.post("/sign-in/password/", {"login": email, "password": password}),
            client.post("/sign-in/forgotten/", {"email": email}, follow=True),
            client.post("/sign-in/forgotten/code/", {"code": "0000-0000"}),
        ]
        hidden = re.compile(r'value="[^"]*"|name="once"[^>]*')
        return [
            f"{page.status_code} {hidden.sub('', page.content.decode()).replace(email, 'X')}"
            for page in pages
        ]

    known = walk(nadia.email, "not the password at all")
    unknown = walk("nobody@people.example.org", "not the password at all")
    closed = make("closed@people.example.org", "Closed")
    Account.objects.filter(pk=closed.account.pk).update(is_active=False)

    assert known == unknown
    assert walk(closed.email, "not the password at all") == known


def test_nobody_makes_an_account_for_themselves(nadia: Someone, client: Client) -> None:
    before = Account.objects.count()

    page = client.post("/sign-in/no-account/", {"email": "me@example.org", "password1": PASSWORD})

    assert "The hub in your area invites you" in page.content.decode()
    assert Account.objects.count() == before
    for path in ("/accounts/signup/", "/accounts/login/", "/signup/", "/account/email/"):
        assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("/families/?page=2", "/families/?page=2"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("javascript:alert(1)", "/"),
        ("\\\\example.org", "/"),
    ],
)
def test_one_comes_back_to_where_one_was_and_nowhere_else(
    nadia: Someone, client: Client, asked: str, given: str
) -> None:
    client.post("/sign-in/", {"email": nadia.email}, query_params={"next": asked})

    answer = client.post("/sign-in/code/", {"code": code_of(client)}, query_params={"next": asked})

    assert answer["Location"] == given
    page = browser().get("/sign-in/", {"next": asked}).content.decode()
    assert ("example.org" in page) == ("example.org" in given)


@pytest.mark.requirement("N1")
def test_signing_out_ends_the_session_on_the_server(nadia: Someone, client: Client) -> None:
    sign_in(client, nadia.email)
    kept = client.cookies["sessionid"].value
    assert "Do you want to sign out?" in client.get("/sign-out/").content.decode()
    assert is_in(client)

    client.post("/sign-out/")
    replayed = browser()
    replayed.cookies["sessionid"] = kept

    assert not is_in(client)
    assert not is_in(replayed)
