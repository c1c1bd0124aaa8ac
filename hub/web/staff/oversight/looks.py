"""Who has looked at a family, for its lead: a calm summary, then every line (S30)."""

from django.http import HttpRequest, HttpResponse

from hub.access import oversight
from hub.access.pages import family_page
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.context import draw


@family_page("looks", needs=Level.RECORD)
def looks(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """The summary of 90 days stands on the first page only."""
    typed = request.GET.get("page", "")
    page = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 6 else 1
    lines = oversight.looks_at(file, page)
    told = oversight.looks_told(file, now=clock.now()) if lines.page == 1 else []
    return draw(request, "staff/oversight/looks.html", file=file, found=lines, told=told)
