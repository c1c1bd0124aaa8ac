"""The pages of the quick start: an empty one, one carried on with, one that came to the hub."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.lookup.steady import steady
from hub.access.pages import AskedRequest, practitioner_page, role_page
from hub.consent import queries as consent
from hub.intake import changes, queries
from hub.intake.arrivals import queries as arrivals
from hub.intake.arrivals.rules import YOUNG_PERSON
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.web.staff.about import unsent
from hub.web.staff.context import draw
from hub.web.staff.lookup.typed import Typed, for_registration
from hub.web.staff.lookup.views import lookup_page, telephoned
from hub.web.staff.registration.known import told_page
from hub.web.staff.registration.quick import Quick
from hub.web.staff.registration.saving import (
    ELSEWHERE,
    AlreadyTold,
    from_draft,
    keeps_typed,
    note_for,
    registered,
)


@steady
@keeps_typed
@practitioner_page
def quick_start(request: AskedRequest) -> HttpResponse:
    """A family on one page; a post registers it."""
    if request.method == "POST":
        return _posted(request, None)
    drafts = queries.drafts_of(request.actor, now=clock.now())
    typed = unsent.typed_on(request)
    answers = quick(request, typed, quiet=True)
    return page(request, answers, drafts=drafts, found_again=typed is not None)


@practitioner_page
def quick_start_known(request: AskedRequest) -> HttpResponse:
    """The page with what was typed to look the family up, so that nothing is typed twice."""
    if request.method != "POST":
        return redirect("quick_start")
    data = for_registration(request.POST, short=True)
    if "checked_by" in request.POST:
        call = telephoned(request)
        if not call.is_valid():
            return lookup_page(request, Typed(None), call=call)
        data["known"] = call.carried
    answers = quick(request, data, quiet=True)
    return page(request, answers)


@steady
@keeps_typed
@practitioner_page
def quick_start_draft(request: AskedRequest, draft: int) -> HttpResponse:
    """The page with what was typed so far."""
    found = queries.draft(request.actor, draft, now=clock.now())
    if request.method == "POST":
        return _posted(request, draft)
    typed = unsent.typed_on(request)
    answers = quick(request, typed or from_draft(found.typed), quiet=True)
    answers.yes.version = found.version
    return page(request, answers, draft=draft, found_again=typed is not None)


@role_page("coordinator")
def arrival_start(request: AskedRequest, arrival: int) -> HttpResponse:
    """The page with what came to the hub, so that nothing is asked twice."""
    found = arrivals.arrival(request.actor, arrival, now=clock.now())
    data = QueryDict(mutable=True)
    data.update(_known(found))
    answers = quick(request, data, quiet=True)
    return page(request, answers, came=found, back=reverse("arrival", args=[arrival]))


def _known(found: Any) -> dict[str, str]:
    """What came to the hub, under the names of the page's boxes."""
    adult = found.relation != YOUNG_PERSON
    age = "" if found.child_age is None else str(found.child_age)
    return {
        "arrival": str(found.pk),
        "people-0-given_names": found.name if adult else "",
        "people-0-relation": found.relation if adult else "",
        "people-0-contact": found.contact if adult else "",
        "people-1-given_names": found.child_name if adult else found.name,
        "people-1-born-age": age,
        "why": found.words,
    }


def quick(request: AskedRequest, data: QueryDict | None, *, quiet: bool = False) -> Quick:
    """The page's answers, with the agencies of the reader's locality and the words in use."""
    actor, wording = request.actor, consent.current_wording()
    request.wording = wording  # type: ignore[attr-defined]
    asked = consent.agencies_to_ask(actor.locality, now=clock.now())
    if data is not None and wording is not None and not data.get("wording"):
        data = data.copy()
        data["wording"] = str(wording.pk)
    of = wording.pk if wording else None
    return Quick(data, agencies=asked, own=actor.agency, wording=of, quiet=quiet)


def save(request: AskedRequest, answers: Quick, draft: int | None, **more: Any) -> int | None:
    """Keep what was typed as a draft; what cannot be kept is said on the page."""
    try:
        version = answers.yes.version
        kept = changes.save_draft(
            request.actor, answers.kept(), draft=draft, version=version, now=clock.now(), **more
        )
        answers.yes.version = kept.version
        unsent.forget(request)
        return kept.pk
    except Conflict as told:
        answers.yes.version = told.version
        answers.yes.refuse(ELSEWHERE)
    except NotAllowed as refusal:
        answers.yes.refuse(str(refusal))
    return draft


def _posted(request: AskedRequest, draft: int | None) -> HttpResponse:
    answers = quick(request, request.POST)
    later, told = "later" in request.POST, None
    if answers.said == "no":
        if draft is not None:
            changes.drop_draft(request.actor, draft, now=clock.now())
        return redirect("registration_no_record")
    if later:
        answers.only_the_yes()
    elif answers.is_valid(now=clock.now()):
        try:
            return registered(request, answers, draft)
        except AlreadyTold as known:
            told = known.checked
        except NotAllowed as refusal:
            answers.yes.refuse(str(refusal))
    if answers.said == "yes":  # nothing is kept before there is a yes (S11)
        draft = save(request, answers, draft)
    if told is not None and draft is not None and not answers.yes.in_error:
        return told_page(request, told, draft)
    if later and draft is not None and not answers.yes.in_error:
        messages.success(request, "It is kept, for you alone. Carry on from “Register a family”.")
        return redirect("home")
    return page(request, answers, draft=draft)


def page(request: AskedRequest, answers: Quick, **more: Any) -> HttpResponse:
    """The page drawn, with what was typed and what else it shows."""
    draft = more.get("draft")
    action = reverse("quick_start_draft", args=[draft]) if draft else reverse("quick_start")
    shown: dict[str, Any] = {
        "answers": answers,
        "yes": answers.yes,  # what is wrong in a part is known to the page's title by its name
        "adult": answers.adult,
        "child": answers.child,
        "why": answers.why,
        "sharing": answers.sharing,
        "wording": getattr(request, "wording", None),
        "drafts": (),
        "families": (),
        "practice": False,
        "came": None,
        "found_again": False,
        "draft": None,
        "writer": note_for(request, action),
        "action": action,
    }
    return draw(request, "staff/registration/quick.html", **shown | more)
