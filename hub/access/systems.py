"""The mark for what an agency's own systems ask, and on whose behalf they do.

    @system_page      a system with the key of its agency; no cookie counts, and none is set

A system never asks for itself: each request names a practitioner of its agency, and is decided,
counted and written down as theirs, with the key beside it.
"""

from dataclasses import replace
from functools import wraps
from typing import Any, Final

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse

from hub.access import opening
from hub.access.pages import View
from hub.agencies.systems.changes import used
from hub.agencies.systems.queries import System, acting_for, system_with
from hub.audit import journal
from hub.audit.events import register
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, job_actor

register("system.refused", "asked for somebody who may not ask")

LONGEST: Final = 16_384  # bytes of a request's body: eight people with everything known of them
KINDS: Final = ("application/json", "application/fhir+json")
NO_KEY: Final = "Send the key of your agency's system: Authorization: Bearer, then the key."
TOO_LONG: Final = f"A request is at most {LONGEST} bytes long."
NOT_JSON: Final = "Send JSON, and say so: Content-Type: application/json."
NOT_THEIRS: Final = (
    "Nobody with this work email address may ask for your agency. They have to work there now, and"
    " have signed in to the hub lately."
)


class AskedBySystem(HttpRequest):
    """A request with the key of a system in it."""

    system: System


def system_page(view: View) -> View:
    """Only a system with a key that counts may ask this; everybody else is told 401.

    One transaction, with the journal's lines last, as for any page.
    """

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            system = system_with(_key_in(request), clock.now())
            if system is None:
                return _no_key()
            used(system, now=clock.now())
            request.system = system  # type: ignore[attr-defined]
            try:
                response = _unfit(request) or view(request, *args, **kwargs)
                journal.flush()
            finally:
                opening.forget()
        return response

    page.access = "system"  # type: ignore[attr-defined]
    page.csrf_exempt = True  # type: ignore[attr-defined]  # no cookie says who asks
    return page


def acting_through(request: AskedBySystem, email: str) -> Actor:
    """Begin acting as the practitioner named, of the system's own agency. Raises NotAllowed, alike
    for nobody and for who may not, which is written down."""
    found = acting_for(request.system, email, clock.now())
    if found is None:
        somebody = job_actor("agency.system")
        opening.begin(somebody)
        journal.record("system.refused", actor=somebody, row=request.system.key)
        raise NotAllowed(NOT_THEIRS)
    actor = replace(found, system=request.system.key)
    opening.begin(actor)
    return actor


def refused(status: int, says: str, **more: Any) -> JsonResponse:
    """An answer that says what is wrong, in a sentence."""
    return JsonResponse({"error": says} | more, status=status)


def _key_in(request: HttpRequest) -> str:
    kind, _, key = request.headers.get("Authorization", "").partition(" ")
    return key.strip() if kind.lower() == "bearer" else ""


def _no_key() -> HttpResponse:
    answer = refused(401, NO_KEY)
    answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def _unfit(request: HttpRequest) -> HttpResponse | None:
    """What is wrong with a request before anything of it was read."""
    if request.method != "POST":
        answer = refused(405, "Ask with POST.")
        answer.headers["Allow"] = "POST"
        return answer
    said = request.META.get("CONTENT_LENGTH") or "0"
    if said.isdecimal() and int(said) > LONGEST:
        return refused(413, TOO_LONG)
    return None if request.content_type in KINDS else refused(415, NOT_JSON)
