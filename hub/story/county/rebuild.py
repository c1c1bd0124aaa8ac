"""Tables without their indexes and keys for the length of a load, then with all of them again.

Measured at a million people: with indexes and keys in place a load takes several times as long,
and every row of a deferred key waits in memory until the end; built afterwards each is read once.
"""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.backends.utils import CursorWrapper

# Keys of other tables that point at ours have to make way too, for as long as ours do.
_CONSTRAINTS = """
select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
from pg_constraint
where contype in ('f', 'u', 'p') and conparentid = 0
  and (conrelid = any (%(tables)s::regclass[])
       or (contype = 'f' and confrelid = any (%(tables)s::regclass[])))
order by contype = 'f', conrelid::regclass::text, conname
"""
_INDEXES = """
select indexrelid::regclass::text, pg_get_indexdef(indexrelid)
from pg_index
where indrelid = any (%(tables)s::regclass[])
  and not exists (select from pg_constraint
                  where conindid = indexrelid and contype in ('u', 'p', 'x'))
order by indexrelid::regclass::text
"""


class Constraint(NamedTuple):
    """A key as the database describes it; `keys` come before `foreign keys` in every list."""

    table: str
    name: str
    definition: str


class Dropped(NamedTuple):
    """What was dropped, and so what has to be there again."""

    constraints: list[Constraint]
    indexes: list[tuple[str, str]]


def drop(cursor: CursorWrapper, tables: Iterable[str]) -> Dropped:
    """Drop every index and key of these tables; give what `restore` needs."""
    asked = {"tables": list(tables)}
    cursor.execute(_CONSTRAINTS, asked)
    constraints = [Constraint(*row) for row in cursor.fetchall()]
    cursor.execute(_INDEXES, asked)
    indexes = [(name, definition) for name, definition in cursor.fetchall()]
    for constraint in reversed(constraints):
        cursor.execute(f"alter table {constraint.table} drop constraint {constraint.name}")
    for name, _ in indexes:
        cursor.execute(f"drop index {name}")
    return Dropped(constraints, indexes)


def restore(cursor: CursorWrapper, dropped: Dropped) -> None:
    """Make all of them again; a row that breaks one is an error, and so nothing is loaded."""
    cursor.execute("set local maintenance_work_mem = '512MB'")
    keys = [c for c in dropped.constraints if not c.definition.startswith("FOREIGN")]
    foreign = [c for c in dropped.constraints if c.definition.startswith("FOREIGN")]
    for key in keys:
        cursor.execute(f"alter table {key.table} add constraint {key.name} {key.definition}")
    for _, definition in dropped.indexes:
        cursor.execute(definition)
    for key in foreign:
        cursor.execute(f"alter table {key.table} add constraint {key.name} {key.definition}")
