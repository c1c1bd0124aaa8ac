"""Who looks up how often whether families are known, and what of it looks like fishing."""

from typing import Any, Final

from django.http import HttpResponse

from hub.access.lookup import overseeing
from hub.access.pages import AskedRequest, role_page
from hub.merging import queries as merging
from hub.web.staff.context import draw
from hub.web.staff.oversight.forms import Period, lately
from hub.web.staff.oversight.officer import OFFICER

MOST: Final = 100


@role_page(OFFICER)
def lookups(request: AskedRequest) -> HttpResponse:
    """A period, and below it everybody who looked up in it; those to look at first on top."""
    form = Period(request.POST or None, initial=lately())
    found = merges = None
    if form.is_valid():
        found = overseeing.askers(request.actor, **form.period)
        merges = merging.counted(request.actor, **form.period)
    page: dict[str, Any] = {"found": found, "merges": merges, "most": MOST}
    return draw(request, "staff/oversight/lookups.html", form=form, **page)
