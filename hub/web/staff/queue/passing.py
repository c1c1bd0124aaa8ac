"""Somebody at work asks for a family; the access team passes one down. Nothing comes back but a
reference, and whether it was taken up."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import AskedRequest, practitioner_page, role_page
from hub.agencies import queries as agencies
from hub.intake.arrivals import changes, queries
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.web import asking
from hub.web.staff.context import draw


@practitioner_page
def passed_on(request: AskedRequest) -> HttpResponse:
    """What the reader passed to a hub, and whether it was taken up."""
    rows = queries.passed_by(request.actor)
    downs = request.actor.has_role("access_team")
    return draw(request, "staff/queue/passed_on.html", rows=rows, downs=downs, back=reverse("home"))


@practitioner_page
def asking_for(request: AskedRequest) -> HttpResponse:
    """Ask the hub for help for a family that said yes to it."""
    return _passed(request, asking.AskingFor, changes.ask_for, "staff/queue/asking.html")


@role_page("access_team")
def passing_down(request: AskedRequest) -> HttpResponse:
    """Pass a family down to a hub, with what was agreed (2.51)."""
    return _passed(request, asking.PassingDown, changes.pass_down, "staff/queue/passing.html")


def _passed(
    request: AskedRequest,
    kind: type[asking.Asking],
    change: Callable[..., Any],
    template: str,
) -> HttpResponse:
    own = {"locality": str(request.actor.locality or "")}
    given = request.POST or None
    form = asking.in_words_of_work(kind(given, hubs=agencies.localities(), initial=own))
    if form.is_valid():
        try:
            row = change(request.actor, **form.said(), now=clock.now())
            messages.success(request, f"The hub has it. Its reference is {row.reference}.")
            return redirect("passed_on")
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    return draw(request, template, form=form, back=reverse("passed_on"))
