"""Rules for emergencies: what there was and how much rests on each; one more; an early end."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access.pages import AskedRequest, role_page
from hub.consent.emergency import changes, queries
from hub.kernel import clock
from hub.papers.emergency import counted
from hub.web.staff.context import draw
from hub.web.staff.emergency import forms, shown


@role_page("administrator", "data_protection_officer")
def rules(request: AskedRequest) -> HttpResponse:
    """Every rule, newest first, with how many yeses rest on it and how many are unsigned."""
    found = queries.rules_for(request.actor)
    rows = shown.listed(found, counted(clock.now()), today=clock.today())
    return draw(request, "staff/emergency/rules.html", rows=rows)


@role_page("administrator")
def new(request: AskedRequest) -> HttpResponse:
    """One more rule."""
    initial = {"sign_days": settings.SIGNATURE_DAYS * 2}
    form = forms.NewRule(request.POST or None, initial=initial)
    if form.saves(partial(changes.make_rule, request.actor, now=clock.now())):
        messages.success(request, "The rule is made. It is said wherever a family is asked.")
        return redirect("emergency_rules")
    return draw(request, "staff/emergency/rule_new.html", form=form)


@role_page("administrator")
def end(request: AskedRequest, rule: int) -> HttpResponse:
    """End a rule before its last day."""
    row = queries.rule_for(request.actor, rule)
    form = forms.End(request.POST or None, version=row.version)
    if form.saves(partial(changes.end_rule, request.actor, rule, now=clock.now())):
        messages.success(request, "The rule is ended. What is unsigned under it is due.")
        return redirect("emergency_rules")
    return draw(request, "staff/emergency/rule_end.html", form=form, row=row)
