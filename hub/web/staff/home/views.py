"""Home: what is due, and my families."""

from django.http import HttpResponse

from hub.access.pages import AskedRequest, practitioner_page
from hub.kernel import clock
from hub.web.staff.context import draw, works_with_families
from hub.web.staff.home import shown


@practitioner_page
def home(request: AskedRequest) -> HttpResponse:
    """What is due and when, and the families one leads or works with."""
    asked = request.GET.get("page", "1")
    page = shown.home(
        request.actor,
        page=max(1, int(asked)) if asked.isdecimal() and len(asked) < 4 else 1,
        every="every" in request.GET,
        now=clock.now(),
    )
    works = works_with_families(request.actor)
    return draw(request, "staff/home/home.html", page=page, works=works)
