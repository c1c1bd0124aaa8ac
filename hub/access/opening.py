"""What is open in the running transaction, told to the database's own wall.

The settings last for the transaction only; a pooled connection carries none of them on. What is
known here is thrown away with the transaction too: `begin` starts each one empty.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import connection

from hub.kernel.files import Actor, ActorKind, Level

MOST_OPEN_AT_ONCE = 200


@dataclass
class Opened:
    """The files open in one transaction, by level, and what is held back in them; to a member of
    a family `shown` are the only rows that are open at all."""

    actor: Actor
    levels: dict[int, Level] = field(default_factory=dict)
    held_back: set[int] = field(default_factory=set)
    shown: set[int] = field(default_factory=set)
    through: int | None = None


_opened: ContextVar[Opened | None] = ContextVar("opened", default=None)

SETTINGS = """
select set_config('hub.actor_kind', %s, true), set_config('hub.actor_id', %s, true),
       set_config('hub.through_family', %s, true), set_config('hub.held_back', %s, true),
       set_config('hub.open_signpost', %s, true), set_config('hub.open_summary', %s, true),
       set_config('hub.open_plan', %s, true), set_config('hub.open_record', %s, true),
       set_config('hub.shown_inside', %s, true)
"""


def begin(actor: Actor) -> None:
    """Start a transaction's book-keeping with nothing open. Call inside the transaction."""
    _opened.set(Opened(actor))
    _tell_the_database()


def close_all() -> None:
    """Close every file that was opened since `begin`; the actor stays known."""
    opened = _opened.get()
    if opened is not None:
        begin(opened.actor)


def forget() -> None:
    """Nothing is open any more; the database forgot with its transaction."""
    _opened.set(None)


def open_at(sights: Iterable[tuple[int, Level, frozenset[int]]], *, through: int | None) -> None:
    """Let these families' rows through the wall, each at its level, for this transaction.

    `through` is the family whose file changes are made through from now on; None leaves it as
    it was. Raises RuntimeError before `begin`, and when more than 200 files would be open.
    """
    opened = _opened.get()
    if opened is None:
        raise RuntimeError("no transaction was begun at the door")
    for family, level, held_back in sights:
        opened.levels[family] = level
        opened.held_back |= held_back
    if len(opened.levels) > MOST_OPEN_AT_ONCE:
        raise RuntimeError("more than 200 files open at once: page through them")
    opened.through = through or opened.through
    _tell_the_database()


def open_inside(family: int, *, shown: frozenset[int], held_back: frozenset[int]) -> None:
    """Let a member of a family see these rows of it, and no other row of any table.

    The family is open at every level, as the walls of levels are for practitioners; what a member
    sees is the list (hub/database/inside.py). Raises RuntimeError for who is not a member.
    """
    opened = _opened.get()
    if opened is None or opened.actor.kind is not ActorKind.MEMBER:
        raise RuntimeError("only a member sees a family from inside")
    opened.shown |= shown
    open_at([(family, Level.RECORD, held_back)], through=None)


def keep_open(families: Iterable[int]) -> None:
    """Close every open file but these families', whose rows are all that is read from now on.

    The wall asks about each open file at each row, so a page that has chosen what it shows closes
    the rest. Opens nothing. Raises RuntimeError before `begin`.
    """
    opened = _opened.get()
    if opened is None:
        raise RuntimeError("no transaction was begun at the door")
    kept = set(families)
    opened.levels = {family: has for family, has in opened.levels.items() if family in kept}
    _tell_the_database()


@contextmanager
def as_if(actor: Actor, family: int, level: Level, held_back: frozenset[int]) -> Iterator[None]:
    """Let nothing through but what `actor` would see of one open family at this level, until the
    block ends: to show what a yes would give. Never more than is open; raises RuntimeError then.
    """
    opened = _opened.get()
    if opened is None or opened.levels.get(family, Level.NOTHING) < level:
        raise RuntimeError("nobody is shown more than is open")
    narrower = Opened(actor, {family: level}, opened.held_back | held_back)
    _opened.set(narrower)
    try:
        _tell_the_database()
        yield
    finally:
        _opened.set(opened)
        _tell_the_database()


@contextmanager
def whole(family: int) -> Iterator[None]:
    """Let a family's rows through, all of them and also those held back, until the block ends.

    Raises RuntimeError before `begin`.
    """
    opened = _opened.get()
    if opened is None:
        raise RuntimeError("no transaction was begun at the door")
    levels, held_back = dict(opened.levels), set(opened.held_back)
    opened.levels[family], opened.held_back = Level.RECORD, set()
    _tell_the_database()
    try:
        yield
    finally:
        opened.levels, opened.held_back = levels, held_back
        _tell_the_database()


def _tell_the_database() -> None:
    opened = _opened.get()
    if opened is None:
        raise RuntimeError("no transaction was begun at the door")
    actor = opened.actor
    with connection.cursor() as cursor:
        cursor.execute(
            SETTINGS,
            [
                actor.kind.value,
                str(actor.id),
                str(opened.through or ""),
                _array(opened.held_back),
                *(
                    _array(f for f, has in opened.levels.items() if has >= level)
                    for level in (Level.SIGNPOST, Level.SUMMARY, Level.PLAN, Level.RECORD)
                ),
                _array(opened.shown),
            ],
        )


def _array(ids: Iterable[int]) -> str:
    return "{" + ",".join(map(str, sorted(ids))) + "}"
