"""What everybody sees of two files, row by row, and what the whole database holds."""

from functools import cache
from typing import Any

from django.db import connection

from hub.access import door
from hub.access.lookup.asking import Answer
from hub.kernel import clock
from hub.kernel.files import NotInYourFiles
from hub.matching.rules import Description
from tests.access.looking_up import look
from tests.cast import past_the_wall
from tests.families_setup import acting
from tests.merging.two import Two

# The journal and histories are lines about what was done; what a merge writes of itself stays; who
# looked something up is kept for those who oversee it.
APART = ("audit_", "merging_", "django_", "procrastinate_", "access_lookupcheck",
         "access_hiddenmatch")  # fmt: skip
TABLES = """
select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname = 'public' and c.relname not like '%historyrow' order by 1
"""
WITH_A_FAMILY = """
select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
where c.relkind = 'r' and c.relrowsecurity and a.attname = 'family_id' and not a.attisdropped
  and has_table_privilege(c.oid, 'select') order by 1
"""
Everything = dict[str, str]
Rows = dict[str, frozenset[tuple[str, int]]]


def everything(where: str = "true", family: int | None = None) -> Everything:
    """What every table holds, told from anything else by a fingerprint; or only the rows of one
    family, of the tables that have them."""
    with past_the_wall() as database:
        sql = WITH_A_FAMILY if family else TABLES
        names = [row[0] for row in database.execute(sql) if not row[0].endswith("historyrow")]
        if family:
            where = f"family_id = {family}"
        each = [
            f"select '{name}', md5(coalesce(string_agg(t::text, '|' order by t::text), ''))"
            f" from {name} t where {where}"
            for name in names
            if not name.startswith(APART)
        ]
        return dict(database.execute(" union all ".join(each).encode()).fetchall())


def differ(one: Everything, other: Everything) -> list[str]:
    """The tables that differ."""
    return sorted(name for name in one if one[name] != other[name])


def seen_by(two: Two, who: str) -> Rows:
    """Every row that somebody sees of each of the files, in whatever table, with the file open."""
    with acting(two.staff.actor(who)) as actor:
        return {name: _rows(actor, ref) for name, ref in (("kept", two.kept), ("gone", two.gone))}


def seen_inside(two: Two, person: int) -> Rows:
    """The same for a member of one of the families."""
    with acting(door.member_actor(person)) as actor:
        return {name: _rows(actor, ref) for name, ref in (("kept", two.kept), ("gone", two.gone))}


def _rows(actor: Any, reference: str) -> frozenset[tuple[str, int]]:
    try:
        file = door.open_file(actor, reference, "family", now=clock.now())
    except NotInYourFiles:
        return frozenset()
    found = {("level", int(file.level)), *(("held back", pk) for pk in file.held_back)}
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(_questions()), {"family": file.family})
        return frozenset(found | set(cursor.fetchall()))


@cache
def _questions() -> tuple[str, ...]:
    with connection.cursor() as cursor:
        cursor.execute(WITH_A_FAMILY)
        return tuple(
            f"select '{table}', id from {table} where family_id = %(family)s"
            for (table,) in cursor.fetchall()
            if not table.endswith("historyrow") and not table.startswith("merging_")
        )


def listed_for(two: Two, who: str) -> list[str]:
    """The references of somebody's own families, in the order of their list."""
    with acting(two.staff.actor(who)) as actor:
        return [file.reference for file in door.list_mine(actor, now=clock.now())]


def told(two: Two, who: str, *typed: Description) -> tuple[Answer, ...]:
    """What somebody is told who looks the family up."""
    return look(two.staff, who, *typed).answers
