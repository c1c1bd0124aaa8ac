"""Advice asked for with no family's file, all of somebody's own, and how often it is asked for."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import AskedRequest, practitioner_page, role_page
from hub.intake.sought import changes, queries
from hub.kernel import clock
from hub.web.staff.context import draw
from hub.web.staff.sought import forms, shown

SAVED = "It is written down."
TO_COME = "It is written down. What you decide is still to come."
DECIDED = "What you decided is written down."


@practitioner_page
def sought(request: AskedRequest) -> HttpResponse:
    """All that one asked: what is still to be decided first."""
    page = shown.mine(request.actor, now=clock.now())
    return draw(request, "staff/sought/mine.html", page=page, back=reverse("home"))


@practitioner_page
def sought_new(request: AskedRequest) -> HttpResponse:
    """Write down advice that was asked for, with no family's file and no name."""
    form = forms.Sought(request.POST or None)
    row = form.saves(partial(changes.save_own, request.actor, now=clock.now()))
    if row:
        messages.success(request, SAVED if row.decided_at else TO_COME)
        return redirect("sought")
    return draw(request, "staff/sought/new.html", form=form, file=None, back=reverse("sought"))


@practitioner_page
def sought_one(request: AskedRequest, sought: int) -> HttpResponse:
    """One of them."""
    entry = shown.of_nobody(queries.own_one(request.actor, sought))
    return draw(request, "staff/sought/one.html", entry=entry, file=None, back=reverse("sought"))


@practitioner_page
def sought_decision(request: AskedRequest, sought: int) -> HttpResponse:
    """Write down what was decided."""
    row = queries.own_one(request.actor, sought)
    form = forms.Decision(request.POST or None, version=row.version)
    if form.saves(partial(changes.decide_own, request.actor, sought, now=clock.now())):
        messages.success(request, DECIDED)
        return redirect("sought")
    back = reverse("sought_one", args=[sought])
    entry = shown.of_nobody(row)
    return draw(request, "staff/sought/decision.html", form=form, entry=entry, file=None, back=back)


@role_page("coordinator")
def sought_counted(request: AskedRequest) -> HttpResponse:
    """How often the people of one's hubs asked for advice, this month and last."""
    rows = queries.counted(request.actor, since=shown.since(clock.now()))
    months = shown.by_month(rows)
    return draw(request, "staff/sought/counted.html", months=months, back=reverse("hub"))
