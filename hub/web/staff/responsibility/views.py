"""Who has parental responsibility for a child, through what, since when, and why it ended (S9)."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hub.access.pages import family_page
from hub.consent.orders.changes import end_responsibility
from hub.families import changes, queries
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from hub.ui.forms import choose
from hub.web.staff.context import draw
from hub.web.staff.responsibility import forms, shown
from hub.web.staff.responsibility.saving import answer


@family_page("responsibility", needs=Level.SUMMARY)
def responsibility(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Who decides for each child, what court orders do, and what is to be looked at again."""
    page, back = shown.page(file), reverse("family", args=[file.reference])
    template = "staff/responsibility/responsibility.html"
    return draw(request, template, file=file, page=page, back=back)


@family_page("responsibility", needs=Level.SUMMARY)
def new(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Somebody who has parental responsibility for a child."""
    children, people = shown.children(file), shown.holders(file)
    form = forms.Holder(request.POST or None, children=children, people=people)
    return answer(
        request,
        file,
        form,
        lambda said: changes.hold_responsibility(file, **said, now=clock.now()),
        title="Add who has parental responsibility",
        law=True,
    )


@family_page("responsibility", needs=Level.SUMMARY)
def change(request: HttpRequest, file: FamilyFile, responsibility: int) -> HttpResponse:
    """Through what somebody has it, and since when, to put right."""
    row = queries.responsibility(file, responsibility)
    initial = {"source": row.source, "since": row.since}
    form = forms.Since(request.POST or None, initial=initial, version=row.version)
    if row.person is None:
        choose(form, "source", [(row.source, row.get_source_display())])
    save = lambda said: changes.edit_responsibility(  # noqa: E731 - what a valid form does
        file, row.pk, version=form.version or 0, **said, now=clock.now()
    )
    title = f"Change how {shown.name_of(row)} has parental responsibility"
    return answer(request, file, form, save, row=row, title=title, law=True)


@family_page("responsibility", needs=Level.SUMMARY)
def end(request: HttpRequest, file: FamilyFile, responsibility: int) -> HttpResponse:
    """Why somebody's parental responsibility ended."""
    row = queries.responsibility(file, responsibility)
    form = forms.HolderEnds(request.POST or None, version=row.version)
    title = f"{shown.name_of(row)} no longer has parental responsibility"
    save = lambda said: end_responsibility(  # noqa: E731 - what a valid form does
        file, row.pk, version=form.version or 0, **said, now=clock.now()
    )
    return answer(request, file, form, save, row=row, title=title, child=row.child.full_name)
