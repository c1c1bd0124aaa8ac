"""What a family agreed to; stop one yes or all; ask for another."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.consent import changes as consent
from hub.consent import queries
from hub.consent.birthdays.queries import birthdays_in
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.plans import queries as plans
from hub.web.staff.agreement import forms, shown
from hub.web.staff.context import draw

STOPPED = "The family stopped everything. Nobody can open its file here any more."


@family_page("agreement", needs=Level.SUMMARY)
def agreement(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Every yes in plain words, who gave it, when, in which wording."""
    back = reverse("family", args=[file.reference])
    page: dict[str, Any] = {
        "agreed": shown.agreed(file),
        "birthdays": birthdays_in(file, today=clock.today()),
    }
    return draw(request, "staff/agreement/agreement.html", file=file, **page, back=back)


@family_page("agreement", needs=Level.SUMMARY)
def sharing(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Another agency, with the family's yes given there and then (S12)."""
    wording = queries.current_wording()
    form = forms.Share(
        request.POST or None,
        agencies=shown.agencies_to_add(file),
        people=shown.people_to_ask(file),
        initial={"wording": wording.pk if wording else ""},
    )
    if form.is_valid():
        try:
            intake.share_with(file, **form.change(), now=clock.now())
            messages.success(request, "It is recorded that this agency may know.")
            return redirect("agreement", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "form": form, "wording": wording, "back": _back(file)}
    page |= {"not_yet": shown.agencies_not_yet(file), "judging": file.sees(Level.RECORD)}
    return draw(request, "staff/agreement/sharing.html", **page)


@family_page("agreement", needs=Level.SUMMARY)
def sharing_end(request: HttpRequest, file: FamilyFile, agreement: int) -> HttpResponse:
    """Say what stops here and what does not, then stop it (S13)."""
    row = queries.agreement(file, agreement)
    form = forms.Stop(request.POST or None)
    if form.is_valid():
        try:
            consent.withdraw(file, agreement, now=clock.now())
            messages.success(request, "Stopped.")
            return redirect("agreement", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "form": form, "row": row, "back": _back(file)}
    others = shown.others_to_the_same(file, row)
    return draw(request, "staff/agreement/sharing_end.html", **page, others=others)


@family_page("agreement", needs=Level.SUMMARY)
def stopping(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Say what stopping everything does, then stop it (2.90)."""
    plan = plans.plan_in(file)
    open_plan = plan is not None and plan.closed_at is None
    form = forms.Stop(request.POST or None)
    if form.is_valid():
        try:
            intake.stop_everything(file, open_plan=open_plan, now=clock.now())
            messages.success(request, STOPPED)
            return redirect("families")
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "form": form, "open_plan": open_plan}
    return draw(request, "staff/agreement/stopping.html", **page, back=_back(file))


def _back(file: FamilyFile) -> str:
    return reverse("agreement", args=[file.reference])
