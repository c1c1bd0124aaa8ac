"""The task list, each page of questions, and the questions on paper."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.about import changes, queries, rules
from hub.about.rules import Part
from hub.access.pages import AskedRequest, family_page
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.about import forms, on_paper, shown, unsent
from hub.web.staff.context import draw
from hub.web.staff.families.shown import both as both_wrote


@family_page("about", needs=Level.SUMMARY)
def about(request: AskedRequest, file: FamilyFile) -> HttpResponse:
    """Every part of "About my family" and how far each is."""
    back = reverse("family", args=[file.reference])
    page = shown.task_list(file)
    whole = file.sees(Level.RECORD)
    return draw(request, "staff/about/about.html", file=file, page=page, whole=whole, back=back)


@family_page("about", needs=Level.SUMMARY)
def paper(request: AskedRequest, file: FamilyFile) -> HttpResponse:
    """The questions on paper, to be filled in by hand."""
    sheets = on_paper.paper(file)
    return draw(request, "staff/about/paper.html", file=file, sheets=sheets, back=_list(file))


def of_person(part: Part) -> Callable[..., HttpResponse]:
    """The page of a part about one member."""

    @unsent.keeps_unsent
    @family_page("alone" if part in rules.APART else "about", needs=part.level)
    def page(request: AskedRequest, file: FamilyFile, person: int) -> HttpResponse:
        return _answered(request, file, part, families.member(file, person))

    return page


def of_family(part: Part) -> Callable[..., HttpResponse]:
    """The page of a part about the whole family."""

    @unsent.keeps_unsent
    @family_page("about", needs=part.level)
    def page(request: AskedRequest, file: FamilyFile) -> HttpResponse:
        return _answered(request, file, part, None)

    return page


def _answered(request: AskedRequest, file: FamilyFile, part: Part, member: Any) -> HttpResponse:
    """Save what was sent and go on to the next page; else the page, with both when two wrote."""
    if member is not None:
        rules.is_asked(part, member=member.part, loss=member.loss).or_raise()
    person = member.person_id if member else None
    row = queries.answers_in(file, part, person)
    form, found_again = _form(request, file, part, member, row)
    both = None
    if request.POST and form.is_valid():
        try:
            _save(file, part, person, form)
            unsent.forget(request)
            apart = part in rules.APART  # the next page may be one that others look at
            messages.success(request, "Saved." if apart else f"Saved: {_title(part, member)}.")
            return redirect(shown.after(file, part, person))
        except NotAllowed as refusal:
            form.refuse(str(refusal))
        except Conflict as told:
            both = both_wrote(queries.answers_in(file, part, person), told)
            form.version = told.version
    page = {"form": form, "part": part, "title": _title(part, member), "conflict": both}
    return draw(
        request,
        "staff/about/part.html",
        file=file,
        **page,
        found_again=found_again,
        told_later="told_on" in form.fields,
        writer=unsent.writer_of(request),
        skip=shown.following(file, part, person),
        back=(shown.list_of(file, part), "Back to the list"),
        status=409 if both else 200,
    )


def _form(
    request: AskedRequest, file: FamilyFile, part: Part, member: Any, row: Any
) -> tuple[forms.Page, bool]:
    """The form as it was sent, or as it was typed before signing in again, or as it stands."""
    typed = request.POST or unsent.typed_on(request)
    asked_of = member.part if member else ""
    later = "later" in request.GET
    form = shown.form_for(file, part, asked_of, row, typed or None, later=later)
    form.quiet = bool(typed and not request.POST)
    if row is None and part is rules.HELPERS:
        form.initial["doctor"] = queries.doctor_of_another(file, member.person_id)
    return form, form.quiet


def _save(file: FamilyFile, part: Part, person: int | None, form: forms.Page) -> None:
    said = dict(form.cleaned_data)
    changes.save_part(
        file,
        part.code,
        person=person,
        version=form.version or 0,
        told_on=said.pop("told_on", None),
        known_to=said.pop("known_to", ()),
        finished=said.pop("finished"),
        said=said,
        now=clock.now(),
    )


def _title(part: Part, member: Any) -> str:
    return f"{part.title}: {member.person.full_name}" if member else part.title


def _list(file: FamilyFile) -> str:
    return reverse("about", args=[file.reference])
