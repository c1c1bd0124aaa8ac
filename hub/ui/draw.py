"""Fill a page's template with the database closed, and with what every page shows around it."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.db import connections
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from markupsafe import Markup

from hub.ui import theme
from hub.ui.addresses import address_or_none
from hub.ui.forms import Part, Repeated

log = logging.getLogger(__name__)

# What a page may be given by its site, by `request` or not at all; what stands here is shown then.
SURROUNDINGS: dict[str, Any] = {
    "actor": None,  # hub.kernel.files.Actor
    "navigation": (),  # of {"text", "href", "current"}
    "help_numbers": (),  # of (label, number)
    "back": None,  # an address, or (address, words)
    "language": "en",
    "direction": "ltr",
}
FOOTER = (
    ("Help", "help"),
    ("Privacy", "privacy"),
    ("Accessibility statement", "accessibility"),
)


class Token:
    """The hidden input against forged posts: made when a form asks first, the same for the rest
    of the page. Django's own makes one for each form, which a long list of forms feels."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def drawn(self) -> Markup:
        """The input."""
        return Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">').format(
            get_token(self.request)
        )

    def __html__(self) -> Markup:
        return self.drawn

    def __str__(self) -> str:
        return self.drawn


class QueryWhileDrawing(Exception):
    """A template asked the database something. Fetch it in the view instead."""


def draw(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """The page drawn from a template and plain values.

    Whatever `SURROUNDINGS` names comes from the keywords, else from the request's attribute of
    that name. Raises QueryWhileDrawing when drawing asks the database, where `DEBUG_DRAWING` is
    set.
    """
    page = {**surroundings(request, context), **context}
    with database_closed():
        body = render_to_string(template, page, using="jinja2")
    return HttpResponse(body, status=status)


def surroundings(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """What every page shows around its own content, fetched while the database is still open."""
    found = {name: getattr(request, name, given) for name, given in SURROUNDINGS.items()}
    return found | {
        "request": request,
        "csrf_input": Token(request),
        "hub_name": theme.hub_name(),
        "hub_area": theme.hub_area(),
        "theme_href": theme.stylesheet_href(),
        "logo_href": theme.logo_href(),
        "demonstration": bool(getattr(settings, "DEMONSTRATION", False)),
        "flashes": list(get_messages(request)) if hasattr(request, "_messages") else [],
        "footer_links": [
            (words, href) for words, name in FOOTER if (href := address_or_none(name))
        ],
        "home_href": address_or_none("home") or "/",
        "sign_out_href": address_or_none("account_logout"),
        "account_href": address_or_none("account"),
        "in_error": any(_in_error(value) for value in context.values()),
    }


@contextmanager
def database_closed() -> Iterator[None]:
    """Refuse every query within: an error where `DEBUG_DRAWING` is set, else logged and run."""
    with _wrapped(list(connections)):
        yield


@contextmanager
def _wrapped(aliases: list[str]) -> Iterator[None]:
    if not aliases:
        yield
        return
    with connections[aliases[0]].execute_wrapper(_refuse), _wrapped(aliases[1:]):
        yield


def _refuse(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if getattr(settings, "DEBUG_DRAWING", False):
        raise QueryWhileDrawing(sql)
    log.error("query while drawing")  # never the statement: it may hold who is asked about
    return execute(sql, params, many, context)


def _in_error(value: object) -> bool:
    return isinstance(value, Part | Repeated) and value.in_error
