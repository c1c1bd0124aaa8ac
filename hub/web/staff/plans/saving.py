"""Saving what was typed over a row: saved, refused with the reason, or told that both wrote; and
opening a plan with why."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hub.about import changes as about
from hub.about import going_on as told
from hub.about import lists
from hub.about import rules as parts
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile
from hub.plans import changes
from hub.ui.forms import Form
from hub.web.staff.plans import forms, shown

BOTH = (
    "The plan is open. Somebody else changed what is going on at the same time, so that is as they "
    "wrote it. Read it, and change it if it is not right."
)


def save(
    form: Form, file: FamilyFile, row: Any, change: Callable[..., Any]
) -> tuple[bool, dict[str, Any] | None]:
    """Whether the form was saved, and both texts when somebody else was quicker.

    A refusal becomes an error of the form. After a conflict the form carries the version that
    stands, so that posting it again is a choice made with both texts in sight.
    """
    if not form.is_valid():
        return False, None
    try:
        change(version=form.version or 0, now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False, None
    except Conflict as told:
        form.version = told.version
        return False, shown.conflict(file, row, told)
    return True, None


def opening_form(request: HttpRequest, file: FamilyFile) -> forms.OpenPlan:
    """The button that opens a plan, with what is going on for whoever may write it down (2.48)."""
    may = parts.may_answer(parts.GOING_ON, level=file.level)
    going_on = told.going_on_in(file) if may else None
    asked = lists.situations_asked(going_on.chosen if going_on else ())
    data = request.POST if request.method == "POST" else None
    return forms.OpenPlan(data, going_on=going_on, asked=asked)


def opened(request: HttpRequest, file: FamilyFile, form: forms.OpenPlan) -> HttpResponse:
    """Open the plan, keep why where the family's own page keeps it, and go on to the first goal.

    Raises as `open_plan`."""
    now = clock.now()
    changes.open_plan(file, now=now)
    if form.tells_more:
        code, version = parts.GOING_ON.code, form.version or 0
        try:
            about.save_part(file, code, version=version, said=form.cleaned_data, now=now)
        except Conflict:
            messages.warning(request, BOTH)
    return redirect("goals", reference=file.reference)
