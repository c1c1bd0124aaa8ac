"""`@change`: one verb, one function, one savepoint, one line in the journal.

What must always go with certain changes (a search index, say) follows them: `follow` names the
events, and the function runs once, inside the savepoint of the outermost change.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
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

CLOSED = (
    "This file was closed. You can read it as before. What the family says no to, or wants to keep "
    "private, can still be written down; nothing else can."
)
# What only takes sight away, or keeps somebody safe, is never refused (S5, S8).
STILL_WRITTEN = frozenset(
    {
        *("held_back.set", "agreement.withdrawn", "agreement.refused", "family.stopped"),
        *("working.ended", "team.left"),
        *("override.decided", "override.looked", "override.seconded", "override.ended"),
        *("override.told", "override.reviewed"),
    }
)
READS_ONLY = "You see this family to keep somebody safe, so you can read its file, not change it."
S = TypeVar("S", bound=FamilyFile | Actor)
P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Done:
    """A change that has run: its event, the file or actor it was given, and what it gave back."""

    event: str
    subject: FamilyFile | Actor
    result: object


Follower = Callable[[Sequence[Done]], None]
_followers: dict[Follower, frozenset[str]] = {}
_running: ContextVar[list[Done] | None] = ContextVar("changes running", default=None)


def follow(events: Iterable[str], follower: Follower) -> None:
    """Let a function run after these changes, in their transaction. It is given those of them that
    ran, in order, also any that was undone inside another: it has to look at what is there now.
    What it raises undoes the changes too."""
    _followers[follower] = frozenset(events)


def followed() -> frozenset[str]:
    """Every event that something follows."""
    return frozenset[str]().union(*_followers.values())


@contextmanager
def _following() -> Iterator[list[Done]]:
    """The list of changes that ran, given to the followers when the outermost has ended."""
    outer = _running.get()
    if outer is not None:
        yield outer
        return
    done: list[Done] = []
    token = _running.set(done)
    try:
        yield done
        for follower, events in _followers.items():
            if mine := [one for one in done if one.event in events]:
                follower(mine)
    finally:
        _running.reset(token)


def change(
    event: str, *, refs: Callable[[Any], Mapping[str, RefValue | date]] | None = None
) -> Callable[[Callable[Concatenate[S, P], R]], Callable[Concatenate[S, P], R]]:
    """Make a function whose first argument is a FamilyFile or an Actor a change.

    It runs in a savepoint and leaves one line: the event, the family and actor, the id of the row
    it gives back as `row`, and what `refs` makes of what it gives back. What the function raises
    undoes both. Raises NotAllowed for a file that is open to be read only, or that is closed, and
    JournalError at once when the event has no sentence yet.
    """
    if not is_registered(event):
        raise JournalError(f"Register the event {event!r} with its sentence before using it.")

    def decorate(function: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
        @wraps(function)
        def changed(subject: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if isinstance(subject, FamilyFile):
                _refuse_to_write(subject, event)
            with transaction.atomic(), _following() as done:
                result = function(subject, *args, **kwargs)
                _record(event, subject, result, refs(result) if refs else {})
                done.append(Done(event, subject, result))
            return result

        changed.event = event  # type: ignore[attr-defined]  # architecture tests read it
        return changed

    return decorate


def _refuse_to_write(file: FamilyFile, event: str) -> None:
    if not file.writes:
        raise NotAllowed(READS_ONLY)
    # What is done within another change goes with it: names that are sealed, say.
    if file.closed and event not in STILL_WRITTEN and _running.get() is None:
        raise NotAllowed(CLOSED)


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
