"""Choose as whom to look, and look at one page after another. Nothing can be changed here."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.about import queries as told
from hub.access import viewing
from hub.access.inside.queries import looked_inside
from hub.access.pages import AskedRequest, role_page, viewing_page
from hub.audit import journal
from hub.audit.queries import DATA_PROTECTION_OFFICER
from hub.kernel import clock
from hub.kernel.files import FamilyFile, NotInYourFiles
from hub.web.staff.agreement.views import agreement as agreement_page
from hub.web.staff.context import draw
from hub.web.staff.families import pictures
from hub.web.staff.families.views import family
from hub.web.staff.families.views import who_sees as who_sees_page
from hub.web.staff.oversight.looks import looks as looks_page
from hub.web.staff.plans.views import plan as plan_page
from hub.web.staff.views import forms, shown
from hub.web.staff.views.shown import Drawn


@role_page(DATA_PROTECTION_OFFICER)
def asked(request: AskedRequest) -> HttpResponse:
    """Which family, and what for: where the data protection officer begins."""
    form = forms.Asked(request.POST or None)
    if form.is_valid():
        said, now = form.cleaned_data, clock.now()
        try:
            found = viewing.views_of(request.actor, said["reference"], why=said["why"], now=now)
            address = reverse("views", args=[found.reference])
            return redirect(f"{address}?why={found.why}")
        except NotInYourFiles:
            journal.record("oversight.nothing", actor=request.actor)
            form.refuse(forms.NO_FAMILY, "reference")
    return draw(request, "staff/views/asked.html", form=form)


@viewing_page
def views(request: HttpRequest, found: viewing.Views) -> HttpResponse:
    """As whom the file can be looked at."""
    return draw(request, "staff/views/views.html", found=found, choices=shown.choices(found))


def _page(name: str, drawn: Drawn) -> Callable[..., HttpResponse]:
    """The page of "view as" that shows one of the family's pages, by its name."""

    @viewing_page
    def page(request: HttpRequest, seen: viewing.Seen) -> HttpResponse:
        return shown.as_seen(request, seen, name, drawn)

    return page


def _as_it_is(page: Callable[..., HttpResponse]) -> Drawn:
    """A page of the site, drawn with the file that was opened for somebody else."""
    inner: Any = page.__wrapped__  # type: ignore[attr-defined]  # its mark would open the viewer's
    needs = shown.level_needed(page)

    def drawn(request: HttpRequest, file: FamilyFile) -> HttpResponse | None:
        answer: HttpResponse | None = inner(request, file) if file.sees(needs) else None
        return answer

    return drawn


def _about(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    page = "staff/views/about.html"
    return draw(request, page, file=file, told=told.told_in(file), inside=shown.is_inside(file))


def _looks(request: HttpRequest, file: FamilyFile) -> HttpResponse | None:
    if not shown.is_inside(file):
        return _as_it_is(looks_page)(request, file)
    lookers = looked_inside(file, now=clock.now())
    return draw(request, "staff/views/looks.html", file=file, lookers=lookers)


view = _page("family", _as_it_is(family))
plan = _page("plan", _as_it_is(plan_page))
about = _page("about", _about)
agreement = _page("agreement", _as_it_is(agreement_page))
family_tree = _page("family_tree", _as_it_is(pictures.family_tree))
network = _page("network", _as_it_is(pictures.network))
who_sees = _page("who_sees", _as_it_is(who_sees_page))
looks = _page("looks", _looks)
