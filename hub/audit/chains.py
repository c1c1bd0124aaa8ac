"""Chains made all at once, for a load so large that recording line by line would take hours."""

from collections.abc import Iterable, Iterator

from django.db.backends.utils import CursorWrapper

from hub.audit.encoding import EMPTY, ChainKey, Entry, Head, Line, follow, key_for

ENTRY_COLUMNS = (
    "chain_kind, chain_id, number, at, event, actor_kind, actor_id, job, agency_id, family_id,"
    " families, purpose, refs, prev_hash, hash"
)
CHAIN_COLUMNS = "kind, id, last_number, last_hash, moved_by"


class Chains:
    """New chains in the making: lines in, entries out, and at the end the heads."""

    def __init__(self) -> None:
        self._key = key_for("lines")
        self.heads: dict[ChainKey, Head] = {}

    def link(self, lines: Iterable[Line]) -> Iterator[Entry]:
        """Each line as the entry it becomes, in the order they come."""
        for line in lines:
            entry = follow(self.heads.get(line.chain, EMPTY), line, self._key)
            self.heads[line.chain] = Head(entry.number, entry.hash)
            yield entry


def build_chains(lines: Iterable[Line], cursor: CursorWrapper) -> int:
    """Load lines as new chains by COPY; give how many chains there are now.

    Takes lines made by `lines.line_for` in the order they happened, and a cursor that may write
    both tables: `database.bulk.as_bulk_owner(["audit_entry", "audit_chain"])`. A chain that
    exists already is an error of the database, and nothing is loaded. Seal afterwards.
    """
    chains = Chains()
    with cursor.copy(f"COPY audit_entry ({ENTRY_COLUMNS}) FROM STDIN") as copy:
        for entry in chains.link(lines):
            copy.write_row(entry_row(entry))
    cursor.execute("SELECT pg_current_xact_id()::text::bigint")
    moved_by = cursor.fetchone()[0]
    with cursor.copy(f"COPY audit_chain ({CHAIN_COLUMNS}) FROM STDIN") as copy:
        for chain, head in chains.heads.items():
            copy.write_row((chain.kind, chain.id, head.number, head.hash, moved_by))
    return len(chains.heads)


def entry_row(entry: Entry) -> tuple[object, ...]:
    """An entry as the values of ENTRY_COLUMNS."""
    line = entry.line
    return (
        line.chain.kind,
        line.chain.id,
        entry.number,
        line.at,
        line.event,
        line.actor_kind,
        line.actor_id,
        line.job,
        line.agency,
        line.family,
        list(line.families),
        line.purpose,
        line.refs,
        entry.prev_hash,
        entry.hash,
    )
