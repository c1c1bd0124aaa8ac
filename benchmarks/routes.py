"""The pages that are measured: by whom, which addresses, and whether they are there."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from django.urls import NoReverseMatch, reverse

from benchmarks.client import Ask, Client
from benchmarks.people import Person

REFERENCES: Final = 40  # different families a page is asked for, so that none is always the same


@dataclass(frozen=True)
class Page:
    """A page: the words in the table, its route's name, who asks, what is asked for."""

    words: str
    route: str
    asks: Callable[["Page", Person, Client], list[Ask]]
    who: str = "busy"
    references: str = "record"
    status: int = 200
    posted: dict[str, str] = field(default_factory=dict)

    def address(self, **parts: object) -> str:
        """The page's address."""
        return reverse(self.route, kwargs=parts or None)

    def is_there(self) -> bool:
        """Whether the hub has this page yet."""
        for parts in ({}, {"reference": "FH-BCDFGHJK"}):
            try:
                reverse(self.route, kwargs=parts or None)
            except NoReverseMatch:
                continue
            return True
        return False


def plain(page: Page, person: Person, client: Client) -> list[Ask]:
    """The same address every time."""
    return [Ask(page.address())]


def of_families(page: Page, person: Person, client: Client) -> list[Ask]:
    """The page of one family after another."""
    found = person.references[page.references][:REFERENCES]
    return [Ask(page.address(reference=reference)) for reference in found]


def searching(page: Page, person: Person, client: Client) -> list[Ask]:
    """A form's post, with the form's own hidden fields; names and references in turn."""
    hidden, form = form_of(page.address(), client)
    typed = _TYPED.findall(form)
    box = typed[0] if typed else "q"
    words = [*person.names[:20], *person.references["record"][:20]]
    return [Ask(page.address(), hidden | {box: word}) for word in words]


def form_of(address: str, client: Client) -> tuple[dict[str, str], str]:
    """The hidden fields of a page's forms, and the page; the browser keeps its safety cookie."""
    answer = client.send(Ask(address))
    page = answer.body.decode()
    hidden = dict(_HIDDEN.findall(page))
    hidden |= {name: value for value, name in _HIDDEN_TURNED.findall(page)}
    hidden.pop("once", None)  # looking twice is two looks
    _, given, cookie = answer.headers.get("set-cookie", "").partition("csrftoken=")
    if given:
        client.cookies["csrftoken"] = cookie.partition(";")[0]
    return hidden, page


_HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"')
_HIDDEN_TURNED = re.compile(r'<input[^>]*value="([^"]*)"[^>]*name="([^"]+)"[^>]*type="hidden"')
_TYPED = re.compile(r'<input[^>]*name="([^"]+)"[^>]*type="(?:text|search)"')

PAGES: Final = (
    Page("Home, 200 families", "home", plain),
    Page("Home, no family", "home", plain, who="nobody"),
    Page("Find a family", "families", searching),
    Page("Family, record", "family", of_families),
    Page("Family, summary", "family", of_families, references="summary"),
    Page("Family, signpost", "family", of_families, references="signpost"),
    Page("Plan", "plan", of_families),
    Page("Agreement", "agreement", of_families),
    Page("Who can see", "who_sees", of_families),
    Page("Register, first page", "registration", plain),
    Page("Hub, coordinator", "hub", plain, who="coordinator"),
    Page("Refused: not theirs", "family", of_families, references="refused", status=404),
    Page("Refused: not there", "family", of_families, references="absent", status=404),
)
