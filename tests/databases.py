"""One PostgreSQL for the whole run; each worker on its own copy of a template that is ready made.

The template holds the tables (by the real migrations, as owner) and the cast, committed. A test
marked `django_db` runs as the role web in a transaction that is rolled back; `fresh_database` is
a copy of its own for tests that commit: races, kills, browsers. TRUNCATE is nobody's right here,
so `transaction=True` is not for our tests.
"""

import fcntl
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from hub.database import bootstrap, cluster

ROOT = Path(__file__).resolve().parents[1]
# What the template is made of; a change in any of it makes a new one.
INGREDIENTS = ("hub/**/*.py", "hub/**/*.sql", "config/*.py", "tests/cast/**/*.py", "tests/cast.py")


@dataclass(frozen=True)
class Fresh:
    """A database of a test's own, and what a process needs in its environment to use it."""

    name: str
    environment: dict[str, str]


@pytest.fixture(scope="session")
def template() -> Iterator[str]:
    """The name of the template; keeps the cluster running for as long as this worker lives."""
    home = data_dir()
    with cluster.in_use(home):
        with (home / "template.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _sweep(home)
            name = _make_template(home)
        yield name


@pytest.fixture(scope="session")
def django_db_setup(
    template: str, django_test_environment: None, django_db_blocker: Any
) -> Iterator[None]:
    """In place of pytest-django's: point both connections at this worker's copy."""
    with copy_of(template, f"hub_test_{os.getpid()}") as name:
        _point_at(name)
        yield
        with django_db_blocker.unblock():
            _point_at("postgres")


@pytest.fixture(autouse=True)
def no_names_remembered() -> None:
    """A process keeps for an hour how common names are; what one test counted is no other's."""
    from hub.matching import queries

    queries.forget()


@pytest.fixture
def fresh_database(template: str, django_db_setup: None, django_db_blocker: Any) -> Iterator[Fresh]:
    """A copy for one test that commits; dropped afterwards with whoever is still connected."""
    from django.db import connections

    before = connections.settings["default"]["NAME"]
    with copy_of(template, f"hub_test_{os.getpid()}_fresh") as name, django_db_blocker.unblock():
        _point_at(name)
        try:
            here = {"HUB_DATA": str(data_dir()), "HUB_DATABASE_NAME": name}
            yield Fresh(name, os.environ | here)
        finally:
            _point_at(before)


def data_dir() -> Path:
    """Where the cluster of the tests is."""
    from django.conf import settings

    return Path(settings.DATA_DIR)


def _point_at(name: str) -> None:
    """Send every connection, of this thread and of later ones, to the database `name`."""
    from django.db import connections

    connections.close_all()
    for alias in ("default", "owner"):
        connections.settings[alias]["NAME"] = name


@contextmanager
def copy_of(template: str, name: str) -> Iterator[str]:
    """A copy of the template under this name, `hub_test_<process>…`, dropped afterwards."""
    with cluster.connect(data_dir()) as admin:
        _drop(admin, name)
        admin.execute(
            sql.SQL("create database {} owner hub_owner template {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    with cluster.connect(data_dir(), name) as inside:
        bootstrap.privileges(inside, name)  # rights on the database itself are not copied
    try:
        yield name
    finally:
        with cluster.connect(data_dir()) as admin:
            _drop(admin, name)


def _drop(admin: psycopg.Connection[Any], name: str) -> None:
    admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def _sweep(home: Path) -> None:
    """Drop the copies of workers that were killed before they could."""
    with cluster.connect(home) as admin:
        for (name,) in admin.execute("select datname from pg_database").fetchall():
            copy = re.fullmatch(r"hub_test_(\d+)(_[a-z]+)?", str(name))
            if copy and not Path(f"/proc/{copy[1]}").exists():
                _drop(admin, str(name))


def _make_template(home: Path) -> str:
    name = f"hub_template_{_recipe()}"
    with cluster.connect(home) as admin:
        known = admin.execute("select datname from pg_database").fetchall()
        if (name,) in known:
            return name
        for (old,) in known:
            if str(old).startswith("hub_template_"):
                admin.execute(f'alter database "{old}" is_template false')
                _drop(admin, str(old))
        building = "hub_template_building"
        bootstrap.prepare(admin, building)
        _build(building)
        admin.execute(f'alter database "{building}" rename to "{name}"')
        admin.execute(f'alter database "{name}" is_template true allow_connections false')
    return name


def _recipe() -> str:
    """A fingerprint of everything the template is made of, today's date included."""
    digest = hashlib.sha256(datetime.now(UTC).date().isoformat().encode())
    for pattern in INGREDIENTS:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(str(path.relative_to(ROOT)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _build(name: str) -> None:
    """Migrate and load the cast in a process of its own, which leaves nothing behind in ours."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.databases"],
        cwd=ROOT,
        env=os.environ | {"HUB_DATABASE_NAME": name},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.exit(f"The template database could not be made.\n{done.stdout}{done.stderr}", 3)


def _fill() -> None:
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    call_command("migrate", database="owner", interactive=False, verbosity=0)
    if importlib.util.find_spec("tests.cast"):
        importlib.import_module("tests.cast").load()
    with cluster.connect(data_dir(), os.environ["HUB_DATABASE_NAME"]) as admin:
        admin.execute("vacuum analyze")  # plans in tests are those of a filled database
    connections.close_all()


if __name__ == "__main__":
    _fill()
