"""Registering: the form, what was typed so far, check your answers, and the family."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from hub.access.lookup.steady import steady
from hub.access.pages import AskedRequest, practitioner_page
from hub.consent import queries as consent
from hub.intake import changes, queries
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.web.staff.about import unsent
from hub.web.staff.context import draw
from hub.web.staff.lookup.typed import for_registration
from hub.web.staff.registration import checked
from hub.web.staff.registration.answers import Answers
from hub.web.staff.registration.known import told_page
from hub.web.staff.registration.saving import (
    ELSEWHERE,
    AlreadyTold,
    from_draft,
    keeps_typed,
    note_for,
    registered,
)


@keeps_typed
@practitioner_page
def registration(request: AskedRequest) -> HttpResponse:
    """An empty form, and what the practitioner began earlier."""
    if request.method == "POST":
        return _keep(request, None)
    typed = unsent.typed_on(request)
    answers = whole(request, typed, quiet=True)
    drafts = queries.drafts_of(request.actor, now=clock.now())
    return _form(request, answers, drafts=drafts, found_again=typed is not None)


@practitioner_page
def registration_known(request: AskedRequest) -> HttpResponse:
    """The form with what was typed to look the family up."""
    if request.method != "POST":
        return redirect("registration")
    return _form(request, whole(request, for_registration(request.POST, short=False), quiet=True))


@practitioner_page
def words(request: AskedRequest) -> HttpResponse:
    """What to say to a parent before anything is written down, for one sheet of paper."""
    return draw(request, "staff/registration/words.html", back=reverse("registration"))


@keeps_typed
@practitioner_page
def draft(request: AskedRequest, draft: int) -> HttpResponse:
    """The form with what was typed so far."""
    if request.method == "POST":
        return _keep(request, draft)
    found = queries.draft(request.actor, draft, now=clock.now())
    typed = unsent.typed_on(request)
    answers = whole(request, typed or from_draft(found.typed), quiet=True)
    answers.yes.version = found.version
    return _form(request, answers, draft=draft, found_again=typed is not None)


@steady
@practitioner_page
def check(request: AskedRequest, draft: int) -> HttpResponse:
    """Everything that was typed, to be read once more; a post registers the family."""
    found = queries.draft(request.actor, draft, now=clock.now())
    answers = whole(request, from_draft(found.typed))
    if not answers.is_valid(now=clock.now()):
        return redirect("registration_draft", draft=draft)
    form = checked.Check(request.POST or None)
    if form.is_valid() and (response := _registered(request, answers, draft, form)):
        return response
    page: dict[str, Any] = {"form": form, "sections": checked.sections(answers, draft)}
    page["back"] = reverse("registration_draft", args=[draft])
    return draw(request, "staff/registration/check.html", **page)


def _registered(
    request: AskedRequest, answers: Answers, draft: int, form: checked.Check
) -> HttpResponse | None:
    """The family, or what is told of it; None when it was refused, which the form says."""
    try:
        return registered(request, answers, draft)
    except AlreadyTold as known:
        return told_page(request, known.checked, draft)
    except NotAllowed as refusal:
        form.refuse(str(refusal))
    return None


@practitioner_page
def removal(request: AskedRequest, draft: int) -> HttpResponse:
    """Ask before deleting what was typed; a post deletes it."""
    found = queries.draft(request.actor, draft, now=clock.now())
    form = checked.Check(request.POST or None)
    if form.is_valid():
        changes.drop_draft(request.actor, draft, now=clock.now())
        messages.success(request, "What you had typed is deleted.")
        return redirect("registration")
    page: dict[str, Any] = {"form": form, "draft": found, "back": reverse("registration")}
    return draw(request, "staff/registration/removal.html", **page)


@practitioner_page
def no_record(request: AskedRequest) -> HttpResponse:
    """Nobody said yes: help is given all the same, and nothing is kept (S11, 2.69)."""
    return draw(request, "staff/registration/no_record.html", back=reverse("registration"))


def _keep(request: AskedRequest, draft: int | None) -> HttpResponse:
    answers = whole(request, request.POST)
    if answers.said == "no":
        if draft is not None:
            changes.drop_draft(request.actor, draft, now=clock.now())
        return redirect("registration_no_record")
    if answers.said == "yes":  # nothing is kept before there is a yes (S11)
        draft = _save(request, answers, draft)
    ready = not answers.pressed and answers.is_valid(now=clock.now())
    if ready and draft is not None:
        return redirect("registration_check", draft=draft)
    return _form(request, answers, draft=draft)


def _save(request: AskedRequest, answers: Answers, draft: int | None) -> int | None:
    try:
        kept = changes.save_draft(
            request.actor,
            answers.kept(),
            draft=draft,
            version=answers.yes.version,
            now=clock.now(),
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


def whole(request: AskedRequest, data: QueryDict | None, *, quiet: bool = False) -> Answers:
    """The form's answers, with the agencies of the reader's locality and the words in use."""
    actor = request.actor
    asked = consent.agencies_to_ask(actor.locality, now=clock.now())
    wording = consent.current_wording()
    request.wording = wording  # type: ignore[attr-defined]
    return Answers(
        data,
        agencies=asked,
        own=actor.agency,
        wording=wording.pk if wording else None,
        quiet=quiet,
    )


def _form(request: AskedRequest, answers: Answers, **page: Any) -> HttpResponse:
    draft = page.get("draft")
    page |= {
        "answers": answers,
        "yes": answers.yes,
        "people": answers.people,
        "deciding": answers.deciding,
        "home": answers.home,
        "why": answers.why,
        "sharing": answers.sharing,
        "judging": answers.needs_judgement(now=clock.now()),
        "wording": getattr(request, "wording", None),
        "drafts": page.get("drafts", []),
        "found_again": page.get("found_again", False),
        "draft": draft,
        "action": reverse("registration_draft", args=[draft]) if draft else reverse("registration"),
    }
    page["writer"] = note_for(request, page["action"])
    return draw(request, "staff/registration/form.html", **page)
