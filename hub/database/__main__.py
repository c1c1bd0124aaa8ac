"""`python -m hub.database start|stop|status|prepare|psql|needs-wheel`, without Django."""

import argparse
import os
import sys
from pathlib import Path

import psycopg

from hub.database import bootstrap, cluster
from hub.database.programs import wheel_needed
from hub.database.trouble import DatabaseTrouble
from hub.database.urls import DATABASE_NAME, has_administered_database


def main(arguments: list[str]) -> int:
    """Do what the words say; gives the exit code. Trouble is one sentence on standard error."""
    parser = argparse.ArgumentParser(prog="python -m hub.database", description=__doc__)
    parser.add_argument(
        "what", choices=["start", "stop", "status", "prepare", "psql", "needs-wheel"]
    )
    parser.add_argument("rest", nargs=argparse.REMAINDER)
    asked = parser.parse_args(arguments)
    default = Path(__file__).resolve().parents[2] / "var"
    data_dir = Path(os.environ.get("HUB_DATA") or default).absolute()
    try:
        return _do(asked.what, asked.rest, data_dir)
    except DatabaseTrouble as trouble:
        print(trouble, file=sys.stderr)
        return 1


def _do(what: str, rest: list[str], data_dir: Path) -> int:
    if what == "prepare":
        return _prepare(data_dir)
    if what == "needs-wheel":
        missing = not has_administered_database() and wheel_needed(cluster.version(data_dir))
        return 0 if missing else 1
    if has_administered_database():
        raise DatabaseTrouble("An administered database is configured; the hub starts none itself.")
    if what == "start":
        cluster.start(data_dir)
    elif what == "stop":
        cluster.stop(data_dir)
    elif what == "psql":
        with cluster.in_use(data_dir):
            return cluster.psql(data_dir, rest)
    else:
        running = cluster.is_running(data_dir)
        print("running" if running else "not running")
        return 0 if running else 3
    return 0


def _prepare(data_dir: Path) -> int:
    """Prepare the server at ADMIN_DATABASE_URL, else the hub's own cluster."""
    name = os.environ.get("HUB_DATABASE_NAME") or DATABASE_NAME
    address = os.environ.get("ADMIN_DATABASE_URL")
    if not address:
        with cluster.in_use(data_dir), cluster.connect(data_dir) as admin:
            bootstrap.prepare(admin, name)
        return 0
    try:
        with psycopg.connect(address, autocommit=True, connect_timeout=10) as admin:
            bootstrap.prepare(admin, name)
    except psycopg.Error as error:
        raise DatabaseTrouble(f"The server could not be prepared: {error}") from error
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
