"""Decide to share without agreement, or look in an emergency (S14)."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access import overrides
from hub.access.pages import AskedRequest, family_page, practitioner_page
from hub.audit import journal
from hub.consent import changes as consent
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level, NotInYourFiles
from hub.web.staff.context import draw
from hub.web.staff.overrides import forms, shown

NOT_THERE = (
    "There is no family that you can look at with this reference. Check it. If somebody is in "
    "danger now, do not wait: call 999 or ring the numbers below"
)
LOOKING = (
    "You can read this family's summary now. The safeguarding lead has been told. It ends by itself"
)
NOBODY = "Nobody works here with this email address. Check it"


@practitioner_page
def emergency(request: AskedRequest) -> HttpResponse:
    """Look at a family one cannot see, since somebody may come to serious harm."""
    seconds = overrides.seconds(request.actor, request.actor.locality, now=clock.now())
    form = forms.Emergency(request.POST or None, seconds=seconds)
    found: list[str] = []
    try:
        if form.saves(lambda **given: found.append(overrides.look(request.actor, **given))):
            messages.success(request, LOOKING)
            return redirect("family", reference=found[0])
    except NotInYourFiles:
        journal.record("emergency.refused", actor=request.actor)
        form.refuse(NOT_THERE, "reference")
    return draw(request, "staff/overrides/emergency.html", form=form, back=reverse("families"))


@family_page("override", needs=Level.RECORD)
def family_overrides(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """What was shared of a family without agreement, for its lead."""
    page: dict[str, Any] = {"file": file, "rows": shown.of_family(file), "words": shown.WORDS}
    back = reverse("family", args=[file.reference])
    return draw(request, "staff/overrides/family.html", **page, back=back)


@family_page("override", needs=Level.RECORD)
def override_new(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Record that something is shared without agreement."""
    form = forms.Decision(
        request.POST or None,
        seconds=overrides.seconds(file.actor, file.locality, now=clock.now()),
        agencies=shown.agencies_here(file),
        items=shown.items(file),
    )
    if form.saves(partial(_decide, file, form)):
        messages.success(request, "It is recorded. The safeguarding lead has been told.")
        return redirect("family_overrides", reference=file.reference)
    back = reverse("family_overrides", args=[file.reference])
    return draw(request, "staff/overrides/new.html", file=file, form=form, back=back)


@family_page("override", needs=Level.RECORD)
def override_told(request: HttpRequest, file: FamilyFile, override: int) -> HttpResponse:
    """Record that the family was told of one of them, and how."""
    row = shown.one_of_family(file, override)
    form = forms.Told(request.POST or None)
    if form.is_valid():
        try:
            consent.tell_family(file, override, **form.cleaned_data, now=clock.now())
            messages.success(request, "It is recorded that the family was told.")
            return redirect("family_overrides", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "form": form, "row": row, "words": shown.WORDS}
    back = reverse("family_overrides", args=[file.reference])
    return draw(request, "staff/overrides/told.html", **page, back=back)


def _decide(file: FamilyFile, form: forms.Decision, **given: Any) -> None:
    if given["shown_to"] == "practitioner":
        found = overrides.colleague(form.cleaned_data["email"], now=given["now"])
        if found is None:
            raise NotAllowed(NOBODY)
        given["shown_to_id"] = found
    consent.override(file, **given)
