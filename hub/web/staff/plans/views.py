"""The plan: read it, open it, add to it, close it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.plans import changes, queries
from hub.plans.copies.paper import printed
from hub.web.staff.context import draw
from hub.web.staff.plans import forms, saving, shown

EXISTS = "staff/plans/exists.html"


@family_page("plan", needs=Level.SUMMARY)
def plan(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """The family's plan; for who sees the summary, that there is one."""
    page = shown.plan_page(file, today=clock.today(), signs=True)
    return draw(request, "staff/plans/plan.html", file=file, page=page, back=back_to_family(file))


@family_page("plan", needs=Level.PLAN)
def paper(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """The plan as it goes on paper: no buttons, nothing but what was agreed, and who printed it.

    The family's copy, or the one for who looks after the children (S9)."""
    printed(file)
    page = shown.plan_page(file, today=clock.today())
    at: dict[str, Any] = {"at": clock.now(), "back": back_to_plan(file)}
    at["for_professionals"] = request.GET.get("copy") == "professionals"
    return draw(request, "staff/plans/paper.html", file=file, page=page, **at)


@family_page("plan", needs=Level.SUMMARY)
def opening(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """What opening a plan means; a post opens it. Who is too late is shown who leads."""
    form = saving.opening_form(request, file)
    if request.method == "POST" and form.is_valid():
        try:
            return saving.opened(request, file, form)
        except changes.PlanExists as late:
            return draw(request, EXISTS, file=file, reason=str(late), lead=late.lead, status=409)
    asked = queries.opening_in(file)
    page: dict[str, Any] = {"file": file, "lead": asked.lead, "reason": asked.decision.reason}
    template = EXISTS if asked.taken else "staff/plans/opening.html"
    return draw(request, template, **page, form=form, back=back_to_plan(file))


@family_page("plan", needs=Level.PLAN)
def new_goal(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """A goal to add."""
    form = forms.Goal(request.POST or None)
    if request.method == "GET" and not queries.is_open(file):
        return redirect(back_to_plan(file))
    if form.is_valid():
        try:
            made = changes.add_goal(file, **form.cleaned_data, now=clock.now())
            return redirect("actions", reference=file.reference, pk=made.pk)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    return draw(request, "staff/plans/goal.html", file=file, form=form, back=back_to_plan(file))


@family_page("plan", needs=Level.PLAN)
def goal(request: HttpRequest, file: FamilyFile, pk: int) -> HttpResponse:
    """A goal to put better."""
    row = queries.goal_in(file, pk)
    form = forms.Goal(request.POST or None, initial={"words": row.words}, version=row.version)
    saved, both = saving.save(
        form, file, row, lambda **kept: changes.edit_goal(file, pk, **form.cleaned_data, **kept)
    )
    if saved:
        return redirect(back_to_plan(file))
    page: dict[str, Any] = {"file": file, "form": form, "goal": row, "conflict": both}
    status = 409 if both else 200
    return draw(request, "staff/plans/goal.html", **page, back=back_to_plan(file), status=status)


@family_page("plan", needs=Level.PLAN)
def closure(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """The plan to close."""
    form = forms.Closure(request.POST or None, reasons=queries.CLOSING_REASONS)
    if form.is_valid():
        try:
            changes.close_plan(file, **form.cleaned_data, now=clock.now())
            messages.success(request, "The plan is closed.")
            return redirect(back_to_plan(file))
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "page": shown.plan_page(file, today=clock.today())}
    return draw(request, "staff/plans/closure.html", **page, form=form, back=back_to_plan(file))


def back_to_plan(file: FamilyFile) -> str:
    """The plan's address."""
    return reverse("plan", args=[file.reference])


def back_to_family(file: FamilyFile) -> str:
    """The address of the family's page."""
    return reverse("family", args=[file.reference])
