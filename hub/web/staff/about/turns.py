"""A child is born; somebody died, or a pregnancy ended: one quiet step each (S17)."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.consent import changes as consent
from hub.families import changes, queries, rules
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.ui import forms as ui
from hub.web.staff.context import draw
from hub.web.staff.families.shown import both as both_wrote

Save = Callable[[dict[str, Any], int, datetime], Any]


class Birth(ui.Form):
    """A child's names and birth date."""

    given_names = ui.Text(
        label="Given names",
        hint="As they are called today. It can be changed.",
        required="Enter a name. A first name is enough",
    )
    family_name = ui.Text(label="Family name")
    known_as = ui.Text(label="Known as", hint="What they are called, when it is another name.")
    born = ui.PartialDate(
        label="When was the baby born?",
        called="The date of birth",
        required="Enter the day the baby was born, as far as it is known",
        may_be_due=False,
    )


class Loss(ui.Form):
    """What happened, and when."""

    loss = ui.Radios(label="What happened?", required="Choose what happened")
    on = ui.PartialDate(label="When?", called="The day", may_be_due=False)

    def __init__(self, *args: Any, unborn: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        died = ("died", "The baby died" if unborn else "They died")
        ended = [("pregnancy_ended", "The pregnancy ended")] if unborn else []
        ui.choose(self, "loss", [*ended, died])


class Mistake(ui.Form):
    """A button: it was written down by mistake."""


@family_page("family", needs=Level.SUMMARY)
def birth(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """Record that an unborn child was born: the same child, with a birth date (2.20)."""
    row = queries.member(file, person)
    who = row.person
    rules.may_be_awaited(part=row.part, loss=row.loss).or_raise()
    names = {"family_name": who.family_name, "known_as": who.known_as}
    form = Birth(request.POST or None, initial=names, version=who.version)
    template = "staff/about/birth.html"
    return _answer(request, file, template, form, row, who, _born(file, person))


@family_page("family", needs=Level.SUMMARY)
def loss(request: HttpRequest, file: FamilyFile, person: int) -> HttpResponse:
    """Record a death, or that a pregnancy ended; or that it was recorded by mistake (S17)."""
    row = queries.member(file, person)
    template, posted = "staff/about/loss.html", request.POST or None
    if row.loss:
        form: ui.Form = Mistake(posted, version=row.version)
        return _answer(request, file, template, form, row, row, _taken_back(file, person))
    form = Loss(posted, version=row.version, unborn=row.part == "unborn")
    return _answer(request, file, template, form, row, row, _recorded(file, person))


def _born(file: FamilyFile, person: int) -> Save:
    return lambda said, version, now: changes.record_birth(
        file, person, version=version, **said, now=now
    )


def _recorded(file: FamilyFile, person: int) -> Save:
    return lambda said, version, now: consent.record_loss(
        file, person, version=version, **said, now=now
    )


def _taken_back(file: FamilyFile, person: int) -> Save:
    return lambda said, version, now: consent.take_back_loss(file, person, version=version, now=now)


def _answer(
    request: HttpRequest,
    file: FamilyFile,
    template: str,
    form: ui.Form,
    member: Any,
    edited: Any,
    save: Save,
) -> HttpResponse:
    """Save what a valid form says and go to the family; else the form, with both when two wrote."""
    both = None
    if form.is_valid():
        try:
            save(form.cleaned_data, form.version or 0, clock.now())
            messages.success(request, "Saved.")
            return redirect("family", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
        except Conflict as told:
            both, form.version = both_wrote(edited, told), told.version
    page = {"form": form, "member": member, "conflict": both, "file": file}
    back = reverse("family", args=[file.reference])
    return draw(request, template, **page, back=back, status=409 if both else 200)
