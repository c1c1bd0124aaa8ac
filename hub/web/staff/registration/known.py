"""The page that tells, as a family is registered, what a look-up tells of it."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from hub.access.lookup.asking import Checked
from hub.access.pages import AskedRequest
from hub.intake import queries
from hub.kernel import clock
from hub.web.staff.context import draw
from hub.web.staff.lookup.forms import Another
from hub.web.staff.lookup.typed import carried
from hub.web.staff.registration.saving import from_draft


def told_page(
    request: AskedRequest, checked: Checked | None, draft: int, form: Another | None = None
) -> HttpResponse:
    """Nothing is registered yet; what was typed is kept, and can be registered all the same.
    `checked` is None where it was refused for something else, which the form says."""
    found = queries.draft(request.actor, draft, now=clock.now())
    page: dict[str, Any] = {"carried": _carried(found)}
    page |= {"checked": checked, "form": form or Another(), "draft": draft}
    back = reverse("registration_draft", args=[draft])
    return draw(request, "staff/registration/known.html", back=back, **page)


def _carried(found: queries.OpenDraft) -> list[tuple[str, str]]:
    """What was typed, as a look-up takes it: the telephone number stands with an adult here, and a
    child of the short form has the adult's family name where none is typed."""
    data = from_draft(found.typed)
    data["phone"] = data.get("people-0-contact", "")
    child = "people-1-family_name"
    data[child] = data.get(child) or data.get("people-0-family_name", "")
    return carried(data)
