"""Oversee what was shared without agreement: the lists, one of them, its end and its review.

None of these opens a family. What is not theirs and what is not there look alike."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hub.access import overrides as access
from hub.access.pages import AskedRequest, practitioner_page, role_page
from hub.consent.override_rules import OFFICER, REVIEWERS, SAFEGUARDING_LEAD, SECONDS
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.ui.forms import Form
from hub.web.staff.context import draw
from hub.web.staff.overrides import forms, shown


@role_page(SAFEGUARDING_LEAD, OFFICER)
def overrides(request: AskedRequest) -> HttpResponse:
    """What runs now and what waits for its review, those due first on top."""
    waiting, running = shown.wait_first(access.standing(request.actor, now=clock.now()))
    page: dict[str, Any] = {"waiting": waiting, "running": running, "today": clock.today()}
    return draw(request, "staff/overrides/overrides.html", **page, words=shown.WORDS)


@role_page(SAFEGUARDING_LEAD, OFFICER)
def month(request: AskedRequest) -> HttpResponse:
    """What began in one month, to print and to keep."""
    asked = shown.month(request.GET.get("month", ""))
    seen = access.begun(request.actor, since=asked.begins, until=asked.ends, now=clock.now())
    page: dict[str, Any] = {"month": asked, "seen": seen, "today": clock.today()}
    back = (reverse("overrides"), "Shared without agreement")
    return draw(request, "staff/overrides/month.html", **page, words=shown.WORDS, back=back)


@practitioner_page
def override(request: AskedRequest, override: int) -> HttpResponse:
    """One of them, with why; for those with a part in it and those who oversee."""
    seen = access.find(request.actor, override, now=clock.now())
    may = {
        "review": any(map(request.actor.has_role, REVIEWERS)),
        "second": any(map(request.actor.has_role, SECONDS)),
    }
    page: dict[str, Any] = {"seen": seen, "may": may, "today": clock.today()}
    return draw(request, "staff/overrides/override.html", **page, words=shown.WORDS)


@practitioner_page
def end(request: AskedRequest, override: int) -> HttpResponse:
    """End it before its time."""
    return _one(
        request, override, forms.Sure, "staff/overrides/end.html", access.end, "It has ended."
    )


@practitioner_page
def second(request: AskedRequest, override: int) -> HttpResponse:
    """Be its second person."""
    return _one(
        request,
        override,
        forms.Sure,
        "staff/overrides/second.html",
        access.agree,
        "You have agreed.",
    )


@practitioner_page
def review(request: AskedRequest, override: int) -> HttpResponse:
    """Say whether it was right."""
    return _one(
        request,
        override,
        forms.Review,
        "staff/overrides/review.html",
        access.review,
        "The review is recorded.",
    )


def _one(
    request: AskedRequest,
    override: int,
    kind: type[Form],
    template: str,
    change: Callable[..., None],
    said: str,
) -> HttpResponse:
    seen = access.find(request.actor, override, now=clock.now())
    more = {"told_family": seen.of.told_family} if kind is forms.Review else {}
    form = kind(request.POST or None, **more)
    if form.is_valid() and _done(form, partial(change, request.actor, override)):
        messages.success(request, said)
        return redirect("override", override=override)
    page: dict[str, Any] = {"seen": seen, "form": form, "words": shown.WORDS}
    back = reverse("override", args=[override])
    return draw(request, template, **page, back=back)


def _done(form: Form, change: Callable[..., None]) -> bool:
    try:
        change(now=clock.now(), **form.cleaned_data)
    except NotAllowed as refusal:
        form.refuse(str(refusal))
        return False
    return True
