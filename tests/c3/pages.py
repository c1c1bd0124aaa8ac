"""Every address there is, and browsers of the cast that read and post forms as people do."""

import os
import re
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from hub.kernel import clock
from tests.cast import Cast

FULL = os.environ.get("HUB_TEST_SCALE") == "full"
# A page's safety token, its posted-once token, the dated note of its writer and when it was printed
# are new each time; nothing else may differ.
CHANGING = re.compile(
    rb'name="(csrfmiddlewaretoken|once|writer)" value="[^"]*"|<span class="hub-now">[^<]*</span>'
)


@dataclass(frozen=True)
class Page:
    """One address: its name, the kinds of its arguments, and who may see it."""

    name: str
    route: str
    arguments: tuple[str, ...]
    kinds: tuple[str, ...]
    access: str

    def at(self, numbers: dict[str, Any]) -> str:
        """The address, with a number or reference for each kind."""
        given = {name: numbers[kind] for name, kind in zip(self.arguments, self.kinds, strict=True)}
        return reverse(self.name, kwargs=given)


@dataclass
class DrawnForm:
    """A form as it stands in a page."""

    action: str
    method: str
    hidden: dict[str, str] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)


def pages() -> list[Page]:
    """Every address of the hub."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns: Any, before: str) -> Iterator[Page]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            access = getattr(pattern.callback, "access", "")
            arguments = tuple(pattern.pattern.converters)
            kinds = tuple(_kind(argument, pattern.name or "") for argument in arguments)
            yield Page(pattern.name or route, route, arguments, kinds, access)


def _kind(argument: str, page: str) -> str:
    """What kind of thing an argument numbers."""
    if argument != "pk":
        return argument
    return "goal" if page in ("goal", "actions") else "action"


def browser(cast: Cast, who: str, **options: Any) -> Client:
    """A browser in which one of the cast is signed in; `nobody` is not."""
    client = Client(**options)
    if who != "nobody":
        sign_in(client, cast.account(who))
    return client


def sign_in(client: Client, account: Any) -> None:
    """Sign an account in, now."""
    client.force_login(account)
    session = client.session
    session["began"] = clock.now().isoformat()
    session.save()


def once() -> dict[str, str]:
    """The token of a form that was just drawn."""
    return {"once": secrets.token_urlsafe(18)}


def bare(response: Any) -> bytes:
    """The body without the tokens that are new with each page."""
    return CHANGING.sub(b"", b"".join(response))


def forms_in(html: str) -> list[DrawnForm]:
    """The forms of a page with their hidden fields."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[DrawnForm] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(DrawnForm(has.get("action", ""), has.get("method", "get").lower()))
        elif tag == "input" and has.get("type") == "hidden" and self.forms:
            self.forms[-1].hidden[has.get("name", "")] = has.get("value", "")
        elif tag in ("input", "select", "textarea") and self.forms:
            self.forms[-1].asked.add(has.get("name", ""))
