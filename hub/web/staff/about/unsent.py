"""What is typed on a page is not lost when its writer has been signed out meanwhile (S27).

The form carries a signed note of who it was drawn for and where. Sent by nobody, what was typed is
kept for that practitioner alone; after signing in, the page shows it again, not saved yet.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict

from hub.about import changes, queries
from hub.access import opening
from hub.access.pages import AskedRequest
from hub.agencies import queries as agencies
from hub.audit import journal
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed

WRITER: Final = "writer"
SALT: Final = "about.unsent"
NOT_KEPT: Final = ("csrfmiddlewaretoken", "once", WRITER)
View = Callable[..., HttpResponse]


def keeps_unsent(view: View) -> View:
    """Mark a page: what is sent to it by somebody who is signed out is kept for them."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and request.user.pk is None:
            _keep(request)
        return view(request, *args, **kwargs)

    return page


def writer_of(request: AskedRequest) -> str:
    """The note of who a form is drawn for, to travel hidden in it."""
    return signing.dumps([request.user.pk, request.actor.id, request.path], salt=SALT)


def typed_on(request: AskedRequest) -> QueryDict | None:
    """What this practitioner typed on this page and could not save, or None."""
    actor = request.actor
    kept = queries.unsent_of(actor, request.path, now=clock.now())
    if kept is None:
        return None
    typed = QueryDict(mutable=True)
    for name, values in kept.items():
        typed.setlist(name, [str(value) for value in values])
    return typed


def forget(request: AskedRequest) -> None:
    """It has been saved, so what was kept of it goes."""
    actor = request.actor
    if queries.unsent_of(actor, request.path, now=clock.now()) is not None:
        changes.forget_unsent(actor, request.path)


def _keep(request: HttpRequest) -> None:
    """Keep it for who the form was drawn for. Anybody else's, or an old note, is no note."""
    try:
        account, practitioner, place = signing.loads(
            request.POST.get(WRITER, ""), salt=SALT, max_age=settings.SESSION_MOST_HOURS * 3600
        )
    except (signing.BadSignature, ValueError, TypeError):
        return
    if place != request.path:
        return
    typed = {name: values for name, values in request.POST.lists() if name not in NOT_KEPT}
    with transaction.atomic():
        actor = agencies.standing(account, practitioner, clock.now()).actor
        if actor is None:
            return
        opening.begin(actor)
        try:
            changes.keep_unsent(actor, place, typed, now=clock.now())
            journal.flush()
        except NotAllowed:
            return
        finally:
            opening.forget()
