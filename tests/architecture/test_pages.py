"""Every address says who may see it, and one that does not is not served."""

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path
from django.views.generic import View

from hub.access.middleware import SilentPage
from hub.access.pages import public_page
from tests.architecture import source

LONGEST_VIEW = 15
FORMS = ("public", "practitioner", "role:", "family:")


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


def test_no_address_holds_a_serial_number_or_a_name() -> None:
    allowed = ("<str:reference>", "<int:pk>", "<str:token>", "<str:step>", "<str:code>")

    strange = [
        address
        for address, _ in PAGES
        for part in address.split("/")
        if "<" in part and part not in allowed
    ]

    assert strange == []


@pytest.mark.urls(__name__)
def test_a_silent_page_is_refused_and_a_marked_one_is_served(client: Client) -> None:
    assert client.get("/marked/").content == b"silent"
    with pytest.raises(SilentPage):
        client.get("/silent/")


def test_pages_are_functions_of_at_most_fifteen_lines() -> None:
    long = [
        f"{view.__module__}.{view.__qualname__}: {length} lines"
        for _, marked in PAGES
        if (view := inspect.unwrap(marked)).__module__.startswith("hub.web")
        and (isinstance(view, type(View)) or (length := _lines(view)) > LONGEST_VIEW)
    ]

    assert sorted(set(long)) == []


def _lines(view: Callable[..., Any]) -> int:
    """The lines of a view below its marks, without its docstring."""
    code, first = inspect.getsourcelines(view)
    path = source.ROOT / inspect.getfile(view)
    for node in source.functions(source.tree_of(path)):
        if node.name == view.__name__ and first <= node.lineno < first + len(code):
            words = node.body[0]
            has_words = source.is_docstring(words)
            said = words.end_lineno or 0 if has_words else 0
            return (
                (node.end_lineno or 0) - node.lineno + 1 - (said - words.lineno + 1 if said else 0)
            )
    raise AssertionError(f"no source of {view}")
