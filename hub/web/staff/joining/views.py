"""Ask to join the team of a family a look-up told of; and the lead answers."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.lookup.asking import hub_of
from hub.access.lookup.steady import steady
from hub.access.pages import AskedRequest, family_page, practitioner_page
from hub.intake.joining import changes, queries
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.context import draw
from hub.web.staff.joining.forms import Answer, Joining
from hub.web.staff.lookup.typed import carried, typed_again

ASKED = "Whoever leads has your question, and will be in touch."
CHANGED = "This was answered while you were writing."


@steady
@practitioner_page
def asking(request: AskedRequest) -> HttpResponse:
    """With what was typed to look the family up: whose yes there is, and what for."""
    if request.method != "POST":
        return redirect("lookup")
    form = Joining(request.POST if "ask" in request.POST else None)
    if form.is_valid() and _asked(request, form):
        return redirect("joins_asked")
    page: dict[str, Any] = {
        "form": form,
        "carried": carried(request.POST),
        "back": reverse("lookup"),
    }
    return draw(request, "staff/joining/asking.html", **page)


def _asked(request: AskedRequest, form: Joining) -> bool:
    people, reference = typed_again(request.POST)
    said, now = form.cleaned_data, clock.now()
    try:
        changes.ask(request.actor, people, reference=reference, **said, now=now)
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    messages.success(request, ASKED)
    return True


@practitioner_page
def asked(request: AskedRequest) -> HttpResponse:
    """What one has asked, and whether it waits; nothing of the families."""
    page: dict[str, Any] = {
        "rows": queries.asked(request.actor),
        "hub": hub_of(request.actor),
        "back": reverse("lookup"),
    }
    return draw(request, "staff/joining/asked.html", **page)


@family_page("joining", needs=Level.RECORD)
def joining(request: HttpRequest, file: FamilyFile, joining: int) -> HttpResponse:
    """Who asks to join, with whose yes; a post answers."""
    row = queries.question(file, joining)
    form = Answer(request.POST or None, version=row.version)
    if form.is_valid() and _answered(request, file, joining, form):
        return redirect("family", reference=file.reference)
    page: dict[str, Any] = {
        "form": form,
        "row": row,
        "back": reverse("family", args=[file.reference]),
    }
    return draw(request, "staff/joining/joining.html", file=file, **page)


def _answered(request: HttpRequest, file: FamilyFile, joining: int, form: Answer) -> bool:
    said = form.cleaned_data
    accepts = said["answer"] == "accepted"
    answer = changes.accept if accepts else changes.decline
    try:
        answer(file, joining, words=said["words"], version=form.version or 0, now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    except Conflict:
        form.refuse(CHANGED)
        return False
    messages.success(request, "They are in the team." if accepts else "Call them when you can.")
    return True
