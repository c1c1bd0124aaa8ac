"""The keys of an agency's own systems: made, shown once, ended at once."""

from functools import partial
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access import coordination
from hub.access.pages import AskedRequest, role_page
from hub.agencies.systems import changes, queries, rules
from hub.kernel import clock
from hub.web.staff.agencies import forms
from hub.web.staff.agencies.hub import KEEPERS
from hub.web.staff.context import draw

SHOWN_ONCE: Final = "The key is {} Copy it now: it is shown this once and kept nowhere."


@role_page(*KEEPERS)
def systems(request: AskedRequest, agency: int) -> HttpResponse:
    """The keys there are. A post makes one, and the page that comes next shows it, once: it gets
    there in the browser's own cookie, and is kept nowhere."""
    row, now = coordination.agency_for(request.actor, agency), clock.now()
    key = rules.new_key()
    form = forms.NewKey(request.POST or None, digest=rules.digest_of(key))
    if form.saves(partial(changes.make_key, request.actor, agency, now=now)):
        messages.success(request, SHOWN_ONCE.format(key))
        return redirect("agency_systems", agency=agency)
    keys = [(one, queries.counts(one, now), forms.EndKey()) for one in queries.keys_of(agency, now)]
    return draw(request, "staff/agencies/systems.html", form=form, agency=row, keys=keys)


@role_page(*KEEPERS)
def ended(request: AskedRequest, agency: int) -> HttpResponse:
    """A post ends a key from this moment on."""
    coordination.agency_for(request.actor, agency)
    form = forms.EndKey(request.POST or None)
    if form.saves(partial(changes.end_key, request.actor, agency, now=clock.now())):
        messages.success(request, "The key was ended. Nothing opens with it any more.")
    return redirect("agency_systems", agency=agency)
