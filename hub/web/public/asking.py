"""A family asks for help itself. Nothing of anybody is shown back (2.50)."""

import re
from typing import Any, Final

from allauth.core import ratelimit
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters

from hub.access import opening
from hub.access.pages import public_page
from hub.agencies import queries as agencies
from hub.audit import journal
from hub.intake.arrivals import changes
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import job_actor
from hub.kernel.ids import ALPHABET, REFERENCE_LENGTH
from hub.ui.draw import draw
from hub.web.asking import Asking

QUOTED: Final = re.compile(f"{changes.PREFIX}-[{ALPHABET}]{{{REFERENCE_LENGTH}}}")
TOO_MANY: Final = (
    "A lot has been sent from where you are, so this cannot be sent now. Nothing you typed is "
    "lost: try again in an hour, or ring the hub"
)
ASKER: Final = "arrivals.ask"  # the job that takes what families send


@public_page
@sensitive_post_parameters()
def ask_for_help(request: HttpRequest) -> HttpResponse:
    """The form, for anybody; a post puts it into the hub's queue."""
    hubs = agencies.localities()
    form = Asking(request.POST or None, hubs=hubs)
    if form.is_valid():
        answer = _sent(request, form)
        if answer is not None:
            return answer
    status = 429 if form.is_bound and TOO_MANY in form.non_field_errors() else 200
    numbers = agencies.help_numbers(None)
    page: dict[str, Any] = {"form": form, "hubs": hubs, "numbers": numbers, "status": status}
    return draw(request, "public/ask.html", **page)


@public_page
def asked_for_help(request: HttpRequest) -> HttpResponse:
    """We have it, what happens next, and a reference to quote; nothing else."""
    quoted = request.GET.get("quote", "")
    if not QUOTED.fullmatch(quoted):
        return redirect("ask_for_help")
    numbers, hubs = agencies.help_numbers(None), agencies.localities()
    return draw(request, "public/asked.html", reference=quoted, numbers=numbers, hubs=hubs)


def _sent(request: HttpRequest, form: Asking) -> HttpResponse | None:
    """Put it into the queue, once; None when it could not be, which the form says."""
    if not ratelimit.consume(request, action="ask_for_help"):
        form.refuse(TOO_MANY)
        return None
    actor = job_actor(ASKER)
    with transaction.atomic():
        opening.begin(actor)
        try:
            row = changes.ask(actor, **form.said(), token=form.once, now=clock.now())
            journal.flush()
        except NotAllowed as refusal:
            form.refuse(str(refusal))
            return None
        finally:
            opening.forget()
    return redirect(f"{reverse('asked_for_help')}?quote={row.reference}")
