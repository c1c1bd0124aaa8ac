"""The coordinator's queue of files that may be one family's, and two of them side by side."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access import door
from hub.access.pages import AskedRequest, family_page, practitioner_page, role_page
from hub.audit import journal
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles
from hub.kernel.ids import tidy_reference
from hub.merging import changes, comparing, queries
from hub.web.staff.context import draw
from hub.web.staff.duplicates import forms, shown

NOT_SEEN = (
    "You see no other file with this reference, or not who is in it. Check the reference. If it is "
    "right, ring the hub's coordinator: they can look at both files."
)


@role_page("coordinator")
def duplicates(request: AskedRequest) -> HttpResponse:
    """Pairs of files that look alike, and the merges that run."""
    page = shown.queue(request.actor, now=clock.now())
    return draw(request, "staff/duplicates/duplicates.html", page=page, back=reverse("hub"))


@practitioner_page
def duplicate(request: AskedRequest, one: int, other: int) -> HttpResponse:
    """Two files side by side, and what the coordinator, or who leads one of them, says of them."""
    file, second = _both(request.actor, one, other)
    rows = comparing.side_by_side(file, second)
    said, decides = queries.not_same(file, second), _coordinates(file, second)
    form = forms.Button(request.POST or None) if said else _form(request, rows, decides=decides)
    if form.is_valid():
        try:
            return _decided(request, file, second, form)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    homes = queries.other_homes(file) if said else []
    shared = [one.name for one in homes if one.reference == second.reference]
    page: dict[str, Any] = {"one": file, "other": second, "rows": rows, "said": said, "form": form}
    page |= {"shared": shared, "decides": decides, "back": _back(file, second)}
    return draw(request, "staff/duplicates/duplicate.html", **page)


@family_page("merging", needs=Level.RECORD)
def other_file(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Which file may be of the same family as this one, for who leads it and sees both."""
    form = forms.Other(request.POST or None)
    if form.is_valid():
        second = _beside(file, form.cleaned_data["other"])
        if second is not None:
            return redirect("duplicate", one=file.family, other=second.family)
        form.refuse(NOT_SEEN, "other")
    back = reverse("family", args=[file.reference])
    return draw(request, "staff/duplicates/other_file.html", file=file, form=form, back=back)


def _beside(file: FamilyFile, typed: str) -> FamilyFile | None:
    """The other file of this reference, open; None alike where there is none, where its members are
    not theirs to see, and for the very same."""
    reference = tidy_reference(typed)
    if reference == file.reference:
        return None
    try:
        return door.open_file(
            file.actor, reference, "merging", now=clock.now(), needs=Level.SUMMARY
        )
    except NotInYourFiles:
        journal.record("file.refused", actor=file.actor)
        return None


def _coordinates(*files: FamilyFile) -> bool:
    return any(queries.reader_of(file).coordinates for file in files)


def _form(
    request: AskedRequest, rows: Sequence[comparing.Beside], *, decides: bool
) -> forms.Propose:
    """That they are two families is for the coordinator to say."""
    if not decides:
        return forms.Propose(request.POST or None)
    return forms.Decide(request.POST or None, alike=comparing.children_alike(rows))


def _back(*files: FamilyFile) -> str:
    """Where whoever looks came from: the queue, or the file they lead."""
    if _coordinates(*files):
        return reverse("duplicates")
    led = next(file for file in files if queries.reader_of(file).leads)
    return reverse("family", args=[led.reference])


def _both(actor: Actor, one: int, other: int) -> tuple[FamilyFile, FamilyFile]:
    """Both files, open. Raises NotInYourFiles for who may say nothing of them."""
    now = clock.now()
    first, second = (
        door.open_file(actor, reference, "merging", now=now, needs=Level.SUMMARY)
        for reference in queries.references_of(actor, one, other, now=now)
    )
    readers = queries.reader_of(first), queries.reader_of(second)
    if not any(reader.coordinates or reader.leads for reader in readers):
        raise NotInYourFiles("families")
    return first, second


def _decided(
    request: AskedRequest, file: FamilyFile, second: FamilyFile, form: forms.Propose | forms.Button
) -> HttpResponse:
    now = clock.now()
    if isinstance(form, forms.Button):
        changes.take_back_not_same(file, second, now=now)
        messages.success(request, "It is taken back. They can be looked at again.")
        return redirect("duplicate", one=file.family, other=second.family)
    what, because = form.cleaned_data["what"], form.cleaned_data["because"]
    if what == forms.NOT_SAME:
        changes.say_not_same(file, second, because=because, now=now)
        messages.success(request, "It is written down that they are two families.")
        return redirect("duplicate", one=file.family, other=second.family)
    if what == forms.SHARED and isinstance(form, forms.Decide):
        changes.say_shared(file, second, children=form.shared, because=because, now=now)
        messages.success(request, "It is written down that the child has a home in both families.")
        return redirect("duplicate", one=file.family, other=second.family)
    kept, gone = (file, second) if what == forms.FIRST else (second, file)
    row = changes.propose(kept, gone, because=because, now=now)
    messages.success(request, "It is proposed. Each lead now asks the adults of their family.")
    return redirect("merge", merge=row.pk)
