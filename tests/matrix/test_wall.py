"""The matrix of tables: with the application's own filters off, the wall alone leaks nothing."""

import pytest
from django.db import connection

from hub.access import door, opening
from hub.kernel import clock
from hub.kernel.files import Level, NotInYourFiles
from hub.story.families import FAMILIES
from tests.cast import Cast, everybody
from tests.matrix.rows import LEVELS, Everything, Table, tables

TABLES = tables()
KEYS = [told.key for told in FAMILIES]
pytestmark = pytest.mark.django_db


def read(table: Table) -> set[int]:
    """Every row of a table that the database itself shows now: no filter of ours at all."""
    with connection.cursor() as cursor:
        cursor.execute(f'select "{table.key}" from "{table.name}"')
        return {row[0] for row in cursor.fetchall()}


def test_the_tables_of_the_matrix_are_all_there() -> None:
    assert len(TABLES) >= 34
    assert {"plans_action", "plans_actionhistoryrow", "families_person"} <= {t.name for t in TABLES}


@pytest.mark.requirement("2.72", "S2", "S19")
@pytest.mark.parametrize("who", everybody())
def test_the_wall_shows_each_of_the_cast_just_what_the_story_says(
    who: str, cast: Cast, everything: Everything
) -> None:
    actor = cast.actor(who)
    cells = 0
    for key in KEYS:
        family = cast.family(key)
        level = LEVELS[family.seen_by.get(who, "nothing")]
        held = everything.held_from(actor.id, actor.agency or 0, family.id)
        opening.begin(actor)
        try:
            file = door.open_file(actor, family.reference, "family", now=clock.now())
            assert file.level == level, f"{who} x {key}: {file.level.word}"
        except NotInYourFiles:
            assert level is Level.NOTHING, f"{who} x {key} was refused"
        for table in TABLES:
            expected = everything.visible(
                table, level=level, family=family.id, held=held, who=actor.id
            )
            assert read(table) == expected, f"{who} x {key} x {table.name}"
            cells += 1
    assert cells == len(KEYS) * len(TABLES)


@pytest.mark.parametrize("who", everybody())
def test_with_nothing_open_there_is_nothing(who: str, cast: Cast) -> None:
    opening.begin(cast.actor(who))

    assert {table.name: rows for table in TABLES if (rows := read(table))} == {}


@pytest.mark.requirement("S2", "S21")
def test_a_child_in_two_families_hidden_from_each_other_tells_neither_of_the_other(
    cast: Cast, everything: Everything
) -> None:
    mother, father = cast.family("brennan"), cast.family("murray")
    shared = {p for _, p in everything.members[mother.id]} & {
        p for _, p in everything.members[father.id]
    }
    assert len(shared) == 1
    for who, mine, other in (("lena", mother, father), ("amina", father, mother)):
        opening.begin(cast.actor(who))
        door.open_file(cast.actor(who), mine.reference, "family", now=clock.now())

        for table in TABLES:
            theirs = everything.visible(table, level=Level.RECORD, family=other.id, held=set())
            leaked = read(table) & theirs
            assert leaked <= shared, f"{who} sees {table.name} of the other family"


@pytest.mark.requirement("2.81", "S14")
def test_the_story_holds_something_back_so_that_the_matrix_proves_it(
    cast: Cast, everything: Everything
) -> None:
    grace, ben, kit = (cast.actor(who) for who in ("grace", "ben", "kit"))
    okafor, nguyen = cast.family("okafor").id, cast.family("nguyen").id

    assert everything.held_from(grace.id, grace.agency or 0, okafor)
    assert everything.held_from(ben.id, ben.agency or 0, okafor)
    assert everything.held_from(kit.id, kit.agency or 0, nguyen)
