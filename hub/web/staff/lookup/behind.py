"""What a coordinator looks at behind a look-up that was told nothing (S19)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.lookup import overseeing
from hub.access.pages import AskedRequest, role_page
from hub.kernel import clock
from hub.web.staff.context import draw
from hub.web.staff.lookup.forms import Dealt


@role_page("coordinator")
def behind(request: AskedRequest) -> HttpResponse:
    """Who asked about which family and was told nothing, the oldest first."""
    rows = overseeing.waiting_for(request.actor, now=clock.now())
    return draw(request, "staff/lookup/behind.html", rows=rows, form=Dealt(), back=reverse("hub"))


@role_page("coordinator")
def dealt(request: AskedRequest, hidden: int) -> HttpResponse:
    """A post says that it was looked at."""
    if request.method == "POST":
        overseeing.deal_with(request.actor, hidden, now=clock.now())
        messages.success(request, "It is written down that you have looked at it.")
    return redirect("lookups_behind")
