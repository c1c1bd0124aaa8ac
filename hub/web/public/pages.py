"""Pages that only say something."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hub.access.pages import public_page
from hub.agencies import queries as agencies
from hub.ui.draw import draw


@public_page
def help_page(request: HttpRequest) -> HttpResponse:
    """Who helps: in danger, with the hub's own pages, with signing in."""
    return draw(
        request,
        "public/help.html",
        numbers=agencies.help_numbers(None),
        hubs=agencies.localities(),
    )


@public_page
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of whoever uses these pages."""
    return draw(
        request,
        "public/privacy.html",
        idle_minutes=settings.SESSION_COOKIE_AGE // 60,
        most_hours=settings.SESSION_MOST_HOURS,
    )


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """How usable these pages are, and what to do when they are not."""
    return draw(request, "public/accessibility.html", hubs=agencies.localities())
