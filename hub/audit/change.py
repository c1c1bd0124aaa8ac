"""`@change`: one verb, one function, one savepoint, one line in the journal."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import transaction
from django.db.models import Model

from hub.audit import journal
from hub.audit.encoding import RefValue
from hub.audit.events import JournalError, is_registered
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile

READS_ONLY = "You see this family to keep somebody safe, so you can read its file, not change it."
S = TypeVar("S", bound=FamilyFile | Actor)
P = ParamSpec("P")
R = TypeVar("R")


def change(
    event: str, *, refs: Callable[[Any], Mapping[str, RefValue | date]] | None = None
) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
    """Make a function whose first argument is a FamilyFile or an Actor a change.

    It runs in a savepoint and leaves one line: the event, the family and actor, the id of the row
    it gives back as `row`, and what `refs` makes of what it gives back. What the function raises
    undoes both. Raises NotAllowed for a file that is open to be read only, and JournalError at
    once when the event has no sentence yet.
    """
    if not is_registered(event):
        raise JournalError(f"Register the event {event!r} with its sentence before using it.")

    def decorate(function: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
        @wraps(function)
        def changed(subject: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if isinstance(subject, FamilyFile) and not subject.writes:
                raise NotAllowed(READS_ONLY)
            with transaction.atomic():
                result = function(subject, *args, **kwargs)
                _record(event, subject, result, refs(result) if refs else {})
            return result

        changed.event = event  # type: ignore[attr-defined]  # architecture tests read it
        return changed

    return decorate


def _record(
    event: str, subject: FamilyFile | Actor, result: object, extra: Mapping[str, RefValue | date]
) -> None:
    row = {"row": result.pk} if isinstance(result, Model) else {}
    if isinstance(subject, FamilyFile):
        journal.record(
            event,
            actor=subject.actor,
            family=subject.family,
            purpose=subject.purpose,
            **row | dict(extra),
        )
    else:
        journal.record(event, actor=subject, **row | dict(extra))
