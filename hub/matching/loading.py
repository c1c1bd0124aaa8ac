"""Index very many at once: two processes make the keys and copy, then the indexes are built.

For an index that is made anew. Runs as the owner, with the wall down while nobody else can look.
"""

import multiprocessing
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, Final

import psycopg
from django.db import connections

from hub.matching.rules import Description
from hub.matching.rules.kept import as_kept

ALIAS: Final = "owner"
PROCESSES: Final = 2
CHUNK: Final = 2000
Row = tuple[int, int, int, int, Description]  # number, entry, person, group
_TABLES: Final = ("matching_entry", "matching_key", "matching_frequency")
_ENTRIES: Final = (
    'copy matching_entry (number, id, person, "group", given, middle, surname, known_as, sex,'
    " born, address, town, postcode, nhs, given_word, surname_word, former_surnames,"
    " former_postcodes, phones, keys) from stdin (format binary)"
)
_KEYS: Final = "copy matching_key (key, number) from stdin (format binary)"
_HEAD: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_TAIL: Final = b"\xff\xff"
_KEY: Final = struct.Struct(">hiiii")
_TYPES: Final = ["int4", "int8", "int8", "int8", *["text"] * 12, *["text[]"] * 3, "int4[]"]


def load(rows: Iterable[Row], *, processes: int = PROCESSES, lasting: bool = True) -> int:
    """Fill an empty index with rows, each with its number from 1 on; say how many there were.

    An index that is not `lasting` does not outlive a crash of the server.
    """
    connection = connections[ALIAS]
    connection.ensure_connection()
    if not lasting:
        for table in _TABLES:
            connection.connection.execute(f'alter table "{table}" set unlogged')
    with _open(connection.connection):
        count = _copied(rows, connection.connection.info.dsn, processes)
        _ready(connection.connection, count)
    return count


@contextmanager
def _open(owner: psycopg.Connection[Any]) -> Iterator[None]:
    """The tables without wall and indexes, and with both afterwards."""
    for table in _TABLES:
        owner.execute(f'alter table "{table}" no force row level security')
    owner.execute("alter table matching_key drop constraint matching_key_pkey")
    try:
        yield
    finally:
        for table in _TABLES:
            owner.execute(f'alter table "{table}" force row level security')


def _ready(owner: psycopg.Connection[Any], count: int) -> None:
    owner.execute("select setval('matching_entry_number_seq', %s)", [max(count, 1)])
    owner.execute("set maintenance_work_mem = '1GB'")
    # Before there is an index: afterwards a search reads the index alone.
    owner.execute("vacuum (freeze, analyze) matching_key")
    owner.execute(
        "alter table matching_key add constraint matching_key_pkey primary key (key, number)"
    )
    owner.execute("vacuum (analyze) matching_entry")
    owner.execute("select hub.matching_count()")
    owner.execute("reset maintenance_work_mem")


def _copied(rows: Iterable[Row], dsn: str, processes: int) -> int:
    context = multiprocessing.get_context("fork")
    waiting: Any = context.Queue(maxsize=processes * 4)
    failed: Any = context.SimpleQueue()
    workers = [
        context.Process(target=_work, args=(waiting, failed, dsn), daemon=True)
        for _ in range(processes)
    ]
    for worker in workers:
        worker.start()
    count = 0
    try:
        each = iter(rows)
        while chunk := list(islice(each, CHUNK)):
            count += len(chunk)
            waiting.put(chunk)
            if not failed.empty():
                raise RuntimeError(failed.get())
        for _ in workers:
            waiting.put(None)
        for worker in workers:
            worker.join()
        if not failed.empty():
            raise RuntimeError(failed.get())
    finally:
        for worker in workers:
            worker.terminate()
    return count


def _work(waiting: Any, failed: Any, dsn: str) -> None:
    try:
        with psycopg.connect(dsn) as entries, psycopg.connect(dsn) as keys:
            for connection in (entries, keys):
                connection.execute("set synchronous_commit = off")
            with entries.cursor().copy(_ENTRIES) as into, keys.cursor().copy(_KEYS) as under:
                into.set_types(_TYPES)
                under.write(_HEAD)
                while chunk := waiting.get():
                    under.write(b"".join(_written(row, into) for row in chunk))
                under.write(_TAIL)
    except Exception as error:  # said by the process that started this one
        failed.put(f"{type(error).__name__}: {error}")
        while waiting.get():
            pass


def _written(row: Row, into: psycopg.Copy) -> bytes:
    number, entry, person, group, description = row
    texts, former, postcodes, phones, keys = as_kept(description)
    into.write_row((number, entry, person, group, *texts, former, postcodes, phones, keys))
    return b"".join([_KEY.pack(2, 4, key, 4, number) for key in keys])
