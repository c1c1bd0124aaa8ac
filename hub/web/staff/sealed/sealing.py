"""Seal an identity; oversee what is sealed by its code, and name its two people."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import AskedRequest, family_page, practitioner_page, role_page
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.sealed import changes, queries
from hub.sealed.snapshot import relations_of
from hub.web.staff.context import draw
from hub.web.staff.sealed import forms

OFFICER = "data_protection_officer"


@family_page("family", needs=Level.RECORD)
def sealing(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """Say what sealing does, then seal who a member was, or that they are here."""
    row = families.member(file, person)
    form = forms.Seal(
        request.POST or None, known=relations_of(file, person), initial={"born": row.person.born}
    )
    if form.is_valid():
        try:
            changes.seal(file.actor, file, person, **form.given(), now=clock.now())
            messages.success(request, "It is sealed. Two people will be named who can open it.")
            return redirect("family", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "form": form, "row": row}
    back = reverse("person", args=[file.reference, person])
    return draw(request, "staff/sealed/sealing.html", **page, back=back)


@role_page(OFFICER)
def overseen(request: AskedRequest) -> HttpResponse:
    """All that is sealed, by code: neither whom nor which family."""
    found = queries.overseen(request.actor)
    return draw(request, "staff/sealed/overseen.html", found=found, back=reverse("looked"))


@practitioner_page
def keepers(request: AskedRequest, sealed: int) -> HttpResponse:
    """One by its code, for the officer; where nobody is named yet, name the two. For anybody else
    it is not there."""
    found = queries.one_overseen(request.actor, sealed)
    form = forms.Keepers(request.POST or None)
    if form.is_valid():
        try:
            changes.name_keepers(request.actor, sealed, **form.cleaned_data, now=clock.now())
            messages.success(request, "The two people are named, and have been told.")
            return redirect("sealed_overseen")
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    back = reverse("sealed_overseen")
    return draw(request, "staff/sealed/keepers.html", found=found, form=form, back=back)
