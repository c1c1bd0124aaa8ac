"""Before a yes: exactly what each agency would see, from this family's own file (3.14)."""

from dataclasses import dataclass, field
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from hub.about import queries as about
from hub.about.rules import State
from hub.access import door
from hub.access.pages import family_page
from hub.consent import queries as consent
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level, somebody_at
from hub.web.staff.agreement import shown
from hub.web.staff.context import draw
from hub.web.staff.families import shown as family_shown
from hub.web.staff.plans import shown as plan_shown


@dataclass(frozen=True)
class Step:
    """What one answer lets somebody at the agency see: the pages' own contents at that level."""

    family: family_shown.FamilyPage
    plan: plan_shown.PlanPage | None = None
    told: list[str] = field(default_factory=list)


@family_page("agreement", needs=Level.SUMMARY)
def choosing(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Which agency to look as."""
    page: dict[str, Any] = {"file": file, "agencies": shown.agencies_to_add(file)}
    back = reverse("agreement", args=[file.reference])
    return draw(request, "staff/agreement/preview_choosing.html", **page, back=back)


@family_page("agreement", needs=Level.SUMMARY)
def preview(request: HttpRequest, file: FamilyFile, agency: int) -> HttpResponse:
    """What this agency would see, answer by answer, on one sheet."""
    names = dict(shown.agencies_to_add(file))
    if agency not in names:
        raise Http404
    page = _page(file, agency, names[agency], without="without" in request.GET)
    back = reverse("preview", args=[file.reference])
    return draw(request, "staff/agreement/preview.html", **page, back=back)


def _page(file: FamilyFile, agency: int, name: str, *, without: bool) -> dict[str, Any]:
    kept = _kept_from(file, agency)
    without = without or file.family in kept
    held = kept | ({file.family} if without else frozenset())
    page: dict[str, Any] = {
        "file": file,
        "agency": name,
        "nothing": _is_whole_family_kept(file, agency),
        "without_places": without,
        "may_switch": file.family not in kept,
        "writes_it_down": shown.writes_it_down(file, agency),
        "sees_all": file.sees(Level.RECORD),
        "today": clock.today(),
    }
    for step, level in (
        ("first", Level.SIGNPOST),
        ("second", Level.SUMMARY),
        ("third", Level.PLAN),
    ):
        page[step] = as_there(file, agency, name, level, held) if file.sees(level) else None
    return page


def as_there(
    file: FamilyFile, agency: int, agency_name: str, level: Level, held: frozenset[int]
) -> Step:
    """The family as its pages show it to somebody there at this level, by the same code."""
    there = somebody_at(agency, agency_name, file.locality)
    return door.as_shown_to(file, there, level=level, held_back=held, show=_step)


def _step(file: FamilyFile) -> Step:
    sees_plan = file.sees(Level.SUMMARY)
    plan = plan_shown.plan_page(file, today=clock.today()) if sees_plan else None
    return Step(family_shown.family_page(file), plan, _told(file) if sees_plan else [])


def _told(file: FamilyFile) -> list[str]:
    """The parts of "About my family" with something in them that are seen at this level."""
    names = {row.person_id: row.person.given_names for row in families.members_in(file)}
    return [
        f"{task.part.title}: {names[task.person]}" if task.person in names else task.part.title
        for task in about.tasks_in(file)
        if task.state is not State.NOT_STARTED
    ]


def _kept_from(file: FamilyFile, agency: int) -> frozenset[int]:
    """What is kept private from everybody there, as far as the reader may know of it."""
    if not file.sees(Level.RECORD):
        return frozenset()
    return frozenset(
        row.item
        for row in consent.restrictions_in(file)
        if row.item is not None and (row.kept_from, row.kept_from_id) == ("agency", agency)
    )


def _is_whole_family_kept(file: FamilyFile, agency: int) -> bool:
    if not file.sees(Level.RECORD):
        return False
    return any(
        row.item is None and (row.kept_from, row.kept_from_id) == ("agency", agency)
        for row in consent.restrictions_in(file)
    )
