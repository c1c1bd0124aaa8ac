"""Two pictures of a family: its tree, and who works with it (B4)."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hub.access.pages import family_page
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.context import draw
from hub.web.staff.families import drawn


@family_page("family", needs=Level.SUMMARY)
def family_tree(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """The family as a genogram, and the same facts in words (3.10)."""
    back = reverse("family", args=[file.reference])
    page = drawn.family_tree(file)
    return draw(request, "staff/families/family_tree.html", file=file, page=page, back=back)


@family_page("family", needs=Level.SUMMARY)
def network(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """Who works with the family as a map, and the same facts in words."""
    back = reverse("family", args=[file.reference])
    page = drawn.network(file)
    return draw(request, "staff/families/network.html", file=file, page=page, back=back)
