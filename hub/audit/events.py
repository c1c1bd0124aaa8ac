"""The catalogue: every event that can be recorded, with its plain sentence, and every purpose."""

import re
from dataclasses import dataclass

from hub.audit.models import CODE

_CODE = re.compile(CODE)


class JournalError(Exception):
    """Something was about to be recorded wrongly. A fault in our code, never the user's."""


@dataclass(frozen=True)
class Event:
    """A thing that can happen. The sentence goes on after the name of whoever did it."""

    code: str
    sentence: str


_events: dict[str, Event] = {}
_purposes: dict[str, str] = {}


def is_code(text: str) -> bool:
    """Whether a text is a code: 1 to 60 lower-case letters, digits, dots, hyphens, underscores."""
    return _CODE.fullmatch(text) is not None


def register(code: str, sentence: str) -> Event:
    """Put an event into the catalogue; give it back.

    The sentence is shown in "who has looked" (S30) after a name: `register("plan.closed",
    "closed the plan")`. Raises JournalError for a code that is not one or that says two things.
    """
    if not is_code(code) or not sentence:
        raise JournalError(f"An event needs a code and a sentence: {code!r}, {sentence!r}.")
    event = Event(code, sentence)
    if _events.setdefault(code, event) != event:
        raise JournalError(f"The event {code!r} is registered twice with different sentences.")
    return event


def register_purpose(code: str, words: str) -> str:
    """Put a purpose into the fixed list, with the words that are shown; give its code back."""
    if not is_code(code) or not words:
        raise JournalError(f"A purpose needs a code and words: {code!r}, {words!r}.")
    if _purposes.setdefault(code, words) != words:
        raise JournalError(f"The purpose {code!r} is registered twice with different words.")
    return code


def is_registered(code: str) -> bool:
    """Whether an event is in the catalogue."""
    return code in _events


def is_purpose(code: str) -> bool:
    """Whether a purpose is on the fixed list, or the event of the list that led to the file.

    No purpose at all is allowed where none is asked for.
    """
    return code == "" or code in _purposes or code in _events


def sentence(code: str) -> str:
    """The plain sentence of an event; of one that is no longer registered, its code."""
    event = _events.get(code)
    return event.sentence if event else code


def purpose_words(code: str) -> str:
    """The words of a purpose; of one that is no longer on the list, its code."""
    return _purposes.get(code, code)


def catalogue() -> tuple[Event, ...]:
    """Every event there is, by code."""
    return tuple(_events[code] for code in sorted(_events))


def purposes() -> dict[str, str]:
    """Every purpose there is: code to words, in the order they were registered."""
    return dict(_purposes)
