"""What one person goes through and whom it affects: what stands, and one more to write (3.7)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.about import effects
from hub.access.pages import family_page
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.ui import forms
from hub.ui.pictures.effects import draw_effects
from hub.web.staff.context import draw


class Effect(forms.Form):
    """Who goes through something, whom it affects, and how."""

    person = forms.Select(
        label="Who goes through something?",
        required="Choose who goes through something",
        coerce=int,
    )
    other = forms.Select(
        label="Whom does it affect?", required="Choose whom it affects", coerce=int
    )
    words = forms.TextArea(
        label="How?",
        hint="For example: she is ill in the mornings, so he gets the little ones to school. What "
        "helps one may also cost another something.",
        required="Enter how it affects them",
        rows=3,
        longest=2000,
    )

    def __init__(self, *args: Any, people: dict[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("person", "other"):
            forms.choose(self, name, people.items())


class Ended(forms.Form):
    """A button: it affects them no more, or never did."""

    ended = forms.WholeNumber(label="Which", most=2**63 - 1)


@family_page("about", needs=Level.RECORD)
def about_effects(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """From whom to whom, in words, and one more to write down."""
    names = {row.person_id: row.person.full_name for row in families.members_in(file)}
    button = Ended(request.POST) if "ended" in request.POST else None
    form = Effect(None if button else request.POST or None, people=names)
    if _saved(file, button or form):
        messages.success(request, "Saved.")
        return redirect("about_effects", reference=file.reference)
    stands = [one for one in effects.effects_in(file) if {one.person_id, one.other_id} <= {*names}]
    page: dict[str, Any] = {"form": form, "names": names, **_drawn(stands, names)}
    back = reverse("about", args=[file.reference])
    return draw(request, "staff/about/effects.html", file=file, **page, ended=Ended(), back=back)


def _drawn(stands: list[Any], names: dict[int, str]) -> dict[str, Any]:
    """The map, and the same as a table: by who goes through something, each with its number."""
    stands = sorted(stands, key=lambda one: list(names).index(one.person_id))
    drawing = draw_effects(names, [(one.person_id, one.other_id) for one in stands])
    return {"stands": list(enumerate(stands, start=1)), "drawing": drawing}


def _saved(file: FamilyFile, form: forms.Form) -> bool:
    """Whether it was right and is kept; else the form says why not."""
    if not form.is_valid():
        return False
    said = dict(form.cleaned_data)
    try:
        if "ended" in said:
            effects.end_effect(file, said["ended"] or 0, now=clock.now())
        else:
            effects.note_effect(file, **said, now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    return True
