"""Index very many at once: two processes make the keys and copy, then the indexes are built.

For an index that is made anew. Runs as the owner, with the wall down while nobody else can look.
"""

import marshal
import multiprocessing
import operator
import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
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
TABLES: Final = ("matching_entry", "matching_key", "matching_frequency")
_ENTRIES: Final = (
    'copy matching_entry (number, id, person, "group", given_word, surname_word, prepared, keys)'
    " from stdin (format binary)"
)
_INDEXES: Final = (
    "select indexname, indexdef from pg_indexes"
    " where tablename = 'matching_entry'"
    " and schemaname = current_schema() and indexname <> 'matching_entry_pkey'"
)
_KEYS: Final = "copy matching_key (key, number) from stdin (format binary)"
_HEAD: Final = b"PGCOPY\n\xff\r\n\0" + bytes(8)
_TAIL: Final = b"\xff\xff"
_COLUMNS: Final = 8
_FIELDS: Final = operator.attrgetter(*(one.name for one in fields(Description)))
_NUMBERS: Final = struct.Struct(">hiiiqiqiq")
_INT4: Final = 23  # the type as the server numbers it


def load(rows: Iterable[Row], *, processes: int = PROCESSES, lasting: bool = True) -> int:
    """Fill an empty index with rows, each with its number from 1 on; say how many there were.

    An index that is not `lasting` does not outlive a crash of the server.
    """
    connection = connections[ALIAS]
    connection.ensure_connection()
    if not lasting:
        for table in TABLES:
            connection.connection.execute(f'alter table "{table}" set unlogged')
    with _open(connection.connection):
        count = _copied(rows, connection.connection.info.dsn, processes)
    _ready(connection.connection, count)
    if lasting:
        connection.connection.execute("select hub.matching_wait_all()")
    return count


@contextmanager
def _open(owner: psycopg.Connection[Any]) -> Iterator[None]:
    """The tables without wall and indexes, and with both afterwards."""
    for table in TABLES:
        owner.execute(f'alter table "{table}" no force row level security')
    owner.execute("alter table matching_key drop constraint matching_key_pkey")
    indexes = owner.execute(_INDEXES).fetchall()
    for name, _ in indexes:
        owner.execute(f'drop index "{name}"')
    owner.execute("alter table matching_entry disable trigger user")
    try:
        yield
    finally:
        owner.execute("set maintenance_work_mem = '1GB'")
        # Before there is an index: afterwards a search reads the index alone.
        owner.execute("vacuum (freeze, analyze) matching_key")
        owner.execute(
            "alter table matching_key add constraint matching_key_pkey primary key (key, number)"
        )
        for _, again in indexes:
            owner.execute(again)
        owner.execute("reset maintenance_work_mem")
        owner.execute("alter table matching_entry enable trigger user")
        for table in TABLES:
            owner.execute(f'alter table "{table}" force row level security')


def _ready(owner: psycopg.Connection[Any], count: int) -> None:
    owner.execute("select setval('matching_entry_number_seq', %s)", [max(count, 1)])
    owner.execute("analyze matching_entry")
    owner.execute("select hub.matching_count()")


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
            waiting.put(marshal.dumps([(*row[:4], *_FIELDS(row[4])) for row in chunk]))
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
    chunk: Any = b"first"
    try:
        with psycopg.connect(dsn) as entries, psycopg.connect(dsn) as keys:
            for connection in (entries, keys):
                connection.execute("set synchronous_commit = off")
            with entries.cursor().copy(_ENTRIES) as into, keys.cursor().copy(_KEYS) as under:
                into.write(_HEAD)
                under.write(_HEAD)
                while chunk := waiting.get():
                    written = [_written(*row) for row in marshal.loads(chunk)]  # noqa: S302 - our own
                    into.write(b"".join([entry for entry, _ in written]))
                    under.write(b"".join([its for _, its in written]))
                into.write(_TAIL)
                under.write(_TAIL)
    except Exception as error:  # said by the process that started this one
        failed.put(f"{type(error).__name__}: {error}")
        while chunk:  # until the end of all, which was taken already where the end itself failed
            chunk = waiting.get()


def _written(number: int, entry: int, person: int, group: int, *of: Any) -> tuple[bytes, bytes]:
    """An entry and its keys as the server's binary copy takes them."""
    *texts, keys = as_kept(Description(*of))
    parts = [_NUMBERS.pack(_COLUMNS, 4, number, 8, entry, 8, person, 8, group)]
    for text in texts:
        data = text.encode()
        parts += (_length(len(data)), data)
    many = len(keys)
    each = [4] * (2 * many)
    each[1::2] = keys
    parts.append(_ints(many).pack(20 + 8 * many, 1, 0, _INT4, many, 1, *each))
    pairs = [2, 4, 0, 4, number] * many
    pairs[2::5] = keys
    return b"".join(parts), _pairs(many).pack(*pairs)


_length: Final = struct.Struct(">i").pack


@cache
def _pairs(many: int) -> struct.Struct:
    return struct.Struct(">" + "hiiii" * many)


@cache
def _ints(many: int) -> struct.Struct:
    return struct.Struct(">iiiiii" + "ii" * many)
