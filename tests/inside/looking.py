"""Members of the story acting at the door, and every row they are let through to."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from psycopg import sql

from hub.access import door, opening
from hub.kernel import clock
from hub.kernel.files import FamilyFile
from tests.cast import Known, past_the_wall
from tests.matrix.rows import tables

WHO = """
select p.id from families_membership m join families_person p on p.id = m.person_id
where m.family_id = %s and p.given_names = %s
"""


def person_in(family: Known, names: str) -> int:
    """The id of somebody in a family of the story."""
    with past_the_wall() as behind:
        row = behind.execute(WHO, [family.id, names]).fetchone()
    assert row is not None, names
    return int(row[0])


@contextmanager
def inside(reference: str, person: int) -> Iterator[FamilyFile]:
    """A family's file, open to one of its members, in a transaction that is undone."""
    with transaction.atomic():
        actor = door.member_actor(person)
        opening.begin(actor)
        try:
            yield door.open_file(actor, reference, "family", now=clock.now())
        finally:
            opening.forget()
            transaction.set_rollback(True)


def rows_let_through() -> dict[str, set[int]]:
    """The keys of every row of every walled table that the database shows, unfiltered by us."""
    found = {}
    for table in tables():
        query = sql.SQL("select {} from {}").format(
            sql.Identifier(table.key), sql.Identifier(table.name)
        )
        with connection.cursor() as cursor:
            cursor.execute(query.as_string(None))
            found[table.name] = {row[0] for row in cursor.fetchall()}
    return found
