"""Find a family, read its page, record that one works with it, see who can see it."""

import re
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access import changes as access
from hub.access import door
from hub.access.pages import AskedRequest, family_page, practitioner_page
from hub.audit import journal
from hub.families import rules
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles
from hub.kernel.ids import ALPHABET, REFERENCE_LENGTH, tidy_reference
from hub.web.staff.context import draw
from hub.web.staff.families import forms, shown

REFERENCE = re.compile(f"FH-[{ALPHABET}]{{{REFERENCE_LENGTH}}}")


@practitioner_page
def find(request: AskedRequest) -> HttpResponse:
    """Look for a family by its reference or a member's name, among those one may see."""
    form = forms.Find(request.POST or None)
    page: dict[str, Any] = {"form": form, "found": None}
    if form.is_valid():
        sought = form.cleaned_data["sought"]
        reference = _open_one(request.actor, sought)
        if reference:
            return redirect("family", reference=reference)
        files = door.find_by_name(request.actor, rules.name_words(sought), now=clock.now())
        page["found"] = shown.found(files)
    return draw(request, "staff/families/find.html", **page)


@family_page("family")
def family(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """A family: where only the signpost may be seen, the lead and how to reach them."""
    page = shown.family_page(file)
    whole, part = "staff/families/family.html", "staff/families/signpost.html"
    template = whole if file.sees(Level.SUMMARY) else part
    registered = "registered" in request.GET and page.leads
    return draw(request, template, file=file, page=page, registered=registered)


@family_page("working")
def working(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Record that one works with the family, why and since when (S1)."""
    form = forms.WorkWith(request.POST or None)
    if form.is_valid():
        try:
            access.work_with(file, **form.cleaned_data, now=clock.now())
            messages.success(request, "It is recorded that you work with this family.")
            return redirect("family", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    return draw(request, "staff/families/working.html", file=file, form=form, back=_back(file))


@family_page("working", needs=Level.SUMMARY)
def working_end(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Record that one works with the family no more."""
    form = forms.Sure(request.POST or None)
    if form.is_valid():
        try:
            access.stop_working(file, now=clock.now())
            messages.success(request, "It is recorded that you no longer work with the family.")
            return redirect("families")
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    return draw(request, "staff/families/working_end.html", file=file, form=form, back=_back(file))


@family_page("who_sees", needs=Level.SUMMARY)
def who_sees(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Who can see this family and why, whoever reads it first (C5)."""
    sees = shown.who_sees(file)
    return draw(request, "staff/families/who_sees.html", file=file, sees=sees, back=_back(file))


def _open_one(actor: Actor, typed: str) -> str:
    """The reference of the one family that was asked for by its own, "" when there is none."""
    reference = tidy_reference(typed)
    if not REFERENCE.fullmatch(reference):
        return ""
    try:
        return door.open_file(actor, reference, "family", now=clock.now()).reference
    except NotInYourFiles:
        journal.record("file.refused", actor=actor)
        return ""


def _back(file: FamilyFile) -> str:
    return reverse("family", args=[file.reference])
