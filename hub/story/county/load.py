"""Loading the county: all of it in one transaction of the owner, or nothing.

No history rows are written: there is no before to any of it, and they would double the load. The
journal has one line for the load itself and one for each family, "loaded", in chains that are
sealed at the end. Portions are made by other processes, a few ahead of the one that is loaded.
"""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from typing import Final

from django.db import DatabaseError, connections
from django.db.backends.utils import CursorWrapper

from hub.audit import seals
from hub.audit.chains import build_chains
from hub.audit.lines import line_for
from hub.database.bulk import ALIAS, as_bulk_owner
from hub.story.county import makers, rebuild, room
from hub.story.county.columns import COLUMNS
from hub.story.county.household import PEOPLE_A_FAMILY
from hub.story.county.journal_rows import LOADER
from hub.story.county.portion import County
from hub.story.county.sheet import Sheet
from hub.story.county.staff import DOMAIN, hire

Say = Callable[[str], None]
_HAS_COUNTY: Final = "select exists (select from accounts_account where email like %s)"
_WORDING: Final = (
    "select id from consent_wording where language = 'en' order by published_at desc limit 1"
)


class CannotLoad(Exception):
    """One sentence for whoever asked for a county."""


class HasCounty(CannotLoad):
    """There is one already."""


def build(people: int, *, seed: int, now: datetime, say: Say) -> None:
    """Load a county of so many people, and say what it takes before and what it took after.

    Takes the seed everything is drawn from and the moment it is drawn for: the same three give the
    same county. Raises HasCounty when there is one already, CannotLoad when
    there is no room for it.
    """
    families = people // PEOPLE_A_FAMILY
    if families < 1:
        raise CannotLoad(f"A county has at least {PEOPLE_A_FAMILY} people.")
    _refuse_a_second()
    try:
        say(room.forecast(people))
    except room.NoRoom as full:
        raise CannotLoad(str(full)) from full
    began, before = time.monotonic(), room.size()
    try:
        with as_bulk_owner(COLUMNS) as cursor:
            _load(cursor, families, seed, now, say)
    except BaseException:
        _give_back()
        raise
    say("Counting for the planner, and sealing the journal …")
    _vacuum("vacuum (analyze)", _every_table())
    seals.seal(now, using=ALIAS)
    minutes = (time.monotonic() - began) / 60
    taken = (room.size() - before) / 1e9
    say(
        f"{families:,} families with {families * PEOPLE_A_FAMILY:,} people are there. It took "
        f"{minutes:.1f} minutes and {taken:.1f} GB of disk."
    )


def _refuse_a_second() -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(_HAS_COUNTY, [f"%@{DOMAIN}"])
        if cursor.fetchone()[0]:
            raise HasCounty(
                "This database has a county already. For another, make another database "
                "(HUB_DATABASE_NAME names it)."
            )


def _load(cursor: CursorWrapper, families: int, seed: int, now: datetime, say: Say) -> None:
    cursor.execute("select pg_current_xact_id()::text::bigint")
    transaction = cursor.fetchone()[0]
    cursor.execute(_WORDING)
    published = cursor.fetchone()
    began = time.monotonic()
    dropped = rebuild.drop(cursor, COLUMNS)
    sheet = Sheet(seed, 0)
    staff = hire(sheet, families * PEOPLE_A_FAMILY, now, wording=published and published[0])
    _sectors(cursor, sheet)
    copy_in(cursor, sheet.text())
    build_chains([line_for("county.loaded", actor=LOADER, at=now, refs={"families": families})],
                 cursor)  # fmt: skip
    county = County(seed, families, now, staff, transaction)
    for number, portion in enumerate(makers.portions(county), start=1):
        copy_in(cursor, portion)
        if number % max(1, county.portions // 10) == 0:
            say(f"  {100 * number // county.portions} % after {time.monotonic() - began:.0f} s")
    say(f"Building indexes and checking every key, after {time.monotonic() - began:.0f} s …")
    rebuild.restore(cursor, dropped)


def _sectors(cursor: CursorWrapper, sheet: Sheet) -> None:
    """Sectors may be there already: they are the authority's own list."""
    cursor.execute("select code from agencies_sector")
    there = {row[0] for row in cursor.fetchall()}
    lines = sheet.lines.pop("agencies_sector")
    missing = [line for line in lines if line.partition("\t")[0] not in there]
    if missing:
        sheet.lines["agencies_sector"] = missing


def copy_in(cursor: CursorWrapper, rows: dict[str, bytes]) -> None:
    """Copy a portion's rows into their tables."""
    for table, text in rows.items():
        columns = ", ".join(COLUMNS[table].split())
        with cursor.copy(f"copy {table} ({columns}) from stdin") as copy:
            copy.write(text)


def _give_back() -> None:
    """After a load that failed: the rows are gone, now the disk they took."""
    with suppress(DatabaseError):
        _vacuum("vacuum", COLUMNS)


def _every_table() -> list[str]:
    """The hub's tables, also those that have no rows: of one that was never looked at the planner
    takes it that it has thousands."""
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relkind = 'r'"
            " and relnamespace = 'public'::regnamespace and relowner = current_user::regrole"
        )
        return [table for (table,) in cursor.fetchall()]


def _vacuum(what: str, tables: Iterable[str]) -> None:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(f"{what} {', '.join(tables)}")
