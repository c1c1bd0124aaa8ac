"""What "view as" draws: the choice of whom, and a page with its banner, without what acts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse

from hub.access.inside.rules import WHY
from hub.access.viewing import Seen, Views
from hub.kernel import clock
from hub.kernel.files import ActorKind, FamilyFile, Level
from hub.ui.speaking import to_family
from hub.web.staff.context import draw
from hub.web.staff.families.shown import PARTS
from hub.web.staff.views.reading import only_to_read

Drawn = Callable[[HttpRequest, FamilyFile], HttpResponse | None]

# The family's pages that can be looked at, with what the banner calls each.
PAGES: Final = {
    "family": "The family",
    "plan": "The plan",
    "about": "About the family",
    "agreement": "Agreement",
    "family_tree": "Family tree",
    "network": "Who works with them",
    "who_sees": "Who can see",
    "looks": "Who has looked",
}
# Whoever looks, in the page's header: on the screen alone.
NOT_ON_PAPER: Final = ('"hub-header__person"', '"hub-header__person hub-on-screen"')
LEVELS: Final = {f"family:{level.word}": level for level in Level}


@dataclass(frozen=True)
class Choice:
    """Somebody as whom the file can be looked at."""

    name: str
    about: str
    href: str


@dataclass(frozen=True)
class Choices:
    """Whom an officer may choose among, or the purposes, where none was given yet."""

    members: list[Choice]
    practitioners: list[Choice]
    purposes: list[tuple[str, str]]


def choices(found: Views) -> Choices:
    """As whom one may look, each with the address."""
    here = reverse("views", args=[found.reference])
    purposes = [(words, f"{here}?why={code}") for code, words in WHY.items()]
    by_kind: dict[str, list[Choice]] = {"member": [], "practitioner": []}
    for one in found.subjects:
        if one.lost:
            continue
        href = _with_why(reverse("view", args=[found.reference, one.id]), found.why)
        by_kind[one.kind].append(Choice(one.name, PARTS.get(one.about, one.about), href))
    return Choices(by_kind["member"], by_kind["practitioner"], purposes if found.asks_why else [])


def as_seen(request: HttpRequest, seen: Seen, name: str, drawn: Drawn) -> HttpResponse:
    """One page as somebody sees it; where they do not, that they do not, and why."""
    with to_family(seen.subject.kind == "member"):
        response = drawn(request, seen.file) if seen.file else None
        if response is None:
            page = PAGES[name]
            response = draw(request, "staff/views/unseen.html", seen=seen, page=page)
    twins = _twins(seen)
    # In the order of the banner, by name and whether one is there now.
    pages = [(words, twins[_address(seen, code)], code == name) for code, words in PAGES.items()]
    others = _with_why(reverse("views", args=[seen.reference]), seen.why)
    # Who printed it tells an agency, and so a place, to from whom the place is kept (S3).
    tells = seen.file is not None and seen.family not in seen.file.held_back
    by = getattr(request, "actor", None) if tells else None
    around = {"pages": pages, "others": others, "by": by, "at": clock.now()}
    around |= {"seen": seen, "why": WHY.get(seen.why, "")}
    banner = render_to_string("staff/views/banner.html", around, using="jinja2")
    drawn_page = response.content.decode()
    if not tells:
        drawn_page = drawn_page.replace(*NOT_ON_PAPER)
    html = only_to_read(drawn_page, twins, banner, seen.subject.name)
    return HttpResponse(html, status=response.status_code)


def level_needed(page: Callable[..., HttpResponse]) -> Level:
    """The level that a page of a family says it needs."""
    return LEVELS[page.access]  # type: ignore[attr-defined]  # its mark says so


def is_inside(file: FamilyFile) -> bool:
    """Whether this file is open as to a member of the family."""
    return file.actor.kind is ActorKind.MEMBER


def _twins(seen: Seen) -> dict[str, str]:
    """Each page's address, and where it is looked at as this person."""
    return {
        _address(seen, name): _with_why(
            reverse(
                "view" if name == "family" else f"view_{name}",
                args=[seen.reference, seen.subject.id],
            ),
            seen.why,
        )
        for name in PAGES
    }


def _address(seen: Seen, name: str) -> str:
    return reverse(name, args=[seen.reference])


def _with_why(address: str, why: str) -> str:
    return f"{address}?why={why}" if why in WHY else address
