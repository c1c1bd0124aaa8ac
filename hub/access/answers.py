"""The two refusals a page can give. They are drawn by the site, which registers how."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

Drawer = Callable[[HttpRequest, int, str], HttpResponse]
_drawers: list[Drawer] = []


def draw_refusals_with(drawer: Drawer) -> None:
    """Let the site draw refusals. Takes a function of request, status and reason."""
    _drawers[:] = [drawer]


def not_found(request: HttpRequest) -> HttpResponse:
    """Not theirs or not there: the same words, bytes and time for both (S19)."""
    return _draw(request, 404, "")


def not_allowed_here(request: HttpRequest, reason: str) -> HttpResponse:
    """Their file, but not this now: says why."""
    return _draw(request, 403, reason)


def _draw(request: HttpRequest, status: int, reason: str) -> HttpResponse:
    if _drawers:
        return _drawers[0](request, status, reason)
    return HttpResponse(reason or "Page not found", status=status, content_type="text/plain")
