"""What a family agreed to; stop one yes or all."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.consent import changes as consent
from hub.consent import queries, sharing
from hub.consent.birthdays.queries import birthdays_in
from hub.consent.deciding import young
from hub.intake import changes as intake
from hub.intake.yes import places_kept_from
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.plans import queries as plans
from hub.web.staff.agreement import forms, shown
from hub.web.staff.context import draw
from hub.web.staff.papers import shown as papers

ENDS = {
    "share": "staff/agreement/sharing_end.html",
    "service": "staff/agreement/service_end.html",
}
STOPPED = "The family stopped everything. Nobody can open its file here any more."


@family_page("agreement", needs=Level.SUMMARY)
def agreement(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Every yes in plain words, who gave it, when, in which wording."""
    back = reverse("family", args=[file.reference])
    given, (ended, over) = queries.agreements_in(file), shown.over(file, request.GET)
    page: dict[str, Any] = {
        "agreed": shown.agreed(file, given, kept_from=[*places_kept_from(file)]),
        **over,
        "not_for_them": young.not_for_the_children(file, given, clock.now()),
        "refusals": sharing.refusals_in(file, given),
        "birthdays": birthdays_in(file, today=clock.today()),
        "plan_is_open": plans.is_open(file),
        "whole": file.sees(Level.RECORD),
        **papers.standing(file, given, ended),
    }
    return draw(request, "staff/agreement/agreement.html", file=file, **page, back=back)


@family_page("agreement", needs=Level.SUMMARY)
def sharing_end(request: HttpRequest, file: FamilyFile, agreement: int) -> HttpResponse:
    """Say what stops here and what does not, then stop it (S13); for the yes to being worked
    with, that the plan closes (2.90)."""
    row = queries.agreement(file, agreement)
    form, others = forms.Stop(request.POST or None), shown.others_to_the_same(file, row)
    open_plan = row.scope == "service" and plans.is_open(file)
    if form.is_valid():
        try:
            consent.withdraw(file, agreement, now=clock.now())
            messages.success(request, "Stopped.")
            closes = open_plan and not others and file.sees(Level.RECORD)
            return redirect("plan_closure" if closes else "agreement", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "form": form, "row": row, "others": others}
    page |= {"open_plan": open_plan, "back": _back(file)}
    return draw(request, ENDS.get(row.scope, ENDS["share"]), **page)


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
