"""Who gets a copy of the plan and who does not, and writing down that one was given (2.94)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.agencies import queries as agencies
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.plans.copies import changes, queries, rules
from hub.web.staff.context import draw
from hub.web.staff.plans import forms
from hub.web.staff.plans.views import back_to_plan


@family_page("plan", needs=Level.PLAN)
def copies(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Everybody named in the plan, and everybody in the family: who gets a copy, and why not."""
    found = queries.recipients_in(file)
    page: dict[str, Any] = {"file": file, "found": found, "ask": rules.ASK}
    page |= {"leads": file.sees(Level.RECORD), "how": dict(queries.HOW)}
    return draw(request, "staff/plans/copies.html", **page, back=back_to_plan(file))


@family_page("plan", needs=Level.RECORD)
def to_service(request: HttpRequest, file: FamilyFile, agency: int) -> HttpResponse:
    """A copy that was given to a service; or why one that is not in the plan gets none."""
    agencies.find_agency(agency)
    found = queries.recipients_in(file)
    listed = found.services if found else []
    return _given(request, file, listed, agency, {"agency": agency})


@family_page("plan", needs=Level.RECORD)
def to_member(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """A copy that was given to somebody in the family."""
    families.member(file, person)
    found = queries.recipients_in(file)
    listed = found.members if found else []
    return _given(request, file, listed, person, {"person": person})


def _given(
    request: HttpRequest,
    file: FamilyFile,
    listed: list[queries.Recipient],
    pk: int,
    whom: dict[str, Any],
) -> HttpResponse:
    one = next((one for one in listed if one.id == pk), None)
    form = forms.Copy(
        request.POST or None, hows=queries.HOW, initial={"given_on": clock.today(), "how": "handed"}
    )
    if form.is_valid():
        try:
            changes.give_copy(file, **whom, **form.cleaned_data, now=clock.now())
            messages.success(request, "It is written down that a copy was given.")
            return redirect("plan_copies", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "one": one, "form": form, "nobody": rules.NOT_NAMED}
    page |= {"member": "person" in whom, "back": reverse("plan_copies", args=[file.reference])}
    return draw(request, "staff/plans/copy.html", **page)
