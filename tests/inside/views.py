"""Every page of "view as" of somebody, and what is in it."""

import re
from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse

from hub.web.staff.views.shown import PAGES
from tests.c3.pages import bare


def address(reference: str, person: int, name: str = "family", why: str = "") -> str:
    """Where one page is looked at as somebody."""
    page = reverse("view" if name == "family" else f"view_{name}", args=[reference, person])
    return f"{page}?why={why}" if why else page


def every_page(client: Client, reference: str, person: int, why: str = "") -> dict[str, bytes]:
    """Every page as this person sees it, without the tokens that are new each time."""
    found = {}
    for name in PAGES:
        answer: Any = client.get(address(reference, person, name, why))
        assert answer.status_code == 200, name
        found[name] = bare(answer)
    return found


def text_of(pages: dict[str, bytes]) -> str:
    """The words of all their contents, without the banner's names of pages."""
    whole = b"".join(pages.values()).decode()
    return re.sub(r"<[^>]+>", " ", "".join(re.findall(r"<main.*?</main>", whole, re.DOTALL)))


class Acting(HTMLParser):
    """What acts in a page's content: forms, fields, buttons; and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside = False
        self.acts: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"
        if self.inside and tag in ("form", "input", "button", "select", "textarea"):
            self.acts.append(tag)
        if self.inside and tag == "a":
            self.links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "main"
