"""How these pages save: a valid form's words to a change, a rule's no to the form."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile
from hub.ui.forms import Form
from hub.web.staff.context import draw
from hub.web.staff.families.shown import both as both_wrote


def answer(
    request: HttpRequest,
    file: FamilyFile,
    form: Form,
    save: Callable[[dict[str, Any]], Any],
    *,
    template: str = "staff/responsibility/form.html",
    row: Any = None,
    saved: str = "Saved.",
    law: bool = False,
    child: str = "",
    **page: Any,
) -> HttpResponse:
    """Save what a valid form says and go to the page of who decides; else the form, and both texts
    where somebody saved `row` first."""
    both = None
    if form.is_valid():
        try:
            save(form.cleaned_data)
            messages.success(request, saved)
            return redirect("responsibility", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
        except Conflict as told:
            both, form.version = both_wrote(row, told), told.version
    return draw(
        request,
        template,
        file=file,
        form=form,
        row=row,
        law=law,
        child=child,
        conflict=both,
        back=reverse("responsibility", args=[file.reference]),
        status=409 if both else 200,
        **page,
    )
