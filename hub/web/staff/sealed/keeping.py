"""What the two people named can do: open it, hand it over, end it. For anybody else it is not
there, in the same words as what never was."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import AskedRequest, practitioner_page
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.sealed import changes, queries
from hub.web.staff.context import draw
from hub.web.staff.sealed import forms

# By whether one answers the other's asking.
HANDING: dict[bool, Callable[..., Any]] = {
    True: changes.agree_to_hand_over,
    False: changes.ask_to_hand_over,
}


@practitioner_page
def records(request: AskedRequest) -> HttpResponse:
    """Those that one is one of the two people for."""
    held = queries.mine(request.actor)
    return draw(request, "staff/sealed/records.html", held=held, back=reverse("families"))


@practitioner_page
def record(request: AskedRequest, sealed: int) -> HttpResponse:
    """One by its code, with who opened it; for ten minutes after a reason, what is in it."""
    form, now = forms.Opening(request.POST or None), clock.now()
    kept = queries.one_of_mine(request.actor, sealed)
    if form.is_valid():
        try:
            changes.open_sealed(request.actor, sealed, **form.cleaned_data, now=now)
            return redirect("sealed_record", sealed=sealed)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    opened = queries.just_opened(request.actor, sealed, now=now)
    page: dict[str, Any] = {"kept": kept, "form": form, "opened": opened}
    return draw(request, "staff/sealed/record.html", **page, back=reverse("sealed_records"))


@practitioner_page
def handover(request: AskedRequest, sealed: int) -> HttpResponse:
    """Name who takes one's place; or say yes to whom the other one named."""
    kept = queries.one_of_mine(request.actor, sealed)
    answers = bool(kept.handing_to) and not kept.handing_is_mine
    form = (forms.Sure if answers else forms.HandOver)(request.POST or None)
    if form.is_valid():
        try:
            HANDING[answers](request.actor, sealed, **form.cleaned_data, now=clock.now())
            messages.success(request, "It is recorded.")
            return redirect("sealed_record", sealed=sealed)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"kept": kept, "form": form, "answers": answers}
    return draw(request, "staff/sealed/handover.html", **page, back=_back(sealed))


@practitioner_page
def end(request: AskedRequest, sealed: int) -> HttpResponse:
    """Ask that it is sealed no more; or say yes to what the other one asked."""
    kept = queries.one_of_mine(request.actor, sealed)
    answers = kept.ending_asked and not kept.ending_is_mine
    form = forms.Sure(request.POST or None)
    if form.is_valid():
        try:
            change = changes.agree_to_end if answers else changes.ask_to_end
            change(request.actor, sealed, now=clock.now())
            messages.success(request, "It is recorded.")
            return redirect("sealed_record", sealed=sealed)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"kept": kept, "form": form, "answers": answers}
    return draw(request, "staff/sealed/end.html", **page, back=_back(sealed))


def _back(sealed: int) -> str:
    return reverse("sealed_record", args=[sealed])
