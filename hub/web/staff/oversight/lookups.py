"""Who looks up how often whether families are known, and what of it looks like fishing."""

from typing import Final

from django.http import HttpResponse

from hub.access.lookup import overseeing
from hub.access.pages import AskedRequest, role_page
from hub.web.staff.context import draw
from hub.web.staff.oversight.forms import Period, lately
from hub.web.staff.oversight.officer import OFFICER

MOST: Final = 100


@role_page(OFFICER)
def lookups(request: AskedRequest) -> HttpResponse:
    """A period, and below it everybody who looked up in it; those to look at first on top."""
    form = Period(request.POST or None, initial=lately())
    found = None
    if form.is_valid():
        found = overseeing.askers(request.actor, **form.period)
    return draw(request, "staff/oversight/lookups.html", form=form, found=found, most=MOST)
