"""What each is asked or says alone: apart from everything that is filled in together (S4, S15)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.about import caring, changes, queries, rules
from hub.access.pages import AskedRequest, family_page
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.about import forms, unsent
from hub.web.staff.context import draw
from hub.web.staff.families.shown import both as both_wrote


@family_page("alone", needs=Level.SUMMARY)
def alone(request: AskedRequest, file: FamilyFile) -> HttpResponse:
    """Each child, and for who leads each adult, to be seen alone, and when they were."""
    adults = queries.adults_asked_alone(file) if file.sees(Level.RECORD) else None
    page: dict[str, Any] = {"adults": adults, "children": queries.children_heard(file)}
    page["carers"] = {one.member.person_id: one for one in caring.children_asked(file)}
    back = reverse("family", args=[file.reference])
    return draw(request, "staff/about/alone.html", file=file, **page, back=back)


@unsent.keeps_unsent
@family_page("alone", needs=Level.RECORD)
def alone_with(request: AskedRequest, file: FamilyFile, person: int) -> HttpResponse:
    """What one adult says with nobody else there."""
    member = families.member(file, person)
    rules.is_asked(rules.ALONE, member=member.part, loss=member.loss).or_raise()
    form = _form(request, file, person)
    both = None
    if request.POST and form.is_valid():
        try:
            return _saved(request, file, person, form)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
        except Conflict as told:
            both = both_wrote(queries.answers_in(file, rules.ALONE, person), told)
            form.version = told.version
    return _drawn(request, file, form, member, both)


def _form(request: AskedRequest, file: FamilyFile, person: int) -> forms.Alone:
    """The form as it was sent, or as it was typed before signing in again, or as it stands."""
    row = queries.answers_in(file, rules.ALONE, person)
    typed = request.POST or unsent.typed_on(request)
    stands = queries.answers_of(rules.ALONE, row) | {"told_on": row.told_on} if row else {}
    later = "later" in request.GET or stands.get("told_on") is not None
    version = row.version if row else 0
    form = forms.Alone(typed or None, initial=stands, version=version, later=later)
    form.quiet = bool(typed and not request.POST)
    return form


def _drawn(
    request: AskedRequest, file: FamilyFile, form: forms.Alone, member: Any, both: Any
) -> HttpResponse:
    page: dict[str, Any] = {"form": form, "member": member, "conflict": both}
    return draw(
        request,
        "staff/about/alone_with.html",
        file=file,
        **page,
        found_again=form.quiet,
        told_later="told_on" in form.fields,
        writer=unsent.writer_of(request),
        back=reverse("alone", args=[file.reference]),
        status=409 if both else 200,
    )


def _saved(request: AskedRequest, file: FamilyFile, person: int, form: forms.Alone) -> HttpResponse:
    """Save it, and say no more on the next page than that it is saved."""
    said = dict(form.cleaned_data)
    changes.save_asked_alone(
        file,
        person,
        alone=said.pop("alone"),
        version=form.version or 0,
        told_on=said.pop("told_on", None),
        said=said,
        now=clock.now(),
    )
    unsent.forget(request)
    messages.success(request, "Saved.")
    return redirect("alone", reference=file.reference)
