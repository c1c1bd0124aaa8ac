"""What each told, and who may know it: one click each, and one to take it back (S4)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.about import changes, rules
from hub.access.pages import AskedRequest, family_page
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.about import own_forms, shown
from hub.web.staff.context import draw

CHANGED = (
    "This was changed while you were looking at it. Read it again, then choose who may know it."
)
NOW = {True: "Shared with: {}.", False: "No longer shared with: {}."}


@family_page("about", needs=Level.SUMMARY)
def known(request: AskedRequest, file: FamilyFile) -> HttpResponse:
    """Each page that is somebody's own with who may know it; a post changes one choice."""
    form = own_forms.Known(request.POST or None)
    if form.is_valid() and form.chosen:
        try:
            _choose(file, form)
            chosen = form.cleaned_data
            messages.success(request, NOW[chosen["may"]].format(rules.WITH[chosen["whom"]].lower()))
            return redirect("about_known", reference=file.reference)
        except NotAllowed as refusal:
            form.refuse(str(refusal))
        except Conflict:
            form.refuse(CHANGED)
    pages = shown.known(file)
    back = (reverse("about", args=[file.reference]), "Back to the list")
    return draw(request, "staff/about/known.html", file=file, form=form, pages=pages, back=back)


def _choose(file: FamilyFile, form: own_forms.Known) -> None:
    asked = form.cleaned_data
    changes.let_know(
        file,
        asked["part"],
        asked["row"],
        whom=asked["whom"],
        may=asked["may"],
        version=form.version or 0,
        now=clock.now(),
    )
