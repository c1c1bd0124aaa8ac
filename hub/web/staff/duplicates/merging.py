"""One merge: each adult asked alone, both leads' yes, merging, and undoing it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import AskedRequest, practitioner_page
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from hub.merging import changes, queries
from hub.web.staff.context import draw
from hub.web.staff.duplicates import forms, shown


@practitioner_page
def merge(request: AskedRequest, merge: int) -> HttpResponse:
    """How far a merge has come, who has been asked, and what is next."""
    known, (kept, gone) = shown.files_of(request.actor, merge, now=clock.now())
    page = shown.merge_page(known, kept, gone)
    buttons = {side: forms.Button() for side in shown.SIDES}
    back = reverse("duplicates" if request.actor.has_role("coordinator") else "home")
    return draw(request, "staff/duplicates/merge.html", page=page, buttons=buttons, back=back)


@practitioner_page
def asked(request: AskedRequest, merge: int, member: int) -> HttpResponse:
    """Write down what one adult said, asked alone."""
    _, files = shown.files_of(request.actor, merge, now=clock.now())
    file, other, adult = _of_member(files, merge, member)
    form = forms.Answer(request.POST or None)
    said = {"member": member, **form.cleaned_data} if form.is_valid() else {}
    if said and _saves(form, partial(changes.ask, file, other, merge, **said)):
        messages.success(request, "What they said is written down.")
        return redirect("merge", merge=merge)
    page: dict[str, Any] = {"form": form, "file": file, "adult": adult}
    return draw(request, "staff/duplicates/asked.html", **page, back=_back(merge))


@practitioner_page
def agreed(request: AskedRequest, merge: int) -> HttpResponse:
    """A post says yes for one of the families."""
    side = request.POST.get("side", "")

    def say(kept: FamilyFile, gone: FamilyFile) -> None:
        file, other = (gone, kept) if side == "gone" else (kept, gone)
        changes.say_yes(file, other, merge, now=clock.now())

    return _pressed(request, merge, say, "The yes for this family is written down.")


@practitioner_page
def merged(request: AskedRequest, merge: int) -> HttpResponse:
    """A post merges the two files."""

    def do(kept: FamilyFile, gone: FamilyFile) -> None:
        changes.merge(kept, gone, merge, now=clock.now())

    return _pressed(request, merge, do, "The files are merged. You can undo that at any time.")


@practitioner_page
def end(request: AskedRequest, merge: int) -> HttpResponse:
    """Undo a merge, or give up one that is not done, saying why."""
    known, (kept, gone) = shown.files_of(request.actor, merge, now=clock.now())
    form = forms.End(request.POST or None)
    said = dict(form.cleaned_data) if form.is_valid() else {}
    if said and _saves(form, partial(changes.end, kept, gone, merge, **said)):
        messages.success(request, "It is ended. Both files are as they were.")
        return redirect("merge", merge=merge)
    page: dict[str, Any] = {"form": form, "known": known}
    return draw(request, "staff/duplicates/end.html", **page, back=_back(merge))


def _saves(form: Any, save: Callable[..., Any]) -> bool:
    """Whether it was saved; if not, the form says why."""
    try:
        save(now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    return True


def _back(merge: int) -> str:
    return reverse("merge", args=[merge])


def _of_member(
    files: list[FamilyFile], merge: int, member: int
) -> tuple[FamilyFile, FamilyFile, queries.Asked]:
    """The file a member is an adult of, the other one, and what they said. Raises
    NotInYourFiles."""
    for file, other in (files, files[::-1]):
        for one in queries.adults_in(file, merge):
            if one.member.pk == member:
                return file, other, one
    raise NotInYourFiles("adult")


def _pressed(
    request: AskedRequest, merge: int, press: Callable[[FamilyFile, FamilyFile], None], said: str
) -> HttpResponse:
    _, (kept, gone) = shown.files_of(request.actor, merge, now=clock.now())
    if request.method == "POST":
        try:
            press(kept, gone)
            messages.success(request, said)
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
    return redirect("merge", merge=merge)
