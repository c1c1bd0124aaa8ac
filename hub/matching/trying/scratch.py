"""A database of its own for trying things, which goes away whatever happens."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from hub.database import bootstrap, cluster
from hub.database.trouble import DatabaseTrouble
from hub.database.urls import has_administered_database

_NAME: Final = re.compile(r"hub_match_(\d+)")


@contextmanager
def database() -> Iterator[str]:
    """Point every connection at a new empty database with the index's tables, and back.

    What an earlier run could not take away, because it was killed, is taken away first. Needs the
    hub's own server, or ADMIN_DATABASE_URL. Raises DatabaseTrouble.
    """
    name = f"hub_match_{os.getpid()}"
    with _admin() as admin:
        for (old,) in admin.execute("select datname from pg_database").fetchall():
            found = _NAME.fullmatch(old)
            if found and not Path(f"/proc/{found[1]}").exists():
                _drop(admin, old)
    before = {alias: connections.settings[alias]["NAME"] for alias in ("default", "owner")}
    try:
        with _admin() as admin:
            bootstrap.prepare(admin, name)
        _point_at(dict.fromkeys(before, name))
        call_command("migrate", "matching", database="owner", verbosity=0, interactive=False)
        yield name
    finally:
        _point_at(before)
        with _admin() as admin:
            _drop(admin, name)


def _admin() -> psycopg.Connection[Any]:
    address = os.environ.get("ADMIN_DATABASE_URL", "")
    if address:
        return psycopg.connect(address, autocommit=True, connect_timeout=10)
    if has_administered_database():
        raise DatabaseTrouble(
            "Set ADMIN_DATABASE_URL to the address of an administrator of the server: trying the"
            " search makes a database of its own and takes it away again."
        )
    return cluster.connect(Path(settings.DATA_DIR))


def _drop(admin: psycopg.Connection[Any], name: str) -> None:
    admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def _point_at(names: dict[str, str]) -> None:
    connections.close_all()
    for alias, name in names.items():
        connections.settings[alias]["NAME"] = name
