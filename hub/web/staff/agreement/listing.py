"""What waits for who leads, and help that leaves no record."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access import coordination, door
from hub.access.pages import AskedRequest, practitioner_page, role_page
from hub.consent import changes, sharing
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Level
from hub.web.staff.agreement import forms
from hub.web.staff.context import draw

MOST = 200  # as many as the door opens at once


@practitioner_page
def agreements(request: AskedRequest) -> HttpResponse:
    """Agreements that end soon and noes nobody has looked at, in the families one leads."""
    now = clock.now()
    mine = door.list_mine(request.actor, now=now, size=MOST)
    led = door.keep_open([file for file in mine if file.sees(Level.RECORD)])
    ending, refused = sharing.ending_soon(led, now=now), sharing.not_looked_at(led)
    page: dict[str, Any] = {"ending": ending, "refused": refused}
    page["names"] = families.names_of(led)
    return draw(request, "staff/agreement/agreements.html", **page, back=reverse("home"))


@practitioner_page
def help_counted(request: AskedRequest) -> HttpResponse:
    """Help for somebody who wants nothing written down: counted, and nobody is named (2.69)."""
    form = forms.Press(request.POST or None)
    if form.is_valid():
        try:
            changes.count_help(request.actor, now=clock.now())
            messages.success(request, "Counted. Nothing else was written down.")
            return redirect("home")
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    back = reverse("registration_no_record")
    return draw(request, "staff/agreement/help_counted.html", form=form, back=back)


@role_page("coordinator")
def helped(request: AskedRequest) -> HttpResponse:
    """How often one's hubs helped without a record, month by month."""
    places = coordination.localities_of(request.actor)
    rows = sharing.helped_without_record([place.pk for place in places])
    return draw(request, "staff/agreement/helped.html", rows=rows, back=reverse("hub"))
