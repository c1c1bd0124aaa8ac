"""The family signs for the services in its plan: who has, and each way to do it (2.89)."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from hub.papers import changes
from hub.papers.rules import ForPlan
from hub.plans.signing import queries
from hub.web.staff.context import draw
from hub.web.staff.papers import forms as papers
from hub.web.staff.papers.shown import Signing, checked_for_viruses
from hub.web.staff.papers.signing import saved
from hub.web.staff.plans import forms
from hub.web.staff.plans.views import back_to_plan

SEES = {
    "share": "sees the registration and the plan, with its goals and actions",
    "record": "writes the record down, and sees the plan with its goals and actions",
}


@family_page("plan", needs=Level.RECORD)
def overview(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Every service in the plan: what it will see, who signed for it, who is still to sign."""
    page: dict[str, Any] = {"file": file, "signing": queries.signing_in(file), "sees": SEES}
    return draw(request, "staff/plans/signing.html", **page, back=back_to_plan(file))


@family_page("plan", needs=Level.RECORD)
def sign(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """One person signs on screen for services in the plan."""
    signing, of = _of(file, person)
    form = papers.Sign(request.POST or None, yeses=_open(of), ticked=of.open)
    if form.is_valid() and _saved(form, "typed", changes.sign, file, signing, of):
        messages.success(request, f"{of.name} has signed. It cannot be changed any more.")
        return redirect("plan_signing", reference=file.reference)
    return _draw(request, "staff/papers/signing.html", file=file, of=of, form=form)


@family_page("plan", needs=Level.RECORD)
def sheet(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """One sheet of paper with the services in the plan that one person signs for."""
    of = _of(file, person)[1]
    return _draw(request, "staff/papers/sheet.html", file=file, of=of, at=clock.now(), unnamed=True)


@family_page("plan", needs=Level.RECORD)
def signed_sheet(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """The sheet one person signed."""
    signing, of = _of(file, person)
    form = papers.SignedSheet(request.POST or None, files=request.FILES or None,
                              yeses=_open(of), ticked=of.open)  # fmt: skip
    if form.is_valid() and _saved(form, "file", changes.put, file, signing, of):
        messages.success(request, "The sheet is kept as it is, and counts as signed.")
        return redirect("plan_signing", reference=file.reference)
    checked = checked_for_viruses()
    return _draw(
        request, "staff/papers/sheet_put.html", file=file, of=of, form=form, checked=checked
    )


@family_page("plan", needs=Level.RECORD)
def said(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """One person says yes aloud to the services, before a witness; a signature follows."""
    signing, of = _of(file, person)
    form = forms.SaidAloud(request.POST or None, yeses=_open(of), ticked=of.open)
    if form.is_valid() and _saved(form, "said_on", changes.stands, file, signing, of):
        messages.success(request, "It is written down. A signature is to follow.")
        return redirect("plan_signing", reference=file.reference)
    return _draw(request, "staff/plans/said.html", file=file, of=of, form=form)


def _of(file: FamilyFile, person: int) -> tuple[queries.Signing | None, Signing]:
    """The signing, and one signer of it as the pages of signatures draw them."""
    signing, signer = queries.signer_in(file, person)
    yeses = [(yes.pk, f"{yes.agency.name} {SEES[yes.scope]}") for yes in signer.yeses]
    wordings = list({yes.wording_id: yes.wording for yes in signer.yeses}.values())
    return signing, Signing(person, signer.name, yeses, list(signer.open), wordings)


def _saved(
    form: Any,
    field: str,
    change: Callable[..., Any],
    file: FamilyFile,
    signing: queries.Signing | None,
    of: Signing,
) -> bool:
    for_plan = signing.for_plan if signing else ForPlan(0, frozenset())
    said = form.change(of.person) | {"for_plan": for_plan}
    return saved(form, field, change, file, said)


def _open(of: Signing) -> list[tuple[int, str]]:
    return [(pk, words) for pk, words in of.yeses if pk in of.open]


def _draw(request: HttpRequest, page: str, *, file: FamilyFile, **context: Any) -> HttpResponse:
    back = reverse("plan_signing", args=[file.reference])
    return draw(request, page, file=file, back=back, for_plan=True, **context)
