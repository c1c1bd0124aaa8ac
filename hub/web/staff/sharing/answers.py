"""How agencies answer to families, and the terms of use that those without an agreement accept."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from hub.access import standing
from hub.access.pages import AskedRequest, role_page
from hub.agencies.answering import changes as answering
from hub.agencies.sharing import queries, terms
from hub.agencies.sharing.rules import CARRIED_OVER
from hub.kernel import clock
from hub.web.staff.context import draw
from hub.web.staff.sharing import forms, shown
from hub.web.staff.sharing.agreements import KEEPERS, READERS


@role_page(*READERS)
def terms_of_use(request: AskedRequest) -> HttpResponse:
    """The terms that agencies accept, the newest first."""
    return draw(request, "staff/sharing/terms.html", terms=queries.all_terms())


@role_page("administrator")
def terms_new(request: AskedRequest) -> HttpResponse:
    """Publish new terms: every agency that accepted the older ones is asked again."""
    newest = queries.newest_terms()
    form = forms.NewTerms(request.POST or None, initial={"text": newest.text if newest else ""})
    if form.saves(partial(terms.publish, request.actor, now=clock.now())):
        messages.success(request, "The terms were published.")
        return redirect("terms")
    return draw(request, "staff/sharing/terms_new.html", form=form)


@role_page(*READERS)
def answers(request: AskedRequest, agency: int) -> HttpResponse:
    """How one agency stands and answers: purpose by purpose, and whom families ask."""
    found, stands, keeps = standing.answers_for(request.actor, agency, now=clock.now())
    page: dict[str, Any] = {"answers": found, "stands": stands, "keeps": keeps}
    page["carried_over"] = CARRIED_OVER
    return draw(request, "staff/sharing/answers.html", **page)


@role_page(*KEEPERS)
def basis(request: AskedRequest, agency: int, purpose: str) -> HttpResponse:
    """On what the agency rests one purpose."""
    found, _ = standing.answers_kept(request.actor, agency, now=clock.now())
    one = next(one for one in found.purposes if one.code == purpose)
    form = forms.Stated(request.POST or None, **shown.stated(one))
    change = partial(answering.state_basis, request.actor, agency, purpose=purpose)
    if form.saves(change, kind="agencybasis", row=one.row.pk if one.row else 0):
        messages.success(request, "The lawful basis was saved.")
        return redirect("agency_answers", agency=agency)
    return draw(request, "staff/sharing/basis.html", form=form, answers=found, one=one)


@role_page(*KEEPERS)
def statement(request: AskedRequest, agency: int) -> HttpResponse:
    """Whom families ask, where they complain, and the agency's own notice."""
    found, _ = standing.answers_kept(request.actor, agency, now=clock.now())
    form = forms.Statement(request.POST or None, **shown.statement(found))
    change = partial(answering.change_statement, request.actor, agency)
    if form.saves(change, kind="agencystatement", row=found.row.pk if found.row else 0):
        messages.success(request, "It was saved.")
        return redirect("agency_answers", agency=agency)
    return draw(request, "staff/sharing/statement.html", form=form, answers=found)


@role_page(*KEEPERS)
def acceptance(request: AskedRequest, agency: int) -> HttpResponse:
    """The agency accepted the newest terms of use."""
    found, stands = standing.answers_kept(request.actor, agency, now=clock.now())
    form = forms.Acceptance(request.POST or None)
    if form.saves(partial(terms.accept, request.actor, agency, now=clock.now())):
        messages.success(request, f"{found.agency.name} has accepted the terms of use.")
        return redirect("agency_answers", agency=agency)
    page: dict[str, Any] = {"form": form, "answers": found, "newest": stands.newest}
    return draw(request, "staff/sharing/acceptance.html", **page)


@role_page(*KEEPERS)
def acceptance_end(request: AskedRequest, agency: int) -> HttpResponse:
    """The agency no longer accepts the terms."""
    found, _ = standing.answers_kept(request.actor, agency, now=clock.now())
    form = forms.Confirmation(request.POST or None)
    if form.saves(partial(terms.end_acceptance, request.actor, agency, now=clock.now())):
        messages.success(request, f"{found.agency.name} no longer accepts the terms of use.")
        return redirect("agency_answers", agency=agency)
    return draw(request, "staff/sharing/acceptance_end.html", form=form, answers=found)
