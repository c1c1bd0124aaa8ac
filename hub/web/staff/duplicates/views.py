"""The coordinator's queue of files that may be one family's, and two of them side by side."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access import door
from hub.access.pages import AskedRequest, practitioner_page, role_page
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles
from hub.merging import changes, comparing, queries
from hub.web.staff.context import draw
from hub.web.staff.duplicates import forms, shown


@role_page("coordinator")
def duplicates(request: AskedRequest) -> HttpResponse:
    """Pairs of files that look alike, and the merges that run."""
    page = shown.queue(request.actor, now=clock.now())
    return draw(request, "staff/duplicates/duplicates.html", page=page, back=reverse("hub"))


@practitioner_page
def duplicate(request: AskedRequest, one: int, other: int) -> HttpResponse:
    """Two files side by side, and what the coordinator, or who leads one of them, says of them."""
    file, second = _both(request.actor, one, other)
    said = queries.not_same(file, second)
    form = forms.Button(request.POST or None) if said else forms.Decide(request.POST or None)
    if form.is_valid():
        try:
            return _decided(request, file, second, form)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
    rows = comparing.side_by_side(file, second)
    page: dict[str, Any] = {"one": file, "other": second, "rows": rows, "said": said, "form": form}
    return draw(request, "staff/duplicates/duplicate.html", **page, back=reverse("duplicates"))


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
    request: AskedRequest, file: FamilyFile, second: FamilyFile, form: forms.Decide | forms.Button
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
    kept, gone = (file, second) if what == forms.FIRST else (second, file)
    row = changes.propose(kept, gone, because=because, now=now)
    messages.success(request, "It is proposed. Each lead now asks the adults of their family.")
    return redirect("merge", merge=row.pk)
