"""Small pieces of SQL text for migrations. Their words stand in code; nobody types them."""

from typing import Final

PAGES: Final = "hub_web, hub_worker"  # the roles that pages and jobs run as


def each_sequence(table: str, statement: str) -> str:
    """A statement for every sequence that numbers the table's rows (a history table has one)."""
    return (
        "do $do$ declare s regclass; begin for s in select d.objid::regclass from pg_depend d"
        " join pg_class c on c.oid = d.objid and c.relkind = 'S'"
        f" where d.refobjid = {literal(table)}::regclass and d.deptype in ('a', 'i')"
        f" loop execute format('{statement}', s); end loop; end $do$"
    )


def name(table: str) -> str:
    """A table's name as SQL."""
    return '"' + table.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as SQL."""
    return "'" + text.replace("'", "''") + "'"
