"""A page that has not said who may see it is not served."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse


class SilentPage(Exception):
    """A view without a mark from hub.access.pages was asked for."""


class NoSilentPages:
    """Refuses to run a view that carries no mark. A test walks the URLconf for the same."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> None:
        """Raises SilentPage for a view without a mark."""
        if not hasattr(view, "access"):
            raise SilentPage(getattr(view, "__qualname__", repr(view)))
