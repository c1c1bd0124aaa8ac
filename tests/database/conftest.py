"""A database without the hub's tables, to raise walls in; and clusters of a test's own."""

import importlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db.migrations import RunSQL
from psycopg import sql

from hub.database import bootstrap, cluster
from hub.database.urls import socket_folder

Connection = psycopg.Connection[Any]


class Scratch:
    """A prepared database: `connect` as a role, `do` or `undo` a migration operation as owner."""

    def __init__(self, data_dir: Path, name: str) -> None:
        self.data_dir, self.name = data_dir, name
        self.opened: list[Connection] = []
        self.owner = self.connect("hub_owner")

    def connect(self, role: str) -> Connection:
        """A connection of one role, each statement by itself."""
        made = psycopg.connect(
            host=str(socket_folder(self.data_dir)), user=role, dbname=self.name, autocommit=True
        )
        self.opened.append(made)
        return made

    def do(self, *operations: RunSQL) -> None:
        """Run operations as a migration would."""
        for operation in operations:
            self._run(operation.sql)

    def undo(self, operation: RunSQL) -> None:
        """Run one backwards."""
        self._run(operation.reverse_sql)

    def _run(self, statements: Any) -> None:
        for statement in [statements] if isinstance(statements, str) else statements:
            self.owner.execute(statement)


@pytest.fixture
def scratch(template: str) -> Iterator[Scratch]:
    """A database with the wall's functions and nothing else."""
    data_dir, name = Path(settings.DATA_DIR), f"hub_test_{os.getpid()}_fresh"
    with cluster.connect(data_dir) as admin:
        bootstrap.prepare(admin, name)
        made = Scratch(data_dir, name)
        made.do(*importlib.import_module("hub.database.migrations.0001_settings").FIRST)
        yield made
        for connection in made.opened:
            connection.close()
        admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(name)))


@pytest.fixture
def own_data() -> Iterator[Path]:
    """A folder for a cluster of the test's own, stopped and removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="hub-own-"))
    yield folder / "data"
    cluster.stop(folder / "data")
    shutil.rmtree(folder)
