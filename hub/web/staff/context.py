"""What every page of the practitioners' site shows around its own content."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from hub.kernel.files import Actor
from hub.ui import draw as ui
from hub.ui.addresses import address_or_none

# Whoever may work with families: an administrator sees none, whatever else they are (A3).
WORK = "work"
# The menu: words, the page's name, and the roles it is for (empty: everybody).
MENU = (
    ("Home", "home", ""),
    ("Find a family", "families", WORK),
    ("Register a family", "quick_start", WORK),
    ("Hub", "hub", "coordinator"),
    ("Queue", "queue", "coordinator"),
    ("Passed to a hub", "passed_on", "access_team"),
    ("Agencies", "agencies", "administrator"),
    ("Sharing agreements", "sharing_agreements", "leadership_manager"),
    ("Young carers", "young_carers", "leadership_manager"),
    ("Who looked", "looked", "data_protection_officer"),
    ("Shared without agreement", "overrides", "safeguarding_lead data_protection_officer"),
)


def draw(request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
    """A page of the practitioners' site, with its menu. As `hub.ui.draw.draw`."""
    context.setdefault("navigation", menu(request))
    return ui.draw(request, template, status=status, **context)


def menu(request: HttpRequest) -> list[dict[str, Any]]:
    """The menu for whoever is asking, with the page they are on marked."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is None:
        return []
    return [
        {"text": words, "href": href, "current": request.path == href}
        for words, name, roles in MENU
        if _is_for(actor, roles) and (href := address_or_none(name))
    ]


def works_with_families(actor: Actor) -> bool:
    """Whether pages that begin work with a family are of any use to somebody."""
    return not actor.has_role("administrator")


def _is_for(actor: Actor, roles: str) -> bool:
    if roles == WORK:
        return works_with_families(actor)
    return not roles or any(map(actor.has_role, roles.split()))
