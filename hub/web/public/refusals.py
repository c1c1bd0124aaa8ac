"""Refusals that concern nobody's file: a form that lay open for too long."""

from django.http import HttpRequest, HttpResponse

from hub.ui.draw import draw


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's safety token is not the session's: mostly a page left open over a sign-out."""
    return draw(request, "public/form_too_old.html", status=403)


form_too_old.access = "public"  # type: ignore[attr-defined]
