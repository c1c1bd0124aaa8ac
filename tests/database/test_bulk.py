"""Bulk loads as owner: quick, all or nothing, and the wall stands again afterwards."""

import pytest
from django.db import DataError, connections

from hub.database.bulk import as_bulk_owner
from hub.database.wall import wall
from tests.databases import Fresh

STATE = """
select c.relforcerowsecurity, t.tgenabled::text, (select count(*) from calls)
  from pg_class c join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal
 where c.oid = 'loads'::regclass
"""


@pytest.fixture
def loads(fresh_database: Fresh) -> None:
    """A walled table with a trigger that writes a row in `calls` each time, and a late check."""
    statements = wall("loads", "plan").sql
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "create table calls (); create table parents (id bigint primary key);"
            "create table loads (family_id bigint,"
            " parent bigint references parents deferrable initially deferred);"
            "create function called() returns trigger language plpgsql"
            " as 'begin insert into calls default values; return new; end';"
            "create trigger t after insert on loads for each row execute function called()"
        )
        for statement in statements:
            cursor.execute(str(statement))


def state() -> tuple[object, ...]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(STATE)
        return tuple(cursor.fetchone())


def test_a_bulk_load_writes_no_history_and_leaves_the_wall_standing(loads: None) -> None:
    with as_bulk_owner(["loads"]) as cursor:
        cursor.execute("insert into loads values (10, 1), (20, 1)")
        cursor.execute("insert into parents values (1)")
        cursor.execute("select count(*) from loads")
        assert cursor.fetchone() == (2,)
    assert state() == (True, "O", 0)
    with connections["default"].cursor() as cursor:
        cursor.execute("select count(*) from loads")
        assert cursor.fetchone() == (0,)


def test_a_load_that_fails_leaves_no_row_and_the_wall_as_it_was(loads: None) -> None:
    with pytest.raises(DataError), as_bulk_owner(["loads"]) as cursor:
        cursor.execute("insert into loads values (10, null); select 1 / 0")
    assert state() == (True, "O", 0)
    with as_bulk_owner(["loads"]) as cursor:
        cursor.execute("select count(*) from loads")
        assert cursor.fetchone() == (0,)
