"""How much disk and how many minutes a county takes, and whether there is so much."""

import shutil
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connections

from hub.database.bulk import ALIAS
from hub.database.urls import has_administered_database, postgres_home

# Measured (docs/reference/benchmarks.md), rounded up: kept, and in the write-ahead log meanwhile.
BYTES_A_PERSON: Final = 2_000
LOG_BYTES_A_PERSON: Final = 2_500
MOST_LOG_BYTES: Final = 3_000_000_000
SECONDS_A_PERSON: Final = 480 / 1_000_000


class NoRoom(Exception):
    """The disk is too full; says how much is missing."""


def forecast(people: int) -> str:
    """One sentence on what a county of so many people takes. Raises NoRoom."""
    needed = people * BYTES_A_PERSON + min(people * LOG_BYTES_A_PERSON, MOST_LOG_BYTES)
    free = _free()
    if free is not None and free < needed:
        raise NoRoom(
            f"A county of {people:,} people needs {needed / 1e9:.1f} GB of disk while it is "
            f"loaded; there are {free / 1e9:.1f} GB."
        )
    minutes = max(1, round(people * SECONDS_A_PERSON / 60))
    return (
        f"A county of {people:,} people takes about {people * BYTES_A_PERSON / 1e9:.1f} GB of "
        f"disk and {minutes} minute{'s' if minutes > 1 else ''}; nobody can use the hub meanwhile."
    )


def size() -> int:
    """How many bytes the database has on disk now."""
    with connections[ALIAS].cursor() as cursor:
        cursor.execute("select pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


def _free() -> int | None:
    """Free bytes where the hub's own cluster is; of an administered database nobody here knows."""
    if has_administered_database():
        return None
    home = postgres_home(Path(settings.DATA_DIR))
    return shutil.disk_usage(home).free if home.exists() else None
