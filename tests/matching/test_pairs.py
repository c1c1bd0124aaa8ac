"""Probable duplicates as the review keeps them and others read them."""

from dataclasses import replace

import pytest
from django.db import ProgrammingError, connection, transaction

from hub.matching import changes
from hub.matching.batch.queries import Pair, agrees, duplicates
from hub.matching.batch.review import portion, review
from hub.matching.rules import Description
from tests.matching.people import HOME, KNOWN, at_home

pytestmark = pytest.mark.django_db


def waiting() -> dict[int, int]:
    """The entries that wait, with their marks."""
    with connection.cursor() as cursor:
        cursor.execute("select entry, mark from hub.matching_waiting(1000)")
        return dict(cursor.fetchall())


@pytest.fixture(autouse=True)
def known() -> None:
    """The families, in the index for this test, and looked at; without those whom the story has in
    two files."""
    told = duplicates(above=0.0, limit=50)
    changes.drop([entry for pair in told for entry in (pair.left_entry, pair.right_entry)])
    for entry, person, group, who in KNOWN:
        changes.keep(entry, person=person, group=group, description=who)
    review(pause=0)


def keep(entry: int, group: int, who: Description, *, person: int = 0) -> None:
    """An entry of a person of its own."""
    changes.keep(entry, person=person or 100 + entry, group=group, description=who)


BLESSING = at_home("Blesing", "2017-11-02", "f")


def found(above: float = 0.5) -> list[tuple[int, int]]:
    """The entries of the pairs after another review."""
    review(pause=0)
    return [(pair.left_entry, pair.right_entry) for pair in duplicates(above=above, limit=50)]


@pytest.mark.requirement("2.6")
def test_somebody_whom_two_files_describe_is_found_once_and_nobody_else_of_the_family() -> None:
    assert found() == []
    keep(20, 30, BLESSING)

    assert found() == [(4, 20)]
    pair = duplicates(above=0.5, limit=1)[0]
    assert (pair.left_person, pair.right_person) == (104, 120)
    assert (pair.left_group, pair.right_group) == (11, 30)


@pytest.mark.requirement("2.6")
def test_twins_brothers_sisters_father_and_son_and_namesakes_are_no_pairs() -> None:
    keep(20, 30, at_home("Emmanuel", "2014-06-21", "m"))  # a third twin
    keep(21, 31, at_home("Grace", "2019-01-30", "f"))
    keep(22, 32, replace(KNOWN[4][3], born="2011-05-20"))
    keep(23, 33, Description(given="Fatima", surname="Khan", born="2016-06-11", postcode="M1 1AA"))

    assert found() == []


def test_one_person_in_two_families_is_no_pair() -> None:
    keep(20, 30, BLESSING, person=104)

    assert found() == []


def test_what_agrees_and_what_does_not_is_said_in_words() -> None:
    keep(20, 30, replace(BLESSING, phones=("07700 900888",)))
    found()
    yes, no = agrees(duplicates(above=0.5, limit=1)[0])

    assert yes[:2] == ("same birth date", "given name sounds or looks alike")
    assert no == ("telephone numbers differ",)
    changes.drop([20])
    gone = Pair(4, 20, 104, 120, 11, 30, 0.9, None)  # type: ignore[arg-type]
    assert agrees(gone) == ((), ())


def test_pairs_go_with_an_entry_and_are_looked_at_again_when_it_changes() -> None:
    keep(20, 30, BLESSING)
    assert found() == [(4, 20)]
    at = duplicates(above=0.5, limit=1)[0].found_at
    keep(20, 30, replace(BLESSING, given="Blessing"))
    assert found() == [(4, 20)]
    assert duplicates(above=0.5, limit=1)[0].found_at == at
    keep(20, 30, Description(given="Ottoline", surname="Grimshaw", born="2003-07-08"))
    assert found() == []
    keep(20, 30, BLESSING)
    assert found() == [(4, 20)]
    changes.drop([4])
    assert duplicates(above=0.5, limit=9) == []


def test_only_what_changed_waits() -> None:
    assert waiting() == {}
    keep(1, 11, KNOWN[0][3])
    assert waiting() == {}
    keep(1, 11, replace(KNOWN[0][3], given="Ngozika"))
    assert set(waiting()) == {1}
    changes.drop([1])
    assert waiting() == {}


def test_pairs_are_read_in_portions_without_one_twice_or_left_out() -> None:
    for number in range(20, 25):
        keep(number, number, BLESSING)
    every = found()
    portions: list[tuple[int, int]] = []
    after = None
    while some := duplicates(above=0.5, limit=4, after=after):
        portions += [(pair.left_entry, pair.right_entry) for pair in some]
        after = some[-1]

    assert len(every) == 15
    assert portions == every


@pytest.mark.requirement("S19")
@pytest.mark.parametrize("table", ["matching_pair", "matching_waiting"])
def test_pages_cannot_read_or_change_what_was_found(table: str) -> None:
    for statement in (f"select * from {table}", f"delete from {table}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_the_family_around_somebody_speaks_for_them() -> None:
    alone = Description(given="Daniel", surname="Eze", born="2014", town="Farley")
    keep(20, 30, alone)
    review(pause=0)
    before = {(p.left_entry, p.right_entry): p.probability for p in duplicates(above=0.0, limit=9)}
    keep(21, 30, replace(HOME, given="Blessing", born="2017-11-02", address="", postcode=""))
    keep(22, 30, Description(given="Ngozi", surname="Eze", born="1985-03-09"))
    review(pause=0)
    after = {(p.left_entry, p.right_entry): p.probability for p in duplicates(above=0.0, limit=9)}

    assert after[2, 20] > max(before.get((2, 20), 0.0), 0.5)


def test_a_review_that_was_cut_off_goes_on_where_it_was() -> None:
    for number in range(20, 26):
        keep(number, number, replace(BLESSING, given=f"Name{number}"))
    before = set(waiting())
    assert before == set(range(20, 26))
    assert portion(2) == 2
    assert len(waiting()) == 4
    assert review(pause=0, longest_s=0) == 0
    assert len(waiting()) == 4
    assert review(pause=0) == 4
    assert waiting() == {}


def test_who_changes_while_being_looked_at_waits_on() -> None:
    keep(20, 30, BLESSING)
    seen = waiting()
    keep(20, 30, replace(BLESSING, given="Ottoline"))
    with connection.cursor() as cursor:
        cursor.execute(
            "select hub.matching_reviewed(%s::bigint[], %s::bigint[], '{4}', '{20}', '{0.9}')",
            [list(seen), list(seen.values())],
        )

    assert set(waiting()) == {20}
    changes.drop([20])
    with connection.cursor() as cursor:
        cursor.execute("select hub.matching_reviewed('{20}', '{0}', '{4}', '{20}', '{0.9}')")
    assert duplicates(above=0.0, limit=99) == []
