"""The coordinator's queue: what waits, who has it in hand, what came of it."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import AskedRequest, role_page
from hub.intake.arrivals import changes, queries
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.web.staff.context import draw
from hub.web.staff.queue import forms, shown

CHANGED: Final = (
    "Somebody changed this while you were looking at it. Read it again, then go on if it is still "
    "right."
)


@role_page("coordinator")
def waiting(request: AskedRequest) -> HttpResponse:
    """What waits, the oldest first, and what came of the rest."""
    rows = queries.waiting_for(request.actor, now=clock.now())
    page = shown.queue(rows, actor=request.actor, now=clock.now())
    return draw(request, "staff/queue/queue.html", page=page, back=reverse("hub"))


@role_page("coordinator")
def arrival(request: AskedRequest, arrival: int) -> HttpResponse:
    """One family that came to the hub, in the words it was told with."""
    row = queries.arrival(request.actor, arrival, now=clock.now())
    page = shown.one(row, actor=request.actor, now=clock.now())
    mark = forms.Mark(version=row.version)
    return draw(request, "staff/queue/arrival.html", page=page, mark=mark, back=reverse("queue"))


@role_page("coordinator")
def taking(request: AskedRequest, arrival: int) -> HttpResponse:
    """A post takes it up."""
    return _mark(request, arrival, changes.take, "You have taken it up.")


@role_page("coordinator")
def giving_back(request: AskedRequest, arrival: int) -> HttpResponse:
    """A post puts it back into the queue."""
    return _mark(request, arrival, changes.give_back, "It waits in the queue again.")


@role_page("coordinator")
def reopening(request: AskedRequest, arrival: int) -> HttpResponse:
    """A post takes back what was written down of what came of it."""
    return _mark(request, arrival, changes.reopen, "It is open again, and you have it in hand.")


@role_page("coordinator")
def outcome(request: AskedRequest, arrival: int) -> HttpResponse:
    """Write down what came of it."""
    row = queries.arrival(request.actor, arrival, now=clock.now())
    form = forms.Outcome(request.POST or None, version=row.version)
    if form.is_valid():
        try:
            _end(request, arrival, form)
            messages.success(request, "What came of it is written down. You can undo that.")
            return redirect("arrival", arrival=arrival)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
        except Conflict as told:
            form.version = told.version
            form.refuse(CHANGED)
    page: dict[str, Any] = {"form": form, "row": row, "back": reverse("arrival", args=[arrival])}
    return draw(request, "staff/queue/outcome.html", **page)


def _end(request: AskedRequest, pk: int, form: forms.Outcome) -> None:
    version, now = form.version or 0, clock.now()
    changes.end(request.actor, pk, **form.cleaned_data, version=version, now=now)


def _mark(request: AskedRequest, pk: int, change: Callable[..., Any], said: str) -> HttpResponse:
    if request.method == "POST":
        version = forms.Mark(request.POST).version or 0
        try:
            change(request.actor, pk, version=version, now=clock.now())
            messages.success(request, said)
        except Conflict:
            messages.warning(request, CHANGED)
    else:
        queries.arrival(request.actor, pk, now=clock.now())  # not there says so, however asked
    return redirect("arrival", arrival=pk)
