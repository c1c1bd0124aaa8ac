"""Every page for everybody: there, valid, marked, and unmoved by what hostile people type."""

from typing import Any

import html5lib
import pytest
from django.test import Client
from django.urls import URLPattern

from hub.accounts import demonstration
from hub.kernel.files import NotInYourFiles
from hub.web.public.urls import urlpatterns
from tests.web.public.conftest import Someone, ask_for_code, browser, is_in, make, sign_in

HOSTILE = [
    "",
    " ",
    "\x00",
    "a" * 100_000,
    "x@" + "a" * 300 + ".org",
    "' or 1=1 --@example.org",
    "<script>alert(1)</script>",
    "nadia@people.example.org\r\nBcc: everybody@example.org",
    "\u202enadia@people.example.org",
    "{{ 7 * 7 }}",
    "%00%0a",
    "\uff4e\uff41\uff44\uff49\uff41@people.example.org",
    "\ud83d",
    "\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
]
OPEN = [
    "/sign-in/",
    "/sign-in/password/",
    "/sign-in/forgotten/",
    "/sign-in/asleep/",
    "/sign-in/closed/",
    "/sign-in/no-account/",
    "/sign-in/forgotten/done/",
    "/help/",
    "/privacy/",
    "/accessibility/",
]


def valid(page: bytes) -> None:
    """Raises when a page is not what the standard says."""
    html5lib.HTMLParser(strict=True).parse(page.decode())


@pytest.mark.parametrize("path", OPEN)
def test_an_open_page_is_there_and_valid(nadia: Someone, client: Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    valid(answer.content)


def test_the_pages_of_signing_in_and_of_the_account_are_valid(
    nadia: Someone, client: Client, settings: Any
) -> None:
    make_second = make("second@people.example.org", "Second")
    valid(client.post("/sign-in/", {"email": "x"}).content)
    valid(ask_for_code(client, nadia.email).content)
    valid(client.post("/sign-in/code/", {"code": "x"}).content)
    sign_in(client, nadia.email)
    other = browser()
    sign_in(other, nadia.email)
    for path in ("/account/", "/account/password/", "/sign-out/"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        valid(answer.content)
    settings.DEMONSTRATION = True
    valid(browser().get("/demonstration/").content)
    assert make_second.email


def test_every_page_says_who_may_see_it() -> None:
    patterns = [p for p in urlpatterns if isinstance(p, URLPattern)]

    assert len(patterns) == len(urlpatterns)
    assert {getattr(p.callback, "access", None) for p in patterns} == {"public", "account"}


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/sign-in/", ["email"]),
        ("/sign-in/code/", ["code", "action"]),
        ("/sign-in/password/", ["login", "password"]),
        ("/sign-in/forgotten/", ["email"]),
        ("/sign-in/forgotten/code/", ["code"]),
        ("/sign-in/forgotten/new/", ["password1"]),
    ],
)
def test_whatever_is_typed_gets_an_answer(
    nadia: Someone, path: str, fields: list[str], typed: str
) -> None:
    client = browser()
    if path == "/sign-in/code/":
        ask_for_code(client, nadia.email)
    if path.startswith("/sign-in/forgotten/") and path != "/sign-in/forgotten/":
        client.post("/sign-in/forgotten/", {"email": nadia.email})

    sent = typed.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    answer = client.post(path, dict.fromkeys(fields, sent))
    asked = client.get(path, {"next": sent})

    assert answer.status_code in (200, 302)
    assert asked.status_code in (200, 302)
    assert b"<script>alert" not in answer.content + asked.content
    assert not is_in(client)


def test_what_was_typed_is_kept_but_for_the_password(nadia: Someone, client: Client) -> None:
    entry = {"login": nadia.email, "password": "not the password"}
    page = client.post("/sign-in/password/", entry).content.decode()

    assert "The email address or the password is not correct" in page
    assert f'value="{nadia.email}"' in page
    assert "not the password" not in page


def test_a_form_without_its_token_is_refused_in_plain_words(nadia: Someone) -> None:
    strict = browser(enforce_csrf_checks=True)

    answer = strict.post("/sign-in/", {"email": nadia.email})

    assert answer.status_code == 403
    assert "This page was open for too long" in answer.content.decode()


class TestDemonstration:
    """Signing in as somebody from a list."""

    def enter(self, who: Someone) -> tuple[Any, Client]:
        """Choose somebody."""
        client = browser()
        return client.post("/demonstration/", {"person": str(who.practitioner.pk)}), client

    def test_it_is_not_there_when_off(self, nadia: Someone, rf: Any) -> None:
        answer, client = self.enter(nadia)

        assert answer.status_code == 404
        assert client.get("/demonstration/").status_code == 404
        assert not is_in(client)
        with pytest.raises(NotInYourFiles):
            demonstration.sign_in(rf.post("/"), nadia.account.pk)
        assert "/demonstration/" not in client.get("/sign-in/").content.decode()

    def test_production_is_no_demonstration_whatever_is_set(
        self, nadia: Someone, settings: Any, rf: Any
    ) -> None:
        settings.DEMONSTRATION = settings.PRODUCTION = True

        answer, client = self.enter(nadia)

        assert answer.status_code == 404
        assert not is_in(client)
        with pytest.raises(NotInYourFiles):
            demonstration.sign_in(rf.post("/"), nadia.account.pk)

    def test_one_signs_in_as_who_one_chose(self, nadia: Someone, settings: Any) -> None:
        settings.DEMONSTRATION = True
        settings.DEMONSTRATION_WHO = f"{__name__}.SHOWN"

        page = browser().get("/demonstration/").content.decode()
        answer, client = self.enter(nadia)

        assert "A visitor with three families" in page
        assert answer["Location"] == "/"
        assert is_in(client)
        assert client.session["practitioner"] == nadia.practitioner.pk

    @pytest.mark.parametrize("person", ["", "1", "x", "\x00"])
    def test_nobody_else_is_there(self, nadia: Someone, settings: Any, person: str) -> None:
        settings.DEMONSTRATION = True

        answer = browser().post("/demonstration/", {"person": person})

        assert answer.status_code == 404


SHOWN = (("nadia@people.example.org", "A visitor with three families"),)
