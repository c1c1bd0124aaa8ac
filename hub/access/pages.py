"""Marks that say who may see a page. A page without one is not served (see middleware).

    @family_page("plan", needs=Level.PLAN)   somebody with this family's file open; says what for
    @practitioner_page                       anybody who works in an agency
    @viewing_page                            whoever leads a family, or the data protection officer,
                                             looking as somebody else sees it: nothing is changed
    @role_page("coordinator")                whoever holds a role
    @public_page                             everybody

Each runs its page in one transaction, with the journal's lines last. A refusal undoes what the
page did (for a post to a savepoint), is written down, and only then answered, with the same 404
whether the family is not theirs or not there.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from hub.access import door, once, opening, viewing
from hub.access import events as _registered  # noqa: F401 - the purposes below
from hub.access.answers import not_allowed_here, not_found
from hub.agencies import queries as agencies
from hub.audit import journal
from hub.audit.events import JournalError, is_purpose
from hub.audit.queries import DATA_PROTECTION_OFFICER
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, Level, NotInYourFiles

View = Callable[..., HttpResponse]

READING: Final = ("GET", "HEAD", "OPTIONS")


class AskedRequest(HttpRequest):
    """A request that the door has seen: it knows who is asking."""

    actor: Actor
    help_numbers: list[tuple[str, str]]


def public_page(view: View) -> View:
    """Everybody may see this page; it opens no file."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        render = getattr(response, "render", None)
        return (
            render()
            if callable(render) and not getattr(response, "is_rendered", True)
            else response
        )

    page.access = "public"  # type: ignore[attr-defined]
    return page


def practitioner_page(view: View) -> View:
    """Whoever works in an agency today may see this page."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return _asked(request, lambda actor: view(request, *args, **kwargs))

    page.access = "practitioner"  # type: ignore[attr-defined]
    return page


def role_page(*codes: str) -> Callable[[View], View]:
    """Whoever holds one of these roles may see this page; for anybody else it is not there."""

    def mark(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            def drawn(actor: Actor) -> HttpResponse:
                if not any(actor.has_role(code) for code in codes):
                    raise NotInYourFiles(request.path)
                return view(request, *args, **kwargs)

            return _asked(request, drawn)

        page.access = "role:" + ",".join(codes)  # type: ignore[attr-defined]
        return page

    return mark


def family_page(purpose: str, *, needs: Level = Level.SIGNPOST) -> Callable[[View], View]:
    """Whoever has this family's file open at least at `needs`. The address holds `reference`.

    Takes a registered purpose, which the journal keeps. Raises JournalError for another.
    """
    if not is_purpose(purpose):
        raise JournalError(f"Register the purpose {purpose!r} with its words first.")

    def mark(view: View) -> View:
        @wraps(view)
        def page(request: HttpRequest, reference: str, **kwargs: Any) -> HttpResponse:
            def drawn(actor: Actor) -> HttpResponse:
                file = door.open_file(actor, reference, purpose, now=clock.now(), needs=needs)
                request.family = file.family  # type: ignore[attr-defined]
                return view(request, file, **kwargs)

            return _asked(request, drawn)

        page.access = f"family:{needs.word}"  # type: ignore[attr-defined]
        return page

    return mark


def viewing_page(view: View) -> View:
    """Whoever leads a family, and the data protection officer, looking as somebody else sees it.

    The address holds `reference`, and `person` once somebody was chosen: the page is given a `Seen`
    then, before that `Views`. From there on the database lets through what that person sees. A
    post is refused.
    """

    @wraps(view)
    def page(request: HttpRequest, reference: str, **kwargs: Any) -> HttpResponse:
        def drawn(actor: Actor) -> HttpResponse:
            found = _viewed(request, actor, reference, kwargs.pop("person", None))
            request.family = found.family  # type: ignore[attr-defined]
            if request.method not in READING:
                raise NotAllowed("You are only looking. Nothing can be changed from here.")
            return view(request, found, **kwargs)

        return _asked(request, drawn)

    page.access = f"family:{Level.RECORD.word}"  # type: ignore[attr-defined]
    page.also = DATA_PROTECTION_OFFICER  # type: ignore[attr-defined]
    return page


def _viewed(
    request: HttpRequest, actor: Actor, reference: str, person: int | None
) -> viewing.Views | viewing.Seen:
    why = request.GET.get("why", "")
    if person is None:
        return viewing.views_of(actor, reference, why=why, now=clock.now())
    return viewing.look_as(actor, reference, person, why=why, now=clock.now())


def _asked(request: HttpRequest, drawn: Callable[[Actor], HttpResponse]) -> HttpResponse:
    """Find out who asks, run the page in its transaction, and write down what happened."""
    account = request.user.pk
    if account is None:
        return redirect_to_login(request.get_full_path())
    with transaction.atomic():
        standing = agencies.standing(account, request.session.get("practitioner"), clock.now())
        if standing.actor is None:
            return redirect("who")
        request.actor = standing.actor  # type: ignore[attr-defined]
        request.help_numbers = standing.help_numbers  # type: ignore[attr-defined]
        opening.begin(standing.actor)
        try:
            response = _answered(request, standing.actor, drawn)
            journal.flush()
        finally:
            opening.forget()
    return response


def _answered(
    request: HttpRequest, actor: Actor, drawn: Callable[[Actor], HttpResponse]
) -> HttpResponse:
    try:
        with _undoing(request):
            return once.answer(request, actor, lambda: drawn(actor))
    except (NotInYourFiles, Http404):
        # Written down before the 404 goes out: a run of refusals is how we notice somebody
        # looking for people they know. What they asked for is not kept: it may be a name.
        journal.record("file.refused", actor=actor)
        return not_found(request)
    except NotAllowed as refusal:
        # The line that the file was opened with is gone; this one names the family.
        journal.record("page.refused", actor=actor, family=getattr(request, "family", None))
        return not_allowed_here(request, str(refusal))


@contextmanager
def _undoing(request: HttpRequest) -> Iterator[None]:
    """Undo what the page did when it is refused: rows, lines for the journal, open files.

    Asking for a page changes no row, so there a savepoint would be two questions for nothing.
    """
    if request.method not in READING:
        with transaction.atomic():
            yield
        return
    mark = len(journal.pending())
    try:
        yield
    except Exception:
        journal.discard_since(mark)
        opening.close_all()
        raise
