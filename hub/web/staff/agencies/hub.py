"""The coordinator's hub: what waits, how the hub is reached, and the numbers to ring."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access import coordination
from hub.access.pages import AskedRequest, role_page
from hub.agencies import changes
from hub.intake.arrivals import queries as arrivals
from hub.kernel import clock
from hub.ui.forms import Repeated
from hub.web.staff.agencies import forms
from hub.web.staff.context import draw
from hub.web.staff.duplicates import shown as duplicates

FIRST, EVERY = 20, 100  # families without a lead on the page, and on the page of all
KEEPERS = ("coordinator", "administrator")
CONTACT = ("name", "hub_name", "hub_address", "hub_phone", "hub_email")


@role_page("coordinator")
def hub(request: AskedRequest) -> HttpResponse:
    """Everything that waits for a coordinator, and the agencies of the locality."""
    most = EVERY if "every" in request.GET else FIRST
    hubs = coordination.hubs_of(request.actor, now=clock.now(), most=most)
    queue = arrivals.count_waiting(request.actor, now=clock.now())
    page: dict[str, Any] = {"hubs": hubs, "every": most == EVERY, "queue": queue}
    alike = duplicates.waiting(request.actor, now=clock.now())
    return draw(request, "staff/agencies/hub.html", **page, alike=alike)


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


@role_page("administrator")
def numbers_everywhere(request: AskedRequest) -> HttpResponse:
    """The numbers that every locality shows."""
    return _numbers(request, None)


@role_page(*KEEPERS)
def numbers(request: AskedRequest, locality: int) -> HttpResponse:
    """The numbers to ring in one locality, all at once."""
    return _numbers(request, locality)


def _numbers(request: AskedRequest, locality: int | None) -> HttpResponse:
    rows = coordination.numbers_for(request.actor, locality)
    form = forms.Numbers(request.POST or None, initial={"shown": forms.shown_of(rows)})
    lines = _lines(request, rows)
    if _saved(request, locality, form, lines, rows):
        messages.success(request, "The numbers were saved.")
        return redirect(_back(request))
    page: dict[str, Any] = {"form": form, "lines": lines, "locality": locality}
    return draw(request, "staff/agencies/numbers.html", **page, back=_back(request))


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


def _saved(
    request: AskedRequest,
    locality: int | None,
    form: forms.Numbers,
    lines: Repeated[forms.Number],
    rows: list[Any],
) -> bool:
    """Whether all lines are right and were saved; else the form shows what stands."""

    def save(**_: Any) -> None:
        written = forms.lines_of(lines.cleaned)
        changes.edit_help_numbers(request.actor, locality, lines=written, shown=form.rows_shown)

    if not lines.is_valid():
        return False
    saved = form.saves(save)
    if form.both:
        form.show_what_stands(rows)
    return saved


def _back(request: AskedRequest) -> str:
    return reverse("hub" if request.actor.has_role("coordinator") else "agencies")
