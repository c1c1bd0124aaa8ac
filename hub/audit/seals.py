"""Sealing: every five minutes, how far each chain has come is written down outside the database.

A chain's new seal is written only after its new lines were followed, hash by hash, from where it
was sealed before. So the newest seal of a chain speaks for all its older ones: a tail that was cut
off and grew again is found at the next sealing, not only when somebody verifies.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connections, transaction
from environs import Env

from hub.audit import sealfile
from hub.audit.encoding import hasher, key_for, microseconds
from hub.audit.sealfile import Mark, Seals
from hub.audit.walk import NOWHERE, End, Ends, Fault, Walker

_AT_ONCE: Final = 2_000  # chains whose lines are asked for in one go
# Which cluster and which database in it: a restored copy is another.
_DATABASE: Final = """SELECT concat(c.system_identifier, '.', d.oid)
    FROM pg_control_system() AS c, pg_database AS d WHERE d.datname = current_database()"""


@dataclass(frozen=True)
class Sealed:
    """What one sealing did: its number, how many chains it sealed, what it found wrong."""

    number: int
    chains: int
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Growth:
    """The heads that may have moved since a seal, and how far the database had come then."""

    heads: dict[bytes, End]
    until: int
    database: str


def folder() -> Path:
    """Where the seals are: HUB_SEALS, else `seals` in the data folder.

    In production it belongs on another machine, or on a disk that can only be added to.
    """
    return Path(Env().str("HUB_SEALS", default="") or settings.DATA_DIR / "seals")


def read() -> Seals:
    """What is sealed. Raises SealsChanged when a seal is not as it was written."""
    return sealfile.read(folder())


def seal(now: datetime, *, using: str = "default", afresh: bool = False) -> Sealed:
    """Seal what has grown since the last seal; give what was done.

    Takes the moment and the database alias of a role that may seal (worker or owner). A chain
    whose new lines do not follow keeps its old seal and is named in `faults`. `afresh` believes
    the database as it stands (older seals stay in their files): only for after a restore that
    lost lines. Raises SealsChanged when the last seal cannot be believed.
    """
    with sealfile.alone(folder()):
        past = read()
        known: Ends = {} if afresh else past.ends
        growth = _grown(past.mark, using, everything=afresh)
        ends, faults = _follow(known, growth.heads, using)
        mark = Mark(past.mark.number + 1, microseconds(now), growth.until, growth.database)
        if afresh:
            sealfile.write(folder(), past, mark, ends, kind="afresh")
        elif past.path is None or past.has_grown:
            sealfile.write(folder(), past, mark, past.ends | ends, kind="every")
        else:
            sealfile.write(folder(), past, mark, ends)
    return Sealed(mark.number, len(ends), tuple(faults))


def _grown(mark: Mark, using: str, *, everything: bool) -> Growth:
    """What has moved: the transactions that were not over at the last seal, and all since.

    A seal knows of every transaction older than its `until`. Another database (a restore into a
    new one) counts its transactions anew, so there everything is looked at.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(_DATABASE)
        (database,) = cursor.fetchone()
        since = 0 if everything or database != mark.database else mark.until
        cursor.execute(
            "SELECT s.until, m.kind, m.id, m.last_number, m.last_hash FROM (SELECT"
            " pg_snapshot_xmin(pg_current_snapshot())::text::bigint) AS s (until)"
            " LEFT JOIN hub.journal_moved(%s) AS m ON true",
            [since],
        )
        rows = cursor.fetchall()
    heads = {
        f"{kind}|{number}".encode(): End(last, bytes(digest).hex().encode())
        for _, kind, number, last, digest in rows
        if kind is not None
    }
    return Growth(heads, rows[0][0], database)


def _follow(known: Ends, heads: Ends, using: str) -> tuple[dict[bytes, End], list[Fault]]:
    """Follow each chain from where it was sealed; give its new end, or its fault."""
    ends: dict[bytes, End] = {}
    faults: list[Fault] = []
    names = sorted(name for name in heads if known.get(name) != heads[name])
    for first in range(0, len(names), _AT_ONCE):
        some = names[first : first + _AT_ONCE]
        for walker in _walked({name: known.get(name, NOWHERE) for name in some}, using):
            walker.reach(heads[walker.name])
            if walker.fault:
                faults.append(walker.fault)
            else:
                ends[walker.name] = walker.end
    return ends, faults


def _walked(starts: Ends, using: str) -> list[Walker]:
    hashed = hasher(key_for("lines"))
    walkers = {name: Walker(name, start=start) for name, start in starts.items()}
    parts = [(name.decode().split("|"), start.number) for name, start in starts.items()]
    kinds = [kind for (kind, _), _ in parts]
    numbers = [int(number) for (_, number), _ in parts]
    after = [start for _, start in parts]
    # A cursor in the database, so that the first seal of a county does not fill the memory.
    with transaction.atomic(using=using), connections[using].chunked_cursor() as cursor:
        cursor.execute(
            "SELECT kind, id, line FROM hub.journal_lines_after(%s, %s, %s)",
            [kinds, numbers, after],
        )
        for kind, number, line in cursor:
            walkers[f"{kind}|{number}".encode()].take(line.encode() + b"\n", hashed)
    return list(walkers.values())
