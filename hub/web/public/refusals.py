"""Refusals as pages: not found, not now, something broke, a form that lay open for too long."""

from django.http import HttpRequest, HttpResponse

from hub.access import answers
from hub.ui.draw import draw

BROKEN = (
    "Sorry, something went wrong. It is not your doing. Go back and try again, or ring the hub."
)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's safety token is not the session's: mostly a page left open over a sign-out."""
    return draw(request, "public/form_too_old.html", status=403)


def refused(request: HttpRequest, status: int, reason: str) -> HttpResponse:
    """A page that is not there (404, which tells nothing), or not for now (403, which says why)."""
    return draw(request, "public/refused.html", status=status, reason=reason)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such address: the same page as for a family that is not theirs."""
    return answers.not_found(request)


def broken(request: HttpRequest) -> HttpResponse:
    """Something failed. Drawn from nothing that could have failed with it."""
    return HttpResponse(BROKEN, status=500, content_type="text/plain; charset=utf-8")


for _view in (form_too_old, not_found, broken):
    _view.access = "public"  # type: ignore[attr-defined]
