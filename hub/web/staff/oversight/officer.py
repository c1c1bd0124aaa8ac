"""The data protection officer's questions. They open no file and show no family's facts."""

from django.http import HttpResponse

from hub.access import oversight, processing, replay
from hub.access.pages import AskedRequest, role_page
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.web.staff.context import draw
from hub.web.staff.oversight import forms

OFFICER = "data_protection_officer"


@role_page(OFFICER)
def looked(request: AskedRequest) -> HttpResponse:
    """The three questions there are, and what else waits for the officer."""
    waits = processing.to_oversee(now=clock.now())
    return draw(request, "staff/oversight/looked.html", waits=waits)


@role_page(OFFICER)
def family(request: AskedRequest) -> HttpResponse:
    """Everybody who looked at a family in a period."""
    form = forms.LookedAtFamily(request.POST or None, initial=forms.lately())
    found, page = None, forms.page_of(request.POST.get("page", ""))
    if form.is_valid():
        found = oversight.who_looked(
            request.actor, form.cleaned_data["reference"], **form.period, page=page
        )
    return draw(request, "staff/oversight/family.html", form=form, found=found, page=page)


@role_page(OFFICER)
def practitioner(request: AskedRequest) -> HttpResponse:
    """Every family that a practitioner had before them in a period."""
    form = forms.LookedByPractitioner(request.POST or None, initial=forms.lately())
    found, page = None, forms.page_of(request.POST.get("page", ""))
    if form.is_valid():
        found = oversight.opened_by(
            request.actor, form.cleaned_data["email"], **form.period, page=page
        )
    return draw(request, "staff/oversight/practitioner.html", form=form, found=found, page=page)


@role_page(OFFICER)
def sight(request: AskedRequest) -> HttpResponse:
    """Could somebody see a family on that day, and why?"""
    form = forms.PastSight(request.POST or None)
    answer = None
    if form.is_valid():
        asked = {name: form.cleaned_data[name] for name in ("email", "reference")}
        try:
            answer = replay.replay(request.actor, **asked, at=form.moment, now=clock.now())
        except NotAllowed as refusal:
            form.refuse(str(refusal), "on")
    return draw(request, "staff/oversight/sight.html", form=form, answer=answer)
