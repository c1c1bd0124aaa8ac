"""A yes asked there and then, another in place of one, and a no."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.consent import changes as consent
from hub.consent import queries
from hub.consent import sharing as shared
from hub.consent.languages import ENGLISH
from hub.intake import yes
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.agreement import forms, shown
from hub.web.staff.agreement.explaining import USUALLY
from hub.web.staff.context import draw


@family_page("agreement", needs=Level.SUMMARY)
def service(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """The yes to being worked with: a question of its own (2.98)."""
    wording = _wording(request)
    people = shown.people_to_ask(file)
    form = forms.Service(request.POST or None, people=people, initial=_initial(wording))
    if form.is_valid() and _recorded(file, form, agency=file.actor.agency or 0):
        messages.success(request, "It is recorded that they want you to work with them.")
        return redirect("agreement", reference=file.reference)
    return _asked(request, file, form, "staff/agreement/service.html", wording)


@family_page("agreement", needs=Level.SUMMARY)
def sharing(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Another agency, with the family's yes given there and then (S12)."""
    wording = _wording(request)
    form = forms.Share(
        request.POST or None,
        agencies=shown.agencies_to_add(file),
        people=shown.people_to_ask(file),
        purposes=shown.purposes(),
        initial=_initial(wording),
    )
    if form.is_valid() and _recorded(file, form):
        messages.success(request, "It is recorded what this agency may know.")
        return redirect("agreement", reference=file.reference)
    page: dict[str, Any] = {"not_yet": shown.agencies_not_yet(file)}
    page["children"] = shown.young_children(file)
    return _asked(request, file, form, "staff/agreement/sharing.html", wording, **page)


@family_page("agreement", needs=Level.SUMMARY)
def terms(request: HttpRequest, file: FamilyFile, agreement: int) -> HttpResponse:
    """Change what one agency gets: the old yes ends as the new one begins."""
    row, wording = queries.agreement(file, agreement), _wording(request)
    if row.scope != "share":
        return redirect("agreement", reference=file.reference)
    form = forms.Limited(
        request.POST or None,
        people=[(row.given_by_id, row.given_by.full_name)],
        purposes=shown.purposes(),
        initial=_initial(wording) | _stands(row),
    )
    if form.is_valid() and _recorded(file, form, agency=row.agency_id, instead_of=agreement):
        messages.success(request, "It is changed, from this moment on.")
        return redirect("agreement", reference=file.reference)
    return _asked(request, file, form, "staff/agreement/terms.html", wording, **_around(file, row))


@family_page("agreement", needs=Level.SUMMARY)
def refusals(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Somebody's no to one agency. It ends nobody else's yes (S8)."""
    form = forms.Refuse(
        request.POST or None,
        agencies=shown.agencies_to_add(file),
        people=shown.people_to_ask(file),
    )
    if form.is_valid():
        try:
            consent.refuse(file, **form.cleaned_data, now=clock.now())
            messages.success(request, "Their no is recorded. It is not held against them.")
            return redirect("agreement", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    page: dict[str, Any] = {"file": file, "form": form, "back": _back(file)}
    return draw(request, "staff/agreement/refusals.html", **page)


@family_page("agreement", needs=Level.RECORD)
def refusal(request: HttpRequest, file: FamilyFile, refusal: int) -> HttpResponse:
    """One no, for who leads: whose yes to the same goes on, and that it was looked at."""
    said = shared.refusal(file, refusal)
    form = forms.Press(request.POST or None)
    if form.is_valid():
        consent.look_at_refusal(file, refusal, now=clock.now())
        messages.success(request, "It is recorded that you have looked at this.")
        return redirect("agreement", reference=file.reference)
    page: dict[str, Any] = {"file": file, "form": form, "said": said, "back": _back(file)}
    return draw(request, "staff/agreement/refusal.html", **page)


def _recorded(file: FamilyFile, form: forms.Asked, **more: Any) -> bool:
    """Whether the yes was recorded; a rule's reason becomes the form's error."""
    try:
        yes.record_yes(file, **(form.change() | more), now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    return True


def _asked(
    request: HttpRequest,
    file: FamilyFile,
    form: forms.Asked,
    template: str,
    wording: Any,
    **page: Any,
) -> HttpResponse:
    if form.is_bound and wording is not None:
        # What stands on the page now is what another attempt says they read.
        form.data = request.POST.copy()
        form.data["wording"] = str(wording.pk)
    page |= {
        "file": file,
        "form": form,
        "wording": wording,
        **shown.languages(),
        "judging": file.sees(Level.RECORD),
        "back": _back(file),
    }
    return draw(request, template, **page)


def _wording(request: HttpRequest) -> Any:
    """The words in the language that was asked for, where a person has checked them (S16)."""
    asked = request.GET.get("language", ENGLISH)
    return queries.current_wording(asked[:10]) or queries.current_wording()


def _initial(wording: Any) -> dict[str, Any]:
    if wording is None:
        return {}
    return {"wording": wording.pk, **USUALLY, "language": wording.language}


def _around(file: FamilyFile, row: Any) -> dict[str, Any]:
    """What goes on whatever is changed here: another's yes, what is kept private already."""
    return {
        "row": row,
        "kept": row.agency_id in yes.places_kept_from(file),
        "writes_it_down": shown.writes_it_down(file, row.agency_id),
        "others": shown.others_to_the_same(file, row),
    }


def _stands(row: Any) -> dict[str, Any]:
    """What this agency gets now, for the form to begin with."""
    own_words = row.purpose_id is None and row.purpose_words
    return {
        "given_by": row.given_by_id,
        "reach": row.reach,
        "purpose": forms.OTHER if own_words else row.purpose_id or "",
        "purpose_words": row.purpose_words,
        "until_on": shared.last_day(row),
    }


def _back(file: FamilyFile) -> str:
    return reverse("agreement", args=[file.reference])
