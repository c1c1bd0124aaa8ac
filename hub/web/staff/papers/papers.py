"""The family's papers: put one here, read what is known of it, take a copy."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.kernel.files import FamilyFile, Level
from hub.papers import changes, queries
from hub.web.staff.context import draw
from hub.web.staff.papers import forms, shown
from hub.web.staff.papers.signing import saved


@family_page("papers", needs=Level.SUMMARY)
def papers(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Every paper, newest first."""
    return _draw(
        request, "staff/papers/papers.html", "family", file=file, papers=shown.papers(file)
    )


@family_page("papers", needs=Level.SUMMARY)
def signed_sheet(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """The sheet somebody signed: for which yeses, and the file (2.88)."""
    of = shown.signing(file, person)
    form = forms.SignedSheet(request.POST or None, files=request.FILES or None,
                             yeses=of.yeses, ticked=of.open)  # fmt: skip
    if form.is_valid() and saved(form, "file", changes.put, file, form.change(person)):
        messages.success(request, "The sheet is kept as it is, and counts as signed.")
        return redirect("agreement", reference=file.reference)
    return _draw(request, "staff/papers/sheet_put.html", "agreement", file=file, of=of, form=form)


@family_page("papers", needs=Level.SUMMARY)
def another(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """A paper that goes with what the family agreed to."""
    form = forms.Another(request.POST or None, files=request.FILES or None)
    if form.is_valid() and saved(form, "file", changes.put, file, form.change()):
        messages.success(request, "The paper is kept as it is.")
        return redirect("papers", reference=file.reference)
    return _draw(request, "staff/papers/paper_put.html", "papers", file=file, form=form)


@family_page("papers", needs=Level.SUMMARY)
def paper(request: HttpRequest, file: FamilyFile, paper: int) -> HttpResponse:
    """What is known of one paper."""
    line = shown.paper_line(queries.paper(file, paper))
    return _draw(request, "staff/papers/paper.html", "papers", file=file, paper=line)


@family_page("papers", needs=Level.SUMMARY)
def paper_file(request: HttpRequest, file: FamilyFile, paper: int) -> HttpResponse:
    """A copy to take away: never shown in the browser, never run, never kept on the way."""
    found = queries.download(file, paper)
    return HttpResponse(
        found.data,
        content_type=found.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{found.name}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _draw(
    request: HttpRequest, page: str, back: str, *, file: FamilyFile, **context: Any
) -> HttpResponse:
    context |= {"file": file, "checked": shown.checked_for_viruses()}
    to = reverse(back, args=[file.reference])
    return draw(request, page, back=to, **context)
