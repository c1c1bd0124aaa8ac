"""The matrix of tables for members: with the application's filters off, the wall alone decides."""

import pytest
from django.db import connection

from hub.access import door, opening
from hub.kernel import clock
from hub.kernel.files import ActorKind, Level, NotInYourFiles
from hub.story.families import FAMILIES
from tests.cast import Cast
from tests.inside.looking import inside, person_in, rows_let_through
from tests.inside.oracle import Seeing
from tests.matrix.rows import Everything

pytestmark = pytest.mark.django_db
KEYS = [told.key for told in FAMILIES]


@pytest.mark.requirement("S2", "S3", "S4", "S5", "S6", "S14", "S15")
@pytest.mark.parametrize("key", KEYS)
def test_each_member_reads_just_the_rows_that_the_rules_give_them(
    key: str, cast: Cast, everything: Everything
) -> None:
    family = cast.family(key)
    for _, person in sorted(everything.members[family.id]):
        seeing = Seeing(everything, family.id, person, clock.today())
        if seeing.level() is Level.NOTHING:
            with pytest.raises(NotInYourFiles), inside(family.reference, person):
                pass
            continue
        with inside(family.reference, person) as file:
            assert file.level is seeing.level()
            assert (file.writes, file.actor.kind) == (False, ActorKind.MEMBER)
            for table, found in rows_let_through().items():
                assert found == seeing.rows(table), f"{key} {person} {table}"


@pytest.mark.requirement("S19")
def test_nobody_sees_a_family_that_they_are_not_in(cast: Cast) -> None:
    nadia = person_in(cast.family("rahman"), "Nadia")
    for reference in (cast.family("okafor").reference, "FH-ZZZZZZZZ"):
        with pytest.raises(NotInYourFiles), inside(reference, nadia):
            pass


def test_a_member_with_nothing_open_sees_nothing(cast: Cast) -> None:
    opening.begin(door.member_actor(person_in(cast.family("rahman"), "Nadia")))

    assert {table: rows for table, rows in rows_let_through().items() if rows} == {}


def test_a_member_writes_nothing_whatever_is_open(cast: Cast) -> None:
    family = cast.family("rahman")
    with inside(family.reference, person_in(family, "Nadia")), connection.cursor() as cursor:
        for table in ("plans_goal", "families_contact", "families_person"):
            cursor.execute(f'update "{table}" set version = version + 1')
            assert cursor.rowcount == 0, table


@pytest.mark.requirement("S14", "S30")
def test_what_leads_ask_of_the_journal_answers_no_member(cast: Cast) -> None:
    family = cast.family("rahman")
    with inside(family.reference, person_in(family, "Nadia")), connection.cursor() as cursor:
        cursor.execute("select * from hub.journal_of_family(%s, 0, 50)", [family.id])
        assert cursor.fetchall() == []
        cursor.execute("select * from hub.looks_by_person(%s, now() - '90 days'::interval)",
                       [family.id])  # fmt: skip
        assert cursor.fetchall() == []


@pytest.mark.parametrize("function", ["inside_viewer(%(o)s, %(r)s, now())",
                                      "inside_rows(%(o)s, %(f)s, now())"])  # fmt: skip
def test_a_member_cannot_ask_what_another_sees(function: str, cast: Cast) -> None:
    family = cast.family("rahman")
    opening.begin(door.member_actor(person_in(family, "Karim")))
    other = person_in(family, "Nadia")
    with connection.cursor() as cursor:
        cursor.execute(f"select * from hub.{function}",
                       {"o": other, "r": family.reference, "f": family.id})  # fmt: skip
        assert cursor.fetchall() == []
