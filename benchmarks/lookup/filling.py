"""The county's index filled the quick way where it is empty: the same entries as `bin/hub reindex`
makes, copied by the bulk path."""

from collections.abc import Iterator
from itertools import count as numbers
from typing import Final

from django.db import connections

from hub.access import opening
from hub.access.lookup.index import _rows, described
from hub.audit import journal
from hub.kernel.files import job_actor
from hub.matching.loading import Row, load

PORTION: Final = 2000
LAST: Final = "select max(id) from (select id from hub.index_families(%s, %s)) f(id)"


def filled() -> int:
    """How many people the index holds, after filling it if it held nobody."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("select exists (select from hub.matching_frequencies())")
        (there,) = cursor.fetchone()
    return counted() if there else load(_everybody())


def counted() -> int:
    """About how many people the index holds."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("select reltuples::bigint from pg_class where relname = 'matching_entry'")
        return int(cursor.fetchone()[0])


def _everybody() -> Iterator[Row]:
    number, after = numbers(1), 0
    seen: set[int] = set()
    while True:
        with journal.transaction():
            opening.begin(job_actor("index.fill"))
            try:
                with connections["default"].cursor() as cursor:
                    cursor.execute(LAST, [after, PORTION])
                    (last,) = cursor.fetchone()
                rows = _rows(None, after, PORTION) if last is not None else []
            finally:
                opening.forget()
        if last is None:
            return
        for row in rows:
            if row.indexed and row.entry not in seen:
                seen.add(row.entry)
                yield next(number), row.entry, row.person, row.family, described(row)
        after = last
