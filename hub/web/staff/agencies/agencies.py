"""Agencies: the list, one of them, and what can be changed about it."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access import coordination
from hub.access.pages import AskedRequest, role_page
from hub.agencies import changes, queries
from hub.kernel import clock
from hub.web.staff.agencies import forms
from hub.web.staff.agencies.hub import KEEPERS
from hub.web.staff.context import draw

DETAILS = ("name", "phone", "email", "information_lead", "safeguarding_lead", "telling")


@role_page(*KEEPERS)
def agencies(request: AskedRequest) -> HttpResponse:
    """The agencies that the reader looks after, locality by locality."""
    places = coordination.agencies_for(request.actor, now=clock.now())
    closed = coordination.agencies_closed(request.actor)
    return draw(request, "staff/agencies/agencies.html", places=places, closed=closed)


@role_page(*KEEPERS)
def new(request: AskedRequest) -> HttpResponse:
    """Add an agency to a locality."""
    places = coordination.localities_of(request.actor)
    form = forms.NewAgency(request.POST or None, sectors=queries.sectors(), localities=places)
    if form.saves(partial(changes.add_agency, request.actor, now=clock.now())):
        messages.success(request, f"{form.cleaned_data['name']} was added.")
        return redirect("agencies")
    return draw(request, "staff/agencies/agency_new.html", form=form)


@role_page(*KEEPERS)
def agency(request: AskedRequest, agency: int) -> HttpResponse:
    """One agency: how it is reached, where it works, who is in it."""
    row = coordination.agency_for(request.actor, agency)
    return draw(
        request,
        "staff/agencies/agency.html",
        agency=row,
        people=queries.practitioners_of(agency),
        left=queries.practitioners_of(agency, left=True),
        to_join=coordination.localities_to_join(request.actor, row),
    )


@role_page(*KEEPERS)
def details(request: AskedRequest, agency: int) -> HttpResponse:
    """Change an agency's details."""
    row = coordination.agency_for(request.actor, agency)
    shown = {name: getattr(row, name) for name in DETAILS} | {"sector": row.sector_id}
    form = forms.AgencyDetails(
        request.POST or None, initial=shown, version=row.version, sectors=queries.sectors()
    )
    change = partial(changes.edit_agency, request.actor, agency)
    if form.saves(change, kind="agency", row=agency):
        messages.success(request, "The agency's details were saved.")
        return redirect("agency", agency=agency)
    return draw(request, "staff/agencies/agency_details.html", form=form, agency=row)


@role_page(*KEEPERS)
def closure(request: AskedRequest, agency: int) -> HttpResponse:
    """Close an agency, once its people have been recorded as having left."""
    row = coordination.agency_for(request.actor, agency)
    form = forms.Confirmation(request.POST or None)
    people = queries.practitioners_of(agency)
    if form.saves(partial(changes.close_agency, request.actor, agency, now=clock.now())):
        messages.success(request, f"{row.name} was closed.")
        return redirect("agencies")
    return draw(request, "staff/agencies/agency_closure.html", form=form, agency=row, people=people)


@role_page(*KEEPERS)
def joining(request: AskedRequest, agency: int) -> HttpResponse:
    """An agency begins to work in one more locality."""
    row = coordination.agency_for(request.actor, agency)
    form = forms.InLocality(
        request.POST or None, localities=coordination.localities_to_join(request.actor, row)
    )
    if form.saves(partial(changes.join_locality, request.actor, agency, now=clock.now())):
        messages.success(request, f"{row.name} works in one more locality.")
        return redirect("agency", agency=agency)
    return draw(request, "staff/agencies/agency_joining.html", form=form, agency=row)
