"""A hundred thousand agreements and restrictions more: what they change in a page.

`python -m benchmarks weight [--rows 100000] [--quick]`. The pages of the practitioner with 200
families are measured, then as many rows are written, a good half of them into those families, and
the pages are measured again. Exits with 1 when a page asks more of the database than before or its
p95 is over its bound. The rows are taken away again.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import django

from benchmarks.client import Client
from benchmarks.pages import BOUNDS, Measured, bare, figures, head, line

MEASURED: Final = ("Home, 200 families", "Find a family", "Family, record", "Family, summary",
                   "Family, signpost", "Plan", "Agreement", "Who can see", "Refused: not theirs",
                   "Refused: not there")  # fmt: skip
# Numbers above these are nobody's: ids have sixty bits.
FROM: Final = 2**60
TABLES: Final = ("consent_agreement", "consent_restriction")
# Yeses that ended, most of them in the measured families; copies, so that every column is whole.
AGREEMENTS: Final = """
create temporary table more as
select a.* from consent_agreement a, generate_series(1, %(times)s)
where a.family_id = any (%(families)s)
union all (select a.* from consent_agreement a where a.until_at is null limit %(spread)s);
update more set id = numbered.id, from_at = from_at - interval '200 days',
       until_at = from_at - interval '100 days', ended_because = 'withdrawn'
from (select ctid as place, %(first)s + row_number() over () as id from more) numbered
where more.ctid = numbered.place;
insert into consent_agreement select * from more;
drop table more
"""
# In each measured family a contact or an address kept from one agency after another; elsewhere
# the whole family kept from somebody who has nothing to do with it.
RESTRICTIONS: Final = """
insert into consent_restriction
       (id, family_id, version, item_kind, item, kept_from, kept_from_id, set_by_id, from_at)
select %(first)s + row_number() over (), it.family_id, 1, it.kind, it.id, 'agency', whom.id,
       %(who)s, now() - interval '50 days'
from (select family_id, 'contact' as kind, id from families_contact
      where family_id = any (%(families)s)
      union all select family_id, 'address', id from families_address
      where family_id = any (%(families)s)) it
cross join (select id from agencies_agency
            where id <> (select agency_id from agencies_practitioner where id = %(who)s)
            order by id limit %(agencies)s) whom;
insert into consent_restriction
       (id, family_id, version, item_kind, item, kept_from, kept_from_id, set_by_id, from_at)
select %(second)s + row_number() over (), f.id, 1, '', null, 'practitioner', whom.id,
       %(who)s, now() - interval '50 days'
from (select id from families_family where not id = any (%(families)s) limit %(spread)s) f
cross join (select id from agencies_practitioner where left_at is not null limit 1) whom
"""


def main() -> int:
    """Measure, write, measure again; gives the exit code."""
    parser = argparse.ArgumentParser(prog="bin/bench weight")
    parser.add_argument("--people", type=int, default=1_000_000, help="of a county to be made")
    parser.add_argument("--rows", type=int, default=100_000, help="agreements and restrictions")
    parser.add_argument("--quick", action="store_true", help="fewer tries")
    asked = parser.parse_args()
    django.setup()
    from benchmarks import county, machine, people, server

    county.ready(asked.people)
    print(machine.described())
    with server.running() as port:
        person, who = people.signed_in("busy"), people.practitioner("busy")
        print("\nas it is:")
        before = _pages(port, person, quick=asked.quick)
        with heavier(asked.rows, who) as wrote:
            print(f"\nwith {wrote[0]:,} agreements and {wrote[1]:,} restrictions more:")
            after = _pages(port, person, quick=asked.quick)
    return _compared(before, after)


@contextmanager
def heavier(rows: int, who: int) -> Iterator[tuple[int, int]]:
    """So many rows more, half of each table's in the families of this practitioner; gives how many
    of each were written, and takes them away at the end."""
    from hub.database.bulk import as_bulk_owner

    half = rows // 4
    try:
        with as_bulk_owner((*TABLES, *_READ)) as cursor:
            cursor.execute(_OF, [who])
            families = [row[0] for row in cursor.fetchall()]
            cursor.execute(_COUNT, [families, families])
            agreed, items = cursor.fetchone()
            parts: dict[str, Any] = {
                "families": families, "who": who, "spread": half, "first": FROM,
                     "second": FROM + 10 * rows}  # fmt: skip
            parts |= {"times": max(1, half // agreed), "agencies": max(1, half // items)}
            for statement in (AGREEMENTS + ";" + RESTRICTIONS).split(";"):
                cursor.execute(statement, parts)
            cursor.execute(_WROTE, [FROM, FROM])
            wrote = cursor.fetchone()
        _analyse()
        yield wrote
    finally:
        with as_bulk_owner(TABLES) as cursor:
            for table in TABLES:
                cursor.execute(f"delete from {table} where id > %s", [FROM])
        _analyse()


_READ: Final = ("families_contact", "families_address", "families_family", "access_lead",
                "access_involvement")  # fmt: skip
_OF: Final = """
select family_id from access_lead where practitioner_id = %s and until_at is null
"""
_COUNT: Final = """
select (select count(*) from consent_agreement where family_id = any (%s)),
       (select count(*) from families_contact c full join families_address a using (id)
        where coalesce(c.family_id, a.family_id) = any (%s))
"""
_WROTE: Final = """
select (select count(*) from consent_agreement where id > %s),
       (select count(*) from consent_restriction where id > %s)
"""


def _analyse() -> None:
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute(f"vacuum (analyze) {', '.join(TABLES)}")


def _pages(port: int, person: object, *, quick: bool) -> dict[str, Measured]:
    from benchmarks import people, routes

    assert isinstance(person, people.Person)  # noqa: S101 - the module is loaded late
    floor = bare(port, 60, 1.5)
    head(floor)
    found = {}
    for page in (p for p in routes.PAGES if p.words in MEASURED):
        client = Client(port, person.cookies)
        asks = page.asks(page, person, client)
        found[page.words] = figures(page.words, client, asks, *((60, 1.5) if quick else (300, 5.0)))
        line(found[page.words], floor)
    return found


def _compared(before: dict[str, Measured], after: dict[str, Measured]) -> int:
    """Say for each page what changed; gives 1 when it asks more than before or is too slow."""
    failed = 0
    print(f"\n{'page':24} queries       p50 then now      p95 then now")
    for words, now in after.items():
        then = before[words]
        more = now.own != then.own
        slow = now.p95 > BOUNDS["p95"] or now.loaded_p95 > max(
            BOUNDS["p95 at 8"], 1.2 * then.loaded_p95
        )
        failed += more or slow
        print(
            f"{words:24} {then.own:2} {now.own:2}        "
            f"{then.p50:6.1f} {now.p50:6.1f} x{now.p50 / then.p50:.2f}  "
            f"{then.p95:6.1f} {now.p95:6.1f}{' MORE QUERIES' * more}{' SLOW' * slow}"
        )
    print("\nNothing changed that may not." if not failed else f"\n{failed} pages changed.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
