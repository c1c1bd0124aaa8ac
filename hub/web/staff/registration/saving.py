"""What the pages of registering share: drafts, what was typed while signed out, and the end."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Final, Protocol

from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from hub.about.starting import start
from hub.access.lookup import asking as lookups
from hub.access.lookup.asking import Checked
from hub.access.pages import AskedRequest
from hub.intake import again
from hub.intake.registration import Registration
from hub.kernel import clock
from hub.web.staff.about import unsent

ELSEWHERE: Final = "You saved this in another window. Look through it, then save again."
NOBODY: Final = "nobody"
View = Callable[..., HttpResponse]


class Ready(Protocol):
    """Answers that can be registered."""

    why: Any
    yes: Any

    @property
    def arrival(self) -> int | None: ...

    def registration(self) -> Registration: ...


def keeps_typed(view: View) -> View:
    """Mark a page: what is sent to it by somebody who is signed out is kept for them, if there is
    a yes to keeping anything (S11)."""
    keeping = unsent.keeps_unsent(view)

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        longer, shorter = request.POST.get("said_yes"), request.POST.get("how", "")
        said = longer == "yes" if longer else shorter not in ("", NOBODY)
        return (keeping if said else view)(request, *args, **kwargs)

    return page


def note_for(request: AskedRequest, action: str) -> str:
    """The note of who a form is drawn for and where it goes, to travel hidden in it."""
    return signing.dumps([request.user.pk, request.actor.id, action], salt=unsent.SALT)


class AlreadyTold(Exception):
    """The family may be known, and its writer was not told so before. Nothing is registered."""

    def __init__(self, checked: Checked) -> None:
        super().__init__("told of")
        self.checked = checked


def registered(
    request: AskedRequest, answers: Ready, draft: int | None, **told: str
) -> HttpResponse:
    """Register what was answered and go to the family.

    `told` is the `seen` and `another` of somebody who says that it is another family, in place of
    those that the form carries. Raises AlreadyTold when it may be known, and NotAllowed; nothing is
    kept then.
    """
    typed = answers.yes.cleaned_data
    seen, because = (told.get(name) or str(typed.get(name) or "") for name in ("seen", "another"))
    registration = answers.registration()
    checked = again.ask(request.actor, registration, seen=seen, because=because, clock=clock.now)
    if checked is not None:
        raise AlreadyTold(checked)
    file = start(
        request.actor,
        registration,
        why=answers.why.cleaned_data["why"],
        draft=draft,
        arrival=answers.arrival,
        now=clock.now(),
    )
    lookups.registered(file, str(typed.get("known") or ""), because)
    unsent.forget(request)
    return redirect(f"{reverse('family', args=[file.reference])}?registered")


def from_draft(typed: Mapping[str, Any]) -> QueryDict:
    """What a draft kept, as a form takes it."""
    data = QueryDict(mutable=True)
    for name, values in typed.items():
        data.setlist(name, [str(value) for value in values])
    return data


def arrival_in(data: QueryDict | None) -> int | None:
    """The number of what came to the hub that a form began with, as it travels hidden in it."""
    typed = str(data.get("arrival", "")) if data is not None else ""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 20 else None
