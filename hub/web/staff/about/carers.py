"""How many young carers there are, and what is done for them: numbers, never a list (3.4)."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse
from django.urls import reverse

from hub.about import caring, rules
from hub.about.caring import Counted
from hub.access.pages import AskedRequest, role_page
from hub.kernel.files import Actor
from hub.web.staff.context import draw

READERS: Final = ("coordinator", "leadership_manager")
STEPS: Final = {
    "identified": "Children and young people under 18 who look after somebody",
    "asked": "Asked with them what they need",
    "offered": "Offered an assessment",
    "requested": "An assessment was asked for and is still to be done",
    "done": "An assessment was done",
}
FEW: Final = "Fewer than 5"


@dataclass(frozen=True)
class Aim:
    """One aim, with how many it is fine for, who need something, and for whom it is being done."""

    words: str
    fine: str
    needs: str
    done: str


@dataclass(frozen=True)
class Place:
    """A locality's numbers in words: each step, then each aim."""

    name: str
    steps: list[tuple[str, str]]
    aims: list[Aim]


@role_page(*READERS)
def young_carers(request: AskedRequest) -> HttpResponse:
    """The numbers of each of one's localities."""
    back = reverse("hub" if request.actor.has_role("coordinator") else "home")
    return draw(request, "staff/about/carers.html", places=places(request.actor), back=back)


def places(actor: Actor) -> list[Place]:
    """Each locality with its numbers."""
    by_place: dict[str, dict[str, Counted]] = {}
    for row in caring.counted(actor):
        by_place.setdefault(row.locality, {})[row.what] = row
    return [_place(name, rows) for name, rows in by_place.items()]


def _place(name: str, rows: dict[str, Counted]) -> Place:
    told = {
        what: FEW if row.number is None else f"About {row.number}" for what, row in rows.items()
    }
    steps = [(words, told[code]) for code, words in STEPS.items()]
    aims = [
        Aim(rules.CARER.labels[code], *(told[f"{code}_{how}"] for how in ("fine", "needs", "done")))
        for code in rules.AIMS
    ]
    return Place(name, steps, aims)
