"""The one question there is, and what is said when it is asked wrongly."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from hub.access.lookup import asking
from hub.access.lookup.rules import NO_FAMILIES
from hub.access.lookup.steady import steady
from hub.access.systems import (
    NOT_THEIRS,
    AskedBySystem,
    acting_through,
    refused,
    system_page,
)
from hub.api.answered import answered
from hub.api.asked import REASONS, Parameters, Practitioner, Reason, Reference
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed

QUESTION: Final = "Patient/$person-info-query"
DIALECT: Final = "application/fhir+json"
NOT_READ: Final = "This is not JSON in UTF-8."
NOT_SO: Final = "Something in the request is not as it should be."
NOBODY: Final = "Say once on whose behalf you ask: the parameter practitioner."
NO_REASON: Final = "Say once what you ask it for: the parameter reason, one of the listed URIs."
ONE_REFERENCE: Final = "Ask for one reference at a time."
FORBIDDEN: Final = (NOT_THEIRS, NO_FAMILIES)  # any other reason says what to send instead
# pydantic's own sentences repeat what was sent; these do not.
SAYS: Final = {
    "missing": "This is missing.",
    "too_long": "There is too much of this.",
    "too_short": "There is too little of this.",
    "string_too_long": "This is too long.",
    "string_too_short": "This is too short.",
    "string_type": "This has to be a text.",
    "string_pattern_mismatch": "This is not written as it should be.",
    "union_tag_invalid": "There is no parameter of this name.",
    "union_tag_not_found": "This parameter has no name.",
}

api = NinjaAPI(
    title="Family hub: is this family already known?",
    version="1",
    description="For agencies' own systems, on behalf of a practitioner who is named.",
    openapi_url=None,
    docs_url=None,
)


@api.exception_handler(ValidationError)
def not_so(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Where something is wrong and what, without a word of what was sent."""
    wrong = [
        {"at": ".".join(map(str, one["loc"][2:])), "says": SAYS.get(one["type"], NOT_SO)}
        for one in error.errors[:20]
    ]
    return refused(422, NOT_SO, problems=wrong)


@api.exception_handler(HttpError)
def not_read(request: HttpRequest, error: HttpError) -> HttpResponse:
    """What could not be read at all."""
    return refused(422, NOT_READ)


@api.post(QUESTION, response=dict[str, Any], summary="Is this family already known?")
def ask(request: AskedBySystem, asked: Parameters) -> HttpResponse:
    """Whether the family of these people is known, as far as the practitioner may be told."""
    practitioner, reason = asked.once(Practitioner), REASONS.get(asked.once(Reason) or "")
    references = [one for one in asked.parameter if isinstance(one, Reference)]
    for missing, says in (
        (not practitioner, NOBODY),
        (reason is None, NO_REASON),
        (len(references) > 1, ONE_REFERENCE),
    ):
        if missing:
            return refused(422, says)
    return _checked(request, asked, practitioner or "", reason or "")


def _checked(
    request: AskedBySystem, asked: Parameters, practitioner: str, purpose: str
) -> HttpResponse:
    try:
        checked = asking.check(
            acting_through(request, practitioner),
            asked.descriptions(),
            reference=asked.once(Reference) or "",
            purpose=purpose,
            now=clock.now(),
        )
    except asking.Stopped as stopped:
        return refused(429, str(stopped))
    except NotAllowed as refusal:
        return refused(403 if str(refusal) in FORBIDDEN else 422, str(refusal))
    return JsonResponse(answered(checked), content_type=DIALECT)


@steady
@system_page
def person_info_query(request: AskedBySystem) -> HttpResponse:
    """The question, asked by a system with a key."""
    answer: HttpResponse = _reading(request)
    return answer


# ninja's part of it, which reads the question; the mark above is what the address leads to.
_reading: Any = next(one.callback for one in api.urls[0] if QUESTION in str(one.pattern))
