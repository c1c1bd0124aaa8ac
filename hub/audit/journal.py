"""Recording: lines are collected while a transaction runs and appended as its last act.

A line waits in the connection's own list of things to do on commit. That list belongs to the
transaction, so a rollback (also to a savepoint of `transaction.atomic`) takes the lines of what it
undoes with it, and nothing can reach another request. The commit itself appends whatever
still waits: a change cannot be kept without its line, even when somebody forgot to flush.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby

from django.db import connections
from django.db import transaction as database
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import DEFAULT_DB_ALIAS

from hub.audit.encoding import (
    EMPTY,
    ChainKey,
    Entry,
    Head,
    Line,
    RefValue,
    follow,
    key_for,
)
from hub.audit.events import JournalError
from hub.audit.lines import line_for
from hub.kernel import clock
from hub.kernel.files import Actor


class _Waiting:
    """A line in the connection's on-commit list, not yet in the database."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.dropped = False

    def __call__(self) -> None:
        """Called after the commit, which has appended the line: nothing is left to do."""


class _Appended:
    """Says in the same list that lines were appended; a rollback that undoes it says they wait."""

    def __init__(self, lines: Iterable[_Waiting]) -> None:
        self.lines = frozenset(lines)

    def __call__(self) -> None:
        """Nothing to do after the commit."""


def record(
    event: str,
    *,
    actor: Actor,
    family: int | None = None,
    families: Sequence[int] = (),
    purpose: str = "",
    **refs: RefValue | date,
) -> None:
    """Add a line to the current transaction; it is appended at its end.

    Takes a registered event, who did it, the family's internal id when it is about one (its line
    goes to the family's chain, any other to the actor's), the families that a list showed, a
    registered purpose, and references: ids, counts, codes and days by name, never a name or text
    (S33). Raises JournalError outside a transaction or for anything that does not belong here.
    """
    connection = _connection()
    _ask_for_transaction(connection)
    line = line_for(
        event,
        actor=actor,
        family=family,
        families=families,
        purpose=purpose,
        at=clock.now(),
        refs=refs,
    )
    _guard(connection)
    database.on_commit(_Waiting(line))


def pending() -> tuple[Line, ...]:
    """The lines of the current transaction that are not appended yet, in order."""
    return tuple(waiting.line for waiting in _waiting(_connection()))


def discard_since(mark: int) -> None:
    """Forget the waiting lines after the first `mark` of them (`mark = len(pending())` earlier).

    Needed only after a rollback by hand: `transaction.atomic` takes its lines with it.
    """
    for waiting in _waiting(_connection())[mark:]:
        waiting.dropped = True


def flush() -> int:
    """Append the waiting lines to their chains, in the order chains are locked; say how many.

    The last thing before the commit, since it holds the locks of the chains it touches. Raises
    JournalError outside a transaction.
    """
    connection = _connection()
    _ask_for_transaction(connection)
    waiting = _waiting(connection)
    if waiting:
        _append(connection, [w.line for w in waiting])
        database.on_commit(_Appended(waiting))
    return len(waiting)


@contextmanager
def transaction() -> Iterator[None]:
    """A transaction whose lines are appended at its end: for commands and jobs."""
    with database.atomic():
        yield
        flush()


def _append(connection: BaseDatabaseWrapper, lines: Sequence[Line]) -> None:
    """Lock the chains in order, link the lines, insert them and move the heads: two round trips."""
    lines = sorted(lines, key=lambda line: line.chain)
    chains = sorted({line.chain for line in lines})
    key = key_for("lines")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT kind, id, last_number, last_hash FROM hub.journal_heads(%s, %s)",
            [[chain.kind for chain in chains], [chain.id for chain in chains]],
        )
        heads = {
            ChainKey(kind, number): Head(last, bytes(digest))
            for kind, number, last, digest in cursor.fetchall()
        }
        entries: list[Entry] = []
        for chain, group in groupby(lines, key=lambda line: line.chain):
            head = heads.get(chain, EMPTY)
            for line in group:
                entries.append(follow(head, line, key))
                head = Head(entries[-1].number, entries[-1].hash)
        cursor.execute("SELECT hub.journal_append(%s)", [json.dumps(list(map(_row, entries)))])


def _row(entry: Entry) -> dict[str, object]:
    line = entry.line
    return {
        "chain_kind": line.chain.kind,
        "chain_id": line.chain.id,
        "number": entry.number,
        "at": line.at.isoformat(),
        "event": line.event,
        "actor_kind": line.actor_kind,
        "actor_id": line.actor_id,
        "job": line.job,
        "agency_id": line.agency,
        "family_id": line.family,
        "families": line.families,
        "purpose": line.purpose,
        "refs": json.loads(line.refs),
        "prev_hash": entry.prev_hash.hex(),
        "hash": entry.hash.hex(),
    }


def _connection() -> BaseDatabaseWrapper:
    return connections[DEFAULT_DB_ALIAS]


def _ask_for_transaction(connection: BaseDatabaseWrapper) -> None:
    if not connection.in_atomic_block:
        raise JournalError("The journal is written inside a transaction, with what it tells of.")


def _waiting(connection: BaseDatabaseWrapper) -> list[_Waiting]:
    hooks: list[object] = [entry[1] for entry in connection.run_on_commit]
    appended = {line for hook in hooks if isinstance(hook, _Appended) for line in hook.lines}
    return [
        hook
        for hook in hooks
        if isinstance(hook, _Waiting) and not hook.dropped and hook not in appended
    ]


def _guard(connection: BaseDatabaseWrapper) -> None:
    """Make this connection's commit append what still waits, or not commit at all."""
    if getattr(connection, "appends_journal", False):
        return
    commit = connection.commit

    def commit_with_journal() -> None:
        waiting = _waiting(connection)
        try:
            if waiting:
                _append(connection, [w.line for w in waiting])
        except BaseException:
            connection.rollback()
            raise
        commit()

    connection.commit = commit_with_journal  # type: ignore[method-assign]
    connection.appends_journal = True  # type: ignore[attr-defined]
