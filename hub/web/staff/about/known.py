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
    if form.is_valid() and form.chosen and _chosen(request, file, form):
        return redirect("about_known", reference=file.reference)
    pages = shown.known(file)
    back = (reverse("about", args=[file.reference]), "Back to the list")
    return draw(request, "staff/about/known.html", file=file, form=form, pages=pages, back=back)


def _chosen(request: AskedRequest, file: FamilyFile, form: own_forms.Known) -> bool:
    """Change it and say so; False where it is refused, with the reason on the form."""
    asked, version = dict(form.cleaned_data), form.version or 0
    part, row, whom, may = (asked[name] for name in ("part", "row", "whom", "may"))
    try:
        changes.let_know(file, part, row, whom=whom, may=may, version=version, now=clock.now())
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    except Conflict:
        form.refuse(CHANGED)
        return False
    messages.success(request, NOW[may].format(rules.WITH[whom].lower()))
    return True
