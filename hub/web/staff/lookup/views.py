"""Is this family already known? One page, and the way on from its answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from hub.access.lookup import asking
from hub.access.lookup.facts import Contact
from hub.access.lookup.steady import steady
from hub.access.lookup.telephoned import coordinators
from hub.access.pages import AskedRequest, family_page, practitioner_page
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile
from hub.web.staff.context import draw, works_with_families
from hub.web.staff.lookup.forms import Another, Telephoned
from hub.web.staff.lookup.typed import Typed, carried


@steady
@practitioner_page
def lookup(request: AskedRequest) -> HttpResponse:
    """The form, and below it the answer to what was typed."""
    purpose = f"lookup.{request.GET.get('for', '')}"
    typed = Typed(request.POST if request.method == "POST" else None, purpose=purpose)
    checked = None
    if request.method == "POST" and typed.is_valid():
        try:
            checked = _checked(request, typed)
        except NotAllowed as refusal:
            typed.family.refuse(str(refusal))
    return lookup_page(request, typed, checked)


def telephoned(request: AskedRequest) -> Telephoned:
    """The question who at the hub checked, with what was posted of it."""
    posted = request.POST if "checked_by" in request.POST else None
    return Telephoned(posted, coordinators=coordinators(request.actor))


def lookup_page(
    request: AskedRequest,
    typed: Typed,
    checked: asking.Checked | None = None,
    call: Telephoned | None = None,
) -> HttpResponse:
    """The page drawn: the form, its answer when it was looked up, and the way by telephone."""
    page: dict[str, Any] = {"typed": typed, "family": typed.family, "people": typed.people}
    page["call"] = None if checked else call or telephoned(request)
    page |= {"checked": checked, "carried": carried(request.POST), "another": Another()}
    page |= {"limit": asking.limits().person_hour}
    page |= {"works": works_with_families(request.actor), "hub": _hub(request, checked)}
    return draw(request, "staff/lookup/lookup.html", **page)


def _hub(request: AskedRequest, checked: asking.Checked | None) -> Contact:
    return checked.hub if checked else asking.hub_of(request.actor)


def _checked(request: AskedRequest, typed: Typed) -> asking.Checked:
    said = typed.family.cleaned_data
    return asking.check(
        request.actor,
        typed.descriptions,
        reference=said["reference"] or "",
        purpose=said["purpose"],
        now=clock.now(),
    )


@family_page("lookup")
def opened(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Open a family from the answer, which is written down with the look-up it came from."""
    asking.opened(file, request.GET.get("after", ""))
    return redirect("family", reference=file.reference)
