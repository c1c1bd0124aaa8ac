"""The coordinator's hub: what waits, how the hub is reached, and the numbers to ring."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse

from hub.access import coordination
from hub.access.pages import AskedRequest, role_page
from hub.agencies import changes
from hub.kernel import clock
from hub.ui.forms import Repeated
from hub.web.staff.agencies import forms
from hub.web.staff.context import draw

KEEPERS = ("coordinator", "administrator")
CONTACT = ("name", "hub_name", "hub_address", "hub_phone", "hub_email")


@role_page("coordinator")
def hub(request: AskedRequest) -> HttpResponse:
    """Everything that waits for a coordinator, and the agencies of the locality."""
    hubs = coordination.hubs_of(request.actor, now=clock.now())
    return draw(request, "staff/agencies/hub.html", hubs=hubs, family_href=_family)


@role_page(*KEEPERS)
def contact(request: AskedRequest, locality: int) -> HttpResponse:
    """How a hub is reached."""
    row = coordination.locality_for(request.actor, locality)
    shown = {name: getattr(row, name) for name in CONTACT}
    form = forms.HubContact(request.POST or None, initial=shown, version=row.version)
    if form.saves(partial(changes.edit_locality, request.actor, locality)):
        messages.success(request, "How the hub is reached was saved.")
        return redirect(_back(request))
    return draw(request, "staff/agencies/contact.html", form=form, place=row, back=_back(request))


@role_page(*KEEPERS)
def numbers(request: AskedRequest, locality: int | None = None) -> HttpResponse:
    """The numbers to ring, all at once; with no locality those shown everywhere."""
    rows = coordination.numbers_for(request.actor, locality)
    form = forms.Numbers(request.POST or None, initial={"shown": forms.shown_of(rows)})
    lines = _lines(request, rows)
    if lines.is_valid() and form.saves(lambda **_: _save(request, locality, form, lines)):
        messages.success(request, "The numbers were saved.")
        return redirect(_back(request))
    if form.both:
        form.show_what_stands(rows)
    return draw(
        request,
        "staff/agencies/numbers.html",
        form=form,
        lines=lines,
        locality=locality,
        back=_back(request),
    )


def _lines(request: AskedRequest, rows: list[Any]) -> Repeated[forms.Number]:
    shown = [{"label": row.label, "number": row.number, "hint": row.hint} for row in rows]
    return Repeated(
        forms.Number,
        request.POST or None,
        name="numbers",
        noun="number",
        initial=shown,
        least=0,
        most=12,
    )


def _save(
    request: AskedRequest, locality: int | None, form: forms.Numbers, lines: Repeated[forms.Number]
) -> None:
    changes.edit_help_numbers(
        request.actor, locality, lines=forms.lines_of(lines.cleaned), shown=form.rows_shown
    )


def _back(request: AskedRequest) -> str:
    return reverse("hub" if request.actor.has_role("coordinator") else "agencies")


def _family(reference: str) -> str:
    try:
        return reverse("family", kwargs={"reference": reference})
    except NoReverseMatch:
        return ""
