"""Practitioners: invited, one of them, and what can be changed about them."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access import coordination
from hub.access.pages import AskedRequest, role_page
from hub.agencies import changes, rules
from hub.kernel import clock
from hub.web.staff.agencies import forms
from hub.web.staff.agencies.hub import KEEPERS
from hub.web.staff.context import draw

DETAILS = ("name", "role_title", "phone", "email")


@role_page(*KEEPERS)
def invitation(request: AskedRequest, agency: int) -> HttpResponse:
    """Invite somebody to an agency; the invitation goes out by email."""
    row = coordination.agency_for(request.actor, agency)
    places = coordination.localities_to_work_in(request.actor, row)
    form = forms.Invitation(request.POST or None, localities=places)
    change = partial(changes.invite_practitioner, request.actor, agency=agency, now=clock.now())
    if form.saves(change):
        messages.success(request, f"{form.cleaned_data['name']} was invited by email.")
        return redirect("agency", agency=agency)
    return draw(request, "staff/agencies/invitation.html", form=form, agency=row)


@role_page(*KEEPERS)
def practitioner(request: AskedRequest, practitioner: int) -> HttpResponse:
    """One practitioner: how they are reached, their roles, their account."""
    row, now = coordination.practitioner_for(request.actor, practitioner), clock.now()
    return draw(
        request,
        "staff/agencies/practitioner.html",
        who=row,
        asleep=coordination.is_asleep(row, now=now),
        ended=coordination.ended_roles(practitioner, now=now),
        may_grant=request.actor.has_role(rules.ADMINISTRATOR),
        roles=rules.ROLES,
    )


@role_page(*KEEPERS)
def details(request: AskedRequest, practitioner: int) -> HttpResponse:
    """Change what families and colleagues see of a practitioner."""
    row = coordination.practitioner_for(request.actor, practitioner)
    shown = {name: getattr(row, name) for name in DETAILS}
    form = forms.PractitionerDetails(request.POST or None, initial=shown, version=row.version)
    change = partial(changes.edit_practitioner, request.actor, practitioner)
    if form.saves(change, kind="practitioner", row=practitioner):
        messages.success(request, "Their details were saved.")
        return redirect("practitioner", practitioner=practitioner)
    return draw(request, "staff/agencies/practitioner_details.html", form=form, who=row)


@role_page(*KEEPERS)
def departure(request: AskedRequest, practitioner: int) -> HttpResponse:
    """Record that somebody has left; the page says first what follows."""
    leaving = coordination.leaving(request.actor, practitioner)
    form = forms.Confirmation(request.POST or None)
    change = partial(changes.deactivate_practitioner, request.actor, practitioner, now=clock.now())
    if form.saves(change):
        messages.success(request, f"{leaving.practitioner.name} can no longer see anything.")
        return redirect("agency", agency=leaving.practitioner.agency_id)
    return draw(request, "staff/agencies/departure.html", form=form, leaving=leaving)


@role_page(*KEEPERS)
def revival(request: AskedRequest, practitioner: int) -> HttpResponse:
    """Wake an account that was not used for long."""
    row = coordination.practitioner_for(request.actor, practitioner)
    form = forms.Confirmation(request.POST or None)
    if form.saves(partial(changes.revive, request.actor, practitioner, now=clock.now())):
        messages.success(request, f"{row.name} can sign in again.")
        return redirect("practitioner", practitioner=practitioner)
    return draw(request, "staff/agencies/revival.html", form=form, who=row)
