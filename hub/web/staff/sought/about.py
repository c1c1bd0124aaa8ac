"""Advice that was asked for about a family: theirs who wrote it, and of who leads the family."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.intake.sought import changes, queries
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.context import draw
from hub.web.staff.sought import forms, shown
from hub.web.staff.sought.views import DECIDED, SAVED, TO_COME


@family_page("sought", needs=Level.SUMMARY)
def family_sought(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """What was asked about this family, as far as the reader is shown it."""
    rows, back = shown.of_family(file), reverse("family", args=[file.reference])
    return draw(request, "staff/sought/family.html", file=file, rows=rows, back=back)


@family_page("sought", needs=Level.SUMMARY)
def family_sought_new(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Write down advice that was asked for about this family."""
    form = forms.Sought(request.POST or None)
    row = form.saves(partial(changes.save, file, now=clock.now()))
    if row:
        messages.success(request, SAVED if row.decided_at else TO_COME)
        return redirect("family_sought", reference=file.reference)
    back = reverse("family_sought", args=[file.reference])
    return draw(request, "staff/sought/new.html", form=form, file=file, back=back)


@family_page("sought", needs=Level.SUMMARY)
def family_sought_one(request: HttpRequest, file: FamilyFile, sought: int) -> HttpResponse:
    """One of them."""
    entry = shown.in_file(file, queries.sought_one(file, sought))
    back = reverse("family_sought", args=[file.reference])
    return draw(request, "staff/sought/one.html", entry=entry, file=file, back=back)


@family_page("sought", needs=Level.SUMMARY)
def family_sought_decision(request: HttpRequest, file: FamilyFile, sought: int) -> HttpResponse:
    """Write down what was decided."""
    row = queries.sought_one(file, sought)
    form = forms.Decision(request.POST or None, version=row.version)
    if form.saves(partial(changes.decide, file, sought, now=clock.now())):
        messages.success(request, DECIDED)
        return redirect("family_sought", reference=file.reference)
    back = reverse("family_sought_one", args=[file.reference, sought])
    entry = shown.in_file(file, row)
    return draw(request, "staff/sought/decision.html", form=form, entry=entry, file=file, back=back)
