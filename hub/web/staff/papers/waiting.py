"""What is overdue to be signed: of the families one leads, and of those one oversees."""

from typing import Any

from django.http import HttpResponse

from hub.access import door
from hub.access.pages import AskedRequest, practitioner_page
from hub.kernel import clock
from hub.papers import following
from hub.plans.signing.queries import not_signed_in
from hub.web.staff.context import draw

MOST = 200  # as many as the door opens at once


@practitioner_page
def signatures_due(request: AskedRequest) -> HttpResponse:
    """Lists by reference alone: mine, my plans with services not signed for, and for a coordinator
    or officer everybody's."""
    now = clock.now()
    files = door.list_mine(request.actor, now=now, size=MOST)
    mine, plans = following.overdue_in(files, now=now), not_signed_in(files, now=now)
    oversees = any(map(request.actor.has_role, following.OVERSEES))
    others = following.follow_ups(request.actor, now=now) if oversees else []
    opens = request.actor.has_role("coordinator")
    page: dict[str, Any] = {"mine": mine, "plans": plans, "others": others}
    page |= {"oversees": oversees, "opens": opens}
    return draw(request, "staff/papers/waiting.html", today=clock.today(), back="/", **page)
