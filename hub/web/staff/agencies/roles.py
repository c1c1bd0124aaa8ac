"""Roles: who holds which, given and ended by an administrator."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access import coordination
from hub.access.pages import AskedRequest, role_page
from hub.agencies import changes, queries, rules
from hub.kernel import clock
from hub.web.staff.agencies import forms
from hub.web.staff.context import draw


@role_page(rules.ADMINISTRATOR)
def roles(request: AskedRequest) -> HttpResponse:
    """Who holds which role, everywhere."""
    held = queries.roles_in(None)
    return draw(request, "staff/agencies/roles.html", held=held, roles=rules.ROLES)


@role_page(rules.ADMINISTRATOR)
def grant(request: AskedRequest, practitioner: int) -> HttpResponse:
    """Give a practitioner a role."""
    who = coordination.practitioner_for(request.actor, practitioner)
    form = forms.GrantRole(request.POST or None, localities=queries.localities())
    if form.saves(partial(changes.grant_role, request.actor, practitioner, now=clock.now())):
        words = rules.ROLES[form.cleaned_data["code"]]
        messages.success(request, f"{who.name} is {words} from now on.")
        return redirect("practitioner", practitioner=practitioner)
    return draw(request, "staff/agencies/role_grant.html", form=form, who=who)


@role_page(rules.ADMINISTRATOR)
def end(request: AskedRequest, role: int) -> HttpResponse:
    """End a role. It can be given again from the practitioner's page."""
    held = coordination.role_held(role)
    form = forms.Confirmation(request.POST or None)
    if form.saves(partial(changes.end_role, request.actor, role, now=clock.now())):
        messages.success(request, "The role was ended. You can give it again below.")
        return redirect("practitioner", practitioner=held.practitioner_id)
    words = rules.ROLES[held.code]
    return draw(request, "staff/agencies/role_end.html", form=form, held=held, words=words)
