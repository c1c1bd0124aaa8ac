"""The wall, with no filter of the application in front of it."""

import psycopg
import pytest

from hub.database.functions import definer
from hub.database.wall import by_function, closed, exempt, own_rows, wall
from tests.database.conftest import Connection, Scratch

REFUSED = psycopg.errors.InsufficientPrivilege


def opened(connection: Connection, level: str, *families: int) -> None:
    setting(connection, f"open_{level}", "{" + ",".join(map(str, families)) + "}")


def setting(connection: Connection, name: str, value: str) -> None:
    connection.execute("select set_config(%s, %s, true)", [f"hub.{name}", value])


def notes(connection: Connection) -> list[str]:
    return [row[0] for row in connection.execute("select words from notes order by words")]


@pytest.fixture
def web(scratch: Scratch) -> Connection:
    """The role web beside a table of notes: two of family 10, one of family 20."""
    scratch.owner.execute(
        "create table notes (id bigint primary key, family_id bigint not null, words text)"
    )
    scratch.owner.execute("insert into notes values (1, 10, 'a'), (2, 10, 'b'), (3, 20, 'c')")
    scratch.do(wall("notes", "plan", held_back=True))
    return scratch.connect("hub_web")


def test_nothing_is_seen_before_a_family_is_opened(web: Connection) -> None:
    assert notes(web) == []


def test_without_any_filter_only_rows_of_open_families_are_seen(web: Connection) -> None:
    with web.transaction():
        opened(web, "plan", 10)
        assert notes(web) == ["a", "b"]
        opened(web, "plan", 10, 20)
        assert notes(web) == ["a", "b", "c"]


def test_a_family_open_at_a_lower_level_shows_nothing_of_this_one(web: Connection) -> None:
    with web.transaction():
        opened(web, "summary", 10)
        assert notes(web) == []


@pytest.mark.parametrize("ending", ["commit", "rollback"])
def test_a_pooled_connection_takes_no_setting_into_the_next_transaction(
    web: Connection, ending: str
) -> None:
    web.execute("begin")
    opened(web, "plan", 10)
    setting(web, "actor_id", "5")
    assert notes(web) == ["a", "b"]
    web.execute("commit" if ending == "commit" else "rollback")
    assert notes(web) == []
    assert web.execute("select hub.actor_id(), hub.actor_kind()").fetchone() == (None, None)


def test_a_row_held_back_is_neither_read_nor_changed(web: Connection, scratch: Scratch) -> None:
    with web.transaction():
        opened(web, "plan", 10)
        setting(web, "held_back", "{2}")
        assert notes(web) == ["a"]
        assert web.execute("update notes set words = 'x'").rowcount == 1
    backup = scratch.connect("hub_backup")
    assert notes(backup) == ["b", "c", "x"]


def test_a_row_cannot_be_added_to_a_closed_family_nor_moved_into_one(web: Connection) -> None:
    for statement in (
        "insert into notes values (4, 20, 'd')",
        "update notes set family_id = 20 where id = 1",
    ):
        web.execute("begin")
        opened(web, "plan", 10)
        with pytest.raises(REFUSED):
            web.execute(statement)
        web.execute("rollback")


def test_what_a_table_does_not_allow_is_refused(web: Connection, scratch: Scratch) -> None:
    scratch.owner.execute("create table past (pgh_id serial primary key, family_id bigint)")
    scratch.do(wall("past", "plan", append_only=True))
    with web.transaction():
        opened(web, "plan", 10)
        web.execute("insert into past (family_id) values (10)")
    for statement in ("delete from notes", "truncate notes", "update past set family_id = 20"):
        with pytest.raises(REFUSED):
            web.execute(statement)


def test_reading_and_writing_can_need_different_levels(scratch: Scratch) -> None:
    scratch.owner.execute("create table steps (id bigint, family_id bigint)")
    scratch.do(wall("steps", "summary", write_level="plan", delete=True))
    web = scratch.connect("hub_web")
    with web.transaction():
        opened(web, "summary", 10)
        opened(web, "plan", 10)
        web.execute("insert into steps values (1, 10)")
    with web.transaction():
        opened(web, "summary", 10)
        assert web.execute("select * from steps").rowcount == 1
        assert web.execute("update steps set id = 2").rowcount == 0
        assert web.execute("delete from steps").rowcount == 0


