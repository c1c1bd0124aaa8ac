"""Registering all the same a family that may be known: a false alarm never stops help."""

from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access.lookup.steady import steady
from hub.access.pages import AskedRequest, practitioner_page
from hub.intake import queries
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.web.staff.lookup.forms import Another
from hub.web.staff.registration import starting, views
from hub.web.staff.registration.answers import Answers
from hub.web.staff.registration.known import told_page
from hub.web.staff.registration.quick import Quick
from hub.web.staff.registration.saving import AlreadyTold, from_draft, registered


@steady
@practitioner_page
def another(request: AskedRequest, draft: int) -> HttpResponse:
    """A post registers what was typed, with why it is another family."""
    found = queries.draft(request.actor, draft, now=clock.now())
    answers = _answers(request, found)
    form = Another(request.POST or None)
    if request.method != "POST" or not answers.is_valid(now=clock.now()):
        return redirect(_form_of(found), draft=draft)
    form.is_valid()  # without its reason it is asked once more, and the page says so
    told = {name: str(form.cleaned_data.get(name) or "") for name in form.fields}
    try:
        return registered(request, answers, draft, **told)
    except AlreadyTold as known:
        return told_page(request, known.checked, draft, form)
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return told_page(request, None, draft, form)


def _form_of(found: queries.OpenDraft) -> str:
    return "quick_start_draft" if "quick" in found.typed else "registration_draft"


def _answers(request: AskedRequest, found: queries.OpenDraft) -> Answers | Quick:
    make = starting.quick if "quick" in found.typed else views.whole
    return make(request, from_draft(found.typed))
