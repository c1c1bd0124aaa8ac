"""Every page of the practitioners' site, from its URLconf."""

from dataclasses import dataclass
from functools import cache

from django.urls import URLPattern

from hub.web.staff.urls import urlpatterns


@dataclass(frozen=True)
class Page:
    """A page of the URLconf: its name, the names in its address, and who it says it is for."""

    name: str
    holds: tuple[str, ...]
    access: str


@cache
def pages() -> dict[str, Page]:
    """Every page of the practitioners' site."""
    found = {}
    for pattern in urlpatterns:
        assert isinstance(pattern, URLPattern)
        holds = tuple(pattern.pattern.converters)
        name = pattern.name or ""
        found[name] = Page(name, holds, getattr(pattern.callback, "access", "silent"))
    return found
