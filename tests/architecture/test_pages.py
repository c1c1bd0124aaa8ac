"""Every address says who may see it, and one that does not is not served."""

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path

from hub.access.middleware import SilentPage
from hub.access.pages import public_page
from tests.architecture.sizes import LONGEST_VIEW, exceptions, view_lengths

GUARD = "hub.access.middleware.NoSilentPages"

FORMS = ("public", "account", "practitioner", "system", "role:", "family:")


def silent(request: HttpRequest) -> HttpResponse:
    """Says nothing about who may see it."""
    return HttpResponse("silent")


urlpatterns = [path("silent/", silent), path("marked/", public_page(silent))]


def patterns(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every address under a resolver with what answers there."""
    for found in resolver.url_patterns:
        address = before + str(found.pattern)
        if isinstance(found, URLResolver):
            yield from patterns(found, address)
        elif isinstance(found, URLPattern):
            yield address, found.callback


PAGES = list(patterns(get_resolver("config.urls")))


def test_every_address_says_who_may_see_it() -> None:
    silent_ones = [
        address for address, view in PAGES if not getattr(view, "access", "").startswith(FORMS)
    ]

    assert silent_ones == []


def test_what_opens_a_family_has_its_reference_in_the_address_and_nothing_else_has() -> None:
    wrong = [
        address
        for address, view in PAGES
        if ("<str:reference>" in address) != getattr(view, "access", "").startswith("family:")
    ]

    assert wrong == []


def test_no_address_holds_what_somebody_typed() -> None:
    """References, random ids and languages' codes only: addresses stand in logs, histories and
    over shoulders."""
    allowed = re.compile(r"<str:(reference|language)>|<int:[a-z_]+>")

    strange = [
        address
        for address, _ in PAGES
        if "<" in allowed.sub("", address) or address.startswith("^")
    ]

    assert strange == []


def test_the_guard_against_silent_pages_stands_next_to_the_page() -> None:
    assert settings.MIDDLEWARE[-1] == GUARD


@pytest.mark.urls(__name__)
def test_a_silent_page_is_refused_and_a_marked_one_is_served(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "MIDDLEWARE", [GUARD])

    assert client.get("/marked/").content == b"silent"
    with pytest.raises(SilentPage):
        client.get("/silent/")


def test_pages_are_functions() -> None:
    wrong = [address for address, view in PAGES if isinstance(inspect.unwrap(view), type)]

    assert wrong == []


def test_pages_stay_short() -> None:
    """Open, one call into the domain, draw. The list of exceptions is in budgets.txt."""
    allowed = exceptions()

    long = [
        f"{name}: {length} lines, {allowed.get(name, LONGEST_VIEW)} allowed"
        for name, length in view_lengths(view for _, view in PAGES)
        if length > allowed.get(name, LONGEST_VIEW)
    ]

    assert long == []
