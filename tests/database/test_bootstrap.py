"""Roles and privileges, made by an administrator and made again."""

import psycopg
import pytest

from hub.database import bootstrap, cluster
from tests.database.conftest import Scratch

STATE = """
select (select array_agg(rolname || rolsuper || rolcanlogin || rolbypassrls order by rolname)
          from pg_roles where rolname like 'hub%'),
       (select datacl::text from pg_database where datname = current_database()),
       (select array_agg(nspname || nspacl::text order by nspname)
          from pg_namespace where nspname in ('public', 'hub')),
       (select array_agg(extname::text order by extname) from pg_extension)
"""


def test_preparing_again_changes_nothing(scratch: Scratch) -> None:
    with cluster.connect(scratch.data_dir, scratch.name) as inside:
        before = inside.execute(STATE).fetchone()
        with cluster.connect(scratch.data_dir) as admin:
            bootstrap.prepare(admin, scratch.name)
        assert inside.execute(STATE).fetchone() == before


@pytest.mark.parametrize("role", ["hub_web", "hub_worker"])
def test_the_roles_of_pages_and_jobs_own_nothing_and_can_make_nothing(
    scratch: Scratch, role: str
) -> None:
    connection = scratch.connect(role)
    for statement in (
        "create table mine ()",
        "create table hub.mine ()",
        "create temporary table mine ()",
        "create function mine() returns int language sql as 'select 1'",
        "create role mine",
        "set role hub_door",
        "set role hub_owner",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(statement)


def test_a_new_function_and_a_new_table_are_nobodys_until_they_are_given(scratch: Scratch) -> None:
    scratch.owner.execute("create function quiet() returns int language sql as 'select 1'")
    scratch.owner.execute("create table quiet_table ()")
    web = scratch.connect("hub_web")
    for statement in ("select quiet()", "select * from quiet_table"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            web.execute(statement)


def test_names_in_other_scripts_can_be_searched_and_folded(scratch: Scratch) -> None:
    web = scratch.connect("hub_web")
    found = web.execute(
        "select lower('ÉLODIE'), array_length(show_trgm('فاطمة'), 1), unaccent('Zoë')"
    ).fetchone()
    assert found is not None
    assert found[0] == "élodie"
    assert found[1] > 3
    assert found[2] == "Zoe"


def test_nothing_a_person_typed_is_in_the_servers_log(scratch: Scratch) -> None:
    scratch.owner.execute("create table people (name text unique)")
    scratch.owner.execute("insert into people values ('Canary Featherstone')")
    for statement in (
        "insert into people values ('Canary Featherstone')",
        "select 'Canary Featherstone'::bigint",
        "select 1 from nowhere where name = 'Canary Featherstone'",
    ):
        with pytest.raises(psycopg.Error):
            scratch.owner.execute(statement)
    log = (scratch.data_dir / "run" / "postgres.log").read_text(encoding="utf-8")
    assert log
    assert "Featherstone" not in log
