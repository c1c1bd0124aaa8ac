"""A member's NHS number and pupil number, with why they are asked."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.families import changes, queries
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.kernel.identifiers import NO_UPN, shown_nhs_number
from hub.web.staff.context import draw
from hub.web.staff.families import forms, shown

NAMES = ("nhs_number", "nhs_verified", "upn", "upn_verified")


@family_page("family", needs=Level.SUMMARY)
def identifiers(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """The numbers that others know somebody by; a post keeps them, or takes them away."""
    member, row = queries.member(file, person), queries.identifiers_in(file).get(person)
    form = _form(request, member, row)
    saved, both = _save(file, person, form, row)
    if saved:
        messages.success(request, "Saved.")
        return redirect("about", reference=file.reference)
    page: dict[str, Any] = {"file": file, "form": form, "member": member, "conflict": both}
    back = (reverse("about", args=[file.reference]), "Back to the list")
    status = 409 if both else 200
    return draw(request, "staff/families/identifiers.html", **page, back=back, status=status)


def _save(
    file: FamilyFile, person: int, form: forms.Identifiers, row: Any
) -> tuple[bool, shown.Both | None]:
    """Whether a valid form was saved; where two people wrote, what both did."""
    if not form.is_valid():
        return False, None
    try:
        said, version = form.said(), form.version or 0
        changes.save_identifiers(file, person, version=version, **said, now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False, None
    except Conflict as told:
        form.version = told.version
        return False, shown.both(row, told)
    return True, None


def _form(request: HttpRequest, member: Any, row: Any) -> forms.Identifiers:
    initial = {name: getattr(row, name) for name in NAMES} if row else {}
    initial["nhs_number"] = shown_nhs_number(initial.get("nhs_number", ""))
    if initial.get("upn") in NO_UPN:
        initial["no_upn"] = initial.pop("upn")
    return forms.Identifiers(
        request.POST or None,
        pupil=member.part == "child",
        initial=initial,
        version=row.version if row else 0,
    )
