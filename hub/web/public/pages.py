"""Pages that only say something."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from hub.access.pages import public_page
from hub.agencies import queries as agencies
from hub.consent.notice import general_notice
from hub.kernel import clock
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
        hubs=agencies.localities(),
    )


@public_page
def privacy_of_hub(request: HttpRequest, locality: int) -> HttpResponse:
    """What families of a locality are told: which agencies there are and how each answers."""
    hub = next((one for one in agencies.localities() if one.pk == locality), None)
    if hub is None:
        raise Http404
    answers = general_notice(locality, now=clock.now())
    return draw(request, "public/privacy_of_hub.html", hub=hub, answers=answers)


@public_page
def accessibility(request: HttpRequest) -> HttpResponse:
    """How usable these pages are, and what to do when they are not."""
    return draw(request, "public/accessibility.html", hubs=agencies.localities())