def test_the_owner_sees_no_row_and_the_backup_every_row(web: Connection, scratch: Scratch) -> None:
    assert notes(scratch.owner) == []
    assert notes(scratch.connect("hub_backup")) == ["a", "b", "c"]


def test_a_policy_reads_the_settings_once_a_query(web: Connection) -> None:
    with web.transaction():
        opened(web, "plan", 10)
        plan = "\n".join(row[0] for row in web.execute("explain select * from notes"))
    assert plan.count("->  Result") == 2, plan
    assert "InitPlan" in plan
    assert "current_setting" not in plan.split("InitPlan")[0]


def test_own_rows_are_seen_by_their_practitioner_alone(scratch: Scratch) -> None:
    scratch.owner.execute("create table drafts (id bigint, practitioner_id bigint)")
    scratch.do(own_rows("drafts"))
    web = scratch.connect("hub_web")
    with web.transaction():
        setting(web, "actor_kind", "practitioner")
        setting(web, "actor_id", "5")
        web.execute("insert into drafts values (1, 5)")
    seen = {}
    for kind, number in (("practitioner", "5"), ("practitioner", "6"), ("member", "5")):
        with web.transaction():
            setting(web, "actor_kind", kind)
            setting(web, "actor_id", number)
            seen[kind, number] = web.execute("select * from drafts").rowcount
    assert seen == {("practitioner", "5"): 1, ("practitioner", "6"): 0, ("member", "5"): 0}


def test_a_closed_table_is_reached_through_the_doors_functions_only(scratch: Scratch) -> None:
    scratch.owner.execute("create table lines (id bigint)")
    scratch.do(
        closed("lines", door_writes=True),
        definer(
            "hub.add_line(new bigint, again bigint default 1)",
            "insert into lines values (new) returning id",
            returns="bigint",
            volatility="volatile",
        ),
    )
    web = scratch.connect("hub_web")
    assert web.execute("select hub.add_line(7)").fetchone() == (7,)
    for statement in ("select * from lines", "insert into lines values (8)"):
        with pytest.raises(REFUSED):
            web.execute(statement)
    with pytest.raises(REFUSED):
        scratch.connect("hub_backup").execute("select hub.add_line(9)")


def test_rows_without_a_family_follow_the_list_of_a_function(scratch: Scratch) -> None:
    scratch.owner.execute("create table people (id bigint)")
    scratch.owner.execute("create table members (person_id bigint, family_id bigint)")
    scratch.owner.execute("insert into members values (1, 10), (2, 20)")
    open_ones = "family_id = any (hub.open_families('summary'))"
    body = f"select array_agg(person_id) from members where {open_ones}"
    scratch.do(
        closed("members"),
        definer("hub.people_open() returns bigint[]", body),
        by_function("people", "hub.people_open()"),
    )
    web = scratch.connect("hub_web")
    with pytest.raises(REFUSED):
        web.execute("insert into people values (1)")
    with web.transaction():
        setting(web, "actor_id", "5")
        web.execute("insert into people values (1), (2)")
        opened(web, "summary", 10)
        assert web.execute("select id from people").fetchall() == [(1,)]
    assert web.execute("select id from people").fetchall() == []


def test_a_table_without_the_wall_keeps_its_reason(scratch: Scratch) -> None:
    scratch.owner.execute("create table words (id serial primary key, word text)")
    scratch.do(exempt("words", "the same for everybody; it's public"))
    web = scratch.connect("hub_web")
    web.execute("insert into words (word) values ('x')")
    said = web.execute("select obj_description('words'::regclass)").fetchone()
    assert said == ("no wall: the same for everybody; it's public",)
    with pytest.raises(ValueError, match="says why"):
        exempt("words", " ")


def test_every_kind_of_wall_can_be_taken_down_and_raised_again(scratch: Scratch) -> None:
    scratch.owner.execute(
        "create table t (id serial primary key, family_id bigint, practitioner_id bigint)"
    )
    kinds = [
        wall("t", "plan", held_back=True, delete=True, door_writes=True),
        own_rows("t"),
        closed("t", door_writes=True),
        by_function("t", "hub.held_back()"),
        exempt("t", "a reason"),
    ]
    web = scratch.connect("hub_web")
    for kind in kinds:
        for _ in range(2):
            scratch.do(kind)
            scratch.undo(kind)
        with pytest.raises(REFUSED):
            web.execute("select * from t")
