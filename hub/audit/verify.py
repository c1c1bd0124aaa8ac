"""Every hash worked out again and compared with the seals: what was changed, and where first.

Only what PostgreSQL itself brings is used, none of the journal's own functions: whoever could
change the lines could change those too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from hub.audit import seals
from hub.audit.encoding import CANONICAL_SQL, key_for
from hub.audit.sealfile import Seals
from hub.audit.walk import End, Fault, walk

# Sorted first and made into text afterwards: the text is the larger.
_LINES: Final = f"""COPY (SELECT {CANONICAL_SQL} || '|' || coalesce(encode(hash, 'hex'), '')
    FROM (SELECT * FROM public.audit_entry ORDER BY chain_kind, chain_id, number OFFSET 0) AS e)
    TO STDOUT"""  # noqa: S608
_HEADS: Final = """COPY (SELECT concat(kind, '|', id, '|', last_number, '|',
    encode(last_hash, 'hex')) FROM public.audit_chain WHERE last_number > 0) TO STDOUT"""


@dataclass
class Verified:
    """What verifying found. It holds when there are no faults."""

    lines: int
    chains: int
    seals: Seals
    faults: tuple[Fault, ...]


@contextmanager
def past_the_wall(using: str = "owner") -> Iterator[CursorWrapper]:
    """A cursor that reads the journal's tables at one moment: the owner, standing in the door."""
    with transaction.atomic(using=using, durable=True), connections[using].cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SET LOCAL ROLE hub_door")
        cursor.execute("SET LOCAL search_path = pg_catalog")
        cursor.execute("SET LOCAL work_mem = '256MB'")
        yield cursor


def verify(using: str = "owner") -> Verified:
    """Verify the whole journal against its key and its seals.

    The seals are read first, so that every line they speak of is in what is then read. Raises
    SealsChanged when the seals themselves cannot be believed.
    """
    sealed = seals.read()
    with past_the_wall(using) as cursor:
        return check(cursor, sealed)


def check(cursor: CursorWrapper, sealed: Seals) -> Verified:
    """Verify what a cursor that reads both tables sees, against seals that were read before."""
    counted = 0

    def lines() -> Iterator[bytes]:
        nonlocal counted
        with cursor.copy(_LINES) as copy:
            for row in copy:
                counted += 1
                yield row

    heads = _heads(cursor)
    faults = tuple(walk(lines(), key=key_for("lines"), seals=sealed.ends, heads=heads))
    return Verified(counted, len(heads), sealed, faults)


def _heads(cursor: CursorWrapper) -> dict[bytes, End]:
    heads = {}
    with cursor.copy(_HEADS) as copy:
        for row in copy:
            name, number, digest = bytes(row).rstrip(b"\n").rsplit(b"|", 2)
            heads[name] = End(int(number), digest)
    return heads
