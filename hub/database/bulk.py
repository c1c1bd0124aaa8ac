"""Loading a great deal at once, as the owner: no history rows, no wall, all or nothing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

ALIAS: Final = "owner"


@contextmanager
def as_bulk_owner(tables: Iterable[str]) -> Iterator[CursorWrapper]:
    """A cursor of the owner for which `tables` have no wall and no triggers of ours.

    One transaction: an error puts everything back, rows and wall. Nobody else can use these
    tables meanwhile. No history is written and no journal: whoever loads seals afterwards.
    """
    names = list(tables)
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        quoted = {name: connections[ALIAS].ops.quote_name(name) for name in names}
        forced = _forced(cursor, names)
        triggers = _enabled_triggers(cursor, names)
        for name in forced:
            cursor.execute(f"alter table {quoted[name]} no force row level security")
        for name, trigger in triggers:
            cursor.execute(f"alter table {quoted[name]} disable trigger {trigger}")
        yield cursor
        cursor.execute("set constraints all immediate")  # else the tables cannot be altered yet
        for name, trigger in triggers:
            cursor.execute(f"alter table {quoted[name]} enable trigger {trigger}")
        for name in forced:
            cursor.execute(f"alter table {quoted[name]} force row level security")


def _forced(cursor: CursorWrapper, names: list[str]) -> list[str]:
    cursor.execute(
        "select relname from pg_class where oid = any (%s::regclass[]) and relforcerowsecurity",
        [names],
    )
    return [row[0] for row in cursor.fetchall()]


def _enabled_triggers(cursor: CursorWrapper, names: list[str]) -> list[tuple[str, str]]:
    cursor.execute(
        "select c.relname, quote_ident(t.tgname) from pg_trigger t join pg_class c"
        " on c.oid = t.tgrelid where c.oid = any (%s::regclass[])"
        " and not t.tgisinternal and t.tgenabled = 'O'",
        [names],
    )
    return [(row[0], row[1]) for row in cursor.fetchall()]
