"""Actions: add one, change it, mark it as done and take that back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hub.access.pages import family_page
from hub.consent.orders.apart import no_contact_in
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.plans import changes, queries
from hub.web.staff.context import draw
from hub.web.staff.plans import forms, saving
from hub.web.staff.plans.views import back_to_plan

CHANGED = (
    "This action was changed while you were looking at it. Read it again, then mark it if it is "
    "still right."
)
CAUTION = "Give them nothing that they do together, and do not show this to them."


@family_page("plan", needs=Level.PLAN)
def new(request: HttpRequest, file: FamilyFile, pk: int) -> HttpResponse:
    """An action to add to a goal."""
    goal, form = queries.goal_in(file, pk), _form(request, file)
    if form.is_valid():
        try:
            changes.add_action(file, goal=pk, **form.change(), now=clock.now())
            return redirect(request.path if "another" in request.POST else back_to_plan(file))
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "form": form, "goal": goal, "back": back_to_plan(file)}
    return draw(request, "staff/plans/action.html", **page)


@family_page("plan", needs=Level.PLAN)
def edit(request: HttpRequest, file: FamilyFile, pk: int) -> HttpResponse:
    """An action to change."""
    row = queries.action_in(file, pk)
    form = _form(request, file, row)
    saved, both = saving.save(
        form, file, row, lambda **kept: changes.edit_action(file, pk, **form.change(), **kept)
    )
    if saved:
        return redirect(back_to_plan(file))
    page: dict[str, Any] = {"file": file, "form": form, "action": row, "goal": row.goal}
    page |= {"conflict": both, "back": back_to_plan(file), "status": 409 if both else 200}
    return draw(request, "staff/plans/action.html", **page)


@family_page("plan", needs=Level.PLAN)
def done(request: HttpRequest, file: FamilyFile, pk: int) -> HttpResponse:
    """A post marks the action as done."""
    return _mark(request, file, pk, changes.mark_done, "An action is marked as done.")


@family_page("plan", needs=Level.PLAN)
def not_done(request: HttpRequest, file: FamilyFile, pk: int) -> HttpResponse:
    """A post takes back that the action is done."""
    return _mark(request, file, pk, changes.mark_not_done, "An action is open again.")


def _mark(
    request: HttpRequest, file: FamilyFile, pk: int, change: Callable[..., Any], said: str
) -> HttpResponse:
    if request.method == "POST":
        try:
            change(file, pk, version=forms.Mark(request.POST).version or 0, now=clock.now())
            messages.success(request, said)
        except Conflict:
            messages.warning(request, CHANGED)
    else:
        queries.action_in(file, pk)  # not there says so, however it is asked for
    return redirect("home" if request.POST.get("then") == "home" else back_to_plan(file))


def _with_caution(who: queries.PossibleOwner, apart: dict[int, list[str]]) -> queries.PossibleOwner:
    """An owner, and at the spot whom they may have no contact with (S9)."""
    said = apart.get(who.owner.member or 0, [])
    if not said:
        return who
    return replace(who, about=f"{who.about}. {' '.join(said)} {CAUTION}")


def _form(request: HttpRequest, file: FamilyFile, row: Any = None) -> forms.Action:
    owners, apart = queries.owners_in(file), no_contact_in(file)
    initial: dict[str, Any] = {}
    if row is not None:
        now = queries.PossibleOwner(row.owner, row.owner_name, "Has it now")
        owners += [] if now.owner in {who.owner for who in owners} else [now]
        initial = {"step": row.step, "owner": forms.written(now.owner), "due_on": row.due_on}
    return forms.Action(
        request.POST or None,
        owners=[_with_caution(who, apart) for who in owners],
        example=clock.today() + timedelta(days=14),
        initial=initial,
        version=row.version if row is not None else None,
    )
