"""Making a line: everything that goes into the journal is checked here, once.

Ids, counts, codes and days go in; a name or a sentence is refused with the name of the reference,
never with its value.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from hub.audit.encoding import ChainKey, Line, RefValue, refs_text
from hub.audit.events import JournalError, is_code, is_purpose, is_registered
from hub.audit.models import ChainKind
from hub.kernel.files import Actor, ActorKind

_LARGEST: Final = 2**63 - 1
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]{0,39}")


def line_for(
    event: str,
    *,
    actor: Actor,
    at: datetime,
    family: int | None = None,
    families: Sequence[int] = (),
    purpose: str = "",
    refs: Mapping[str, RefValue | date] | None = None,
) -> Line:
    """A checked line. `record` makes its lines here, and so do bulk loads."""
    if not is_registered(event):
        raise JournalError(f"Register the event {event!r} with its sentence before recording it.")
    if not is_purpose(purpose):
        raise JournalError(f"A purpose is one of the fixed list, not {purpose!r}.")
    job = actor.name if actor.kind is ActorKind.JOB else ""
    if job and not is_code(job):
        raise JournalError(f"A job's name in the journal is a code, not {job!r}.")
    chain = ChainKey(actor.kind.value, actor.id)
    if family is not None:
        chain = ChainKey(ChainKind.FAMILY.value, _whole(family))
    return Line(
        chain=chain,
        at=at,
        event=event,
        actor_kind=actor.kind.value,
        actor_id=_whole(actor.id),
        job=job,
        agency=None if actor.agency is None else _whole(actor.agency),
        family=family,
        families=tuple(map(_whole, families)),
        purpose=purpose,
        refs=refs_text({name: _reference(name, value) for name, value in (refs or {}).items()}),
    )


def _reference(name: str, value: object) -> RefValue:
    """A reference as it is kept; refuses names, text and everything else that is not a code."""
    if not _NAME.fullmatch(name):
        raise JournalError(f"A reference's name is a short word, not {name!r}.")
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int):
        return _whole(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    # A code begins with a letter: a telephone or NHS number typed as text does not.
    if isinstance(value, str) and is_code(value) and value[0].isalpha():
        return str(value)
    # The value itself stays out of the message: it may be what must not be written down.
    raise JournalError(
        f"The journal holds ids, counts, codes and days only; {name!r} is a "
        f"{type(value).__name__} that is none of them."
    )


def _whole(number: object) -> int:
    if type(number) is not int or not -_LARGEST <= number <= _LARGEST:
        raise JournalError("An id in the journal is a whole number that fits the database.")
    return number
