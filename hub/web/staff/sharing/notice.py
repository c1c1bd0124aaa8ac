"""The notice a family is given: who is told what and why, and what it can do about it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from hub.access.pages import family_page
from hub.access.queries import lead_of
from hub.agencies.queries import localities
from hub.consent.notice import notice_of
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from hub.web.staff.context import draw


@family_page("agreement", needs=Level.SUMMARY)
def notice(request: HttpRequest, file: FamilyFile) -> HttpResponse:
    """On one sheet, drawn for this family's agreements as they are today."""
    told = notice_of(file)
    # The family's hub tells where they are (S3). Who does not lead names their own, whether there
    # is a mark or not: a line that is missing would tell that there is one.
    place = file.locality if file.sees(Level.RECORD) else file.actor.locality
    hub = next((one for one in localities() if one.pk == place), None)
    page: dict[str, Any] = {
        "told": told,
        "can_object": any(one.answers.can_object for one in told),
        "lead": lead_of(file),
        "hub": hub,
        "today": clock.today(),
        "back": reverse("agreement", args=[file.reference]),
    }
    return draw(request, "staff/sharing/notice.html", file=file, **page)
