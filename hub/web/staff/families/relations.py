"""Who is what to whom in a family, as the family says it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.pages import family_page
from hub.families import changes, queries, ties
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.ui import forms
from hub.web.staff.context import draw


class Relation(forms.Form):
    """One person, what they are, and to whom."""

    person = forms.Select(label="Who?", required="Choose somebody", coerce=int)
    kind = forms.Radios(
        label="What are they?",
        choices=list(ties.KINDS.items()),
        required="Choose what they are",
    )
    other = forms.Select(label="To whom?", required="Choose to whom", coerce=int)

    def __init__(self, *args: Any, people: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("person", "other"):
            forms.choose(self, name, people.items())


class Ended(forms.Form):
    """A button: it is so no more, or never was."""

    person = forms.WholeNumber(label="Who", most=2**63 - 1)
    other = forms.WholeNumber(label="To whom", most=2**63 - 1)
    ended = forms.YesNo(label="Is it so no more?")


@family_page("family", needs=Level.SUMMARY)
def relations(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """What is written down, each to take away, and one more to add."""
    names = {row.person_id: row.person.full_name for row in queries.members_in(file)}
    button = Ended(request.POST) if "ended" in request.POST else None
    form = Relation(None if button else request.POST or None, people=names)
    if _saved(file, button or form):
        messages.success(request, "Saved.")
        return redirect("relations", reference=file.reference)
    known = queries.relationships_in(file)
    rows = [row for row in known if row.person in names and row.other in names]
    page: dict[str, Any] = {"form": form, "rows": rows, "names": names, "ended": Ended()}
    back = reverse("family", args=[file.reference])
    return draw(request, "staff/families/relations.html", file=file, **page, back=back)


def _saved(file: FamilyFile, form: forms.Form) -> bool:
    """Whether it was right and is kept; else the form says why not."""
    if not form.is_valid():
        return False
    said = dict(form.cleaned_data)
    try:
        if said.pop("ended", None) is None:
            changes.relate(file, **said, now=clock.now())
        else:
            changes.unrelate(
                file, person=said["person"] or 0, other=said["other"] or 0, now=clock.now()
            )
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    return True
