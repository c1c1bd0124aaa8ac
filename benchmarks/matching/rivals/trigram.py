"""PostgreSQL's own search for likeness (pg_trgm), indexed, by names and birth date."""

import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from benchmarks.matching.hits import Hit
from hub.database import cluster

Line = dict[str, str]
# What is put into the one text that is searched, as one does who has a single box.
_TEXT: Final = ("given", "surname", "dob")
_SEARCH: Final = """
select person, household, 1 - (words <-> %(words)s) as alike
from people order by words <-> %(words)s limit %(limit)s
"""


def search(
    home: Path, people: Sequence[Line], asked: Sequence[Line], limit: int = 5
) -> Iterator[Hit]:
    """The most alike, in a database that goes away; ms with the way to the server and back."""
    with _scratch(home) as connection:
        _fill(connection, people)
        for line in asked:
            what = {"words": _words(line), "limit": limit}
            began = time.perf_counter()
            rows = connection.execute(_SEARCH, what).fetchall()
            ms = (time.perf_counter() - began) * 1000
            for rank, (person, household, alike) in enumerate(rows, 1):
                chance = float(str(alike))
                yield Hit(
                    line["query_id"], rank, str(person), str(household), chance, chance, "", ms
                )


@contextmanager
def _scratch(home: Path) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    name = f"hub_bench_{secrets.token_hex(4)}"
    with cluster.connect(home) as admin:
        admin.execute(sql.SQL("create database {}").format(sql.Identifier(name)))
        try:
            with cluster.connect(home, name) as connection:
                yield connection
        finally:
            drop = sql.SQL("drop database {} with (force)")
            admin.execute(drop.format(sql.Identifier(name)))


def _fill(connection: psycopg.Connection[tuple[object, ...]], people: Sequence[Line]) -> None:
    connection.execute("create extension pg_trgm")
    connection.execute("create table people (person text, household text, words text)")
    with connection.cursor().copy("copy people from stdin") as copy:
        for line in people:
            copy.write_row((line["person_id"], line["household_id"], _words(line)))
    connection.execute("set maintenance_work_mem = '512MB'")
    connection.execute("create index on people using gist (words gist_trgm_ops(siglen=64))")
    connection.execute("analyze people")


def _words(line: Line) -> str:
    return " ".join(line[column] for column in _TEXT if line[column])
