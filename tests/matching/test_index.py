"""The index in the real database, as the role of the pages."""

from dataclasses import replace

import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.matching import changes, queries
from hub.matching.queries import Hit, Shown, search
from hub.matching.rules import Description
from tests.matching.people import HOME, KNOWN, at_home

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def known() -> None:
    """The families, in the index for this test."""
    for entry, person, group, who in KNOWN:
        changes.keep(entry, person=person, group=group, description=who)


def first(*asked: Description) -> Hit:
    """The likeliest hit."""
    return search(asked)[0]


@pytest.mark.requirement("2.2")
@pytest.mark.parametrize(("entry", "person", "group", "who"), KNOWN)
def test_everybody_is_found_by_what_is_known_of_them(
    entry: int, person: int, group: int, who: Description
) -> None:
    hit = first(who)

    assert (hit.entry, hit.person, hit.group) == (entry, person, group)
    assert hit.shown is Shown.FAMILY
    assert hit.probability is not None
    assert hit.probability > 0.9


@pytest.mark.requirement("2.2", "2.184")
@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        (Description(given="Blesing", surname="Okonko", born="2017-11-02"), 4),
        (Description(given="Okonkwo", surname="Blessing", born="2017-02-11"), 4),
        (Description(given="Sasha", surname="Brown", born="1990-12-01"), 9),
        (Description(given="Aleksandra", surname="Nowak", born="1990"), 9),
        (Description(given="Ola", surname="Visnievska", postcode="YO2 4EF"), 9),
        (Description(given="Alexandra", surname="Smith", nhs="999 123 4560"), 9),
        (Description(given="Blessing", surname="Eze", postcode="LS6 2AB"), 4),
        (Description(given="Ngozi", surname="Smith", phones=("07700 900321",)), 1),
    ],
    ids=str,
)
def test_somebody_is_found_though_it_is_typed_otherwise(typed: Description, entry: int) -> None:
    assert first(typed).entry == entry


def test_twins_are_told_apart_by_their_names_and_not_guessed_without() -> None:
    assert first(at_home("Daniel", "2014-06-21", "m")).entry == 2
    assert first(at_home("David", "2014-06-21", "m")).entry == 3
    nameless = search([replace(HOME, born="2014-06-21", sex="m")])

    assert {hit.entry for hit in nameless[:2]} == {2, 3}
    assert all((hit.probability or 0) < 0.6 for hit in nameless)
    assert nameless[0].group_probability > 0.95


def test_father_and_son_of_one_name_are_told_apart_by_their_birth_dates() -> None:
    both = Description(given="John", surname="Pemberly", postcode="YO1 7HH")

    assert first(replace(both, born="1958-02-03")).entry == 5
    assert first(replace(both, born="1986")).entry == 6
    assert all((hit.probability or 0) < 0.6 for hit in search([both]))


@pytest.mark.requirement("2.137")
def test_a_brother_who_is_not_there_is_of_the_family_and_nobody_in_it() -> None:
    hits = search([at_home("Emmanuel", "2020-02-14", "m")])

    assert hits[0].group == 11
    assert hits[0].group_probability > 0.9
    assert all((hit.probability or 0) < 0.1 for hit in hits)
    assert hits[0].probability is None


def test_a_namesake_elsewhere_is_not_shown_as_the_family() -> None:
    typed = Description(given="Fatima", surname="Khan", born="2016-06-11", postcode="M1 1AA")

    assert all(hit.shown is not Shown.FAMILY for hit in search([typed]))


def test_a_stranger_finds_nobody_that_is_shown() -> None:
    typed = Description(given="Zebedee", surname="Quill", born="1971-01-30", postcode="EX1 1AA")

    assert all(hit.shown is Shown.NO for hit in search([typed]))
    assert search([Description()]) == []
    assert search([]) == []


@pytest.mark.requirement("2.3")
def test_two_with_the_same_wrong_surname_find_their_family_together() -> None:
    one = Description(given="Daniel", surname="Thompson", born="2014-06-12")
    other = Description(given="Blessing", surname="Thompson", born="2017-02-11")
    hits = search([one, other])

    assert {hit.group for hit in hits if hit.group_probability > 0.5} == {11}
    assert first(one, other).group_probability > first(one).group_probability
    assert {(hit.asked, hit.entry) for hit in hits if (hit.probability or 0) > 0.5} == {
        (0, 2),
        (1, 4),
    }


def test_a_hit_says_what_agrees() -> None:
    hit = first(Description(given="Sasha", surname="Brown", born="1990-12-01"))

    assert hit.agrees == (
        "same birth date",
        "given name is another form of it",
        "part of the surname is the same",
    )


def test_hits_are_limited_for_each_who_is_asked_for() -> None:
    hits = search([HOME, HOME], limit=2)

    assert [hit.asked for hit in hits] == [0, 0, 1, 1]


def test_an_entry_kept_again_is_found_as_it_is_now_and_not_as_it_was() -> None:
    before = Description(given="Zoltan", surname="Farkas", born="1979-10-10")
    after = Description(given="Ottoline", surname="Grimshaw", born="2003-07-08")
    changes.keep(20, person=120, group=30, description=before)
    changes.keep(20, person=121, group=31, description=after)

    assert 20 not in {hit.entry for hit in search([before])}
    assert (first(after).entry, first(after).person, first(after).group) == (20, 121, 31)
    changes.keep(20, person=121, group=31, description=after)
    assert [hit.entry for hit in search([after])].count(20) == 1


def test_a_dropped_entry_is_not_found() -> None:
    changes.drop([5, 6, 999])

    assert {hit.entry for hit in search([KNOWN[4][3]])} & {5, 6} == set()
    assert first(KNOWN[0][3]).entry == 1


def test_common_names_are_counted_and_say_less() -> None:
    smith = Description(given="Verity", surname="Smith", born="1970")
    rare = replace(smith, surname="Fotheringay")
    changes.keep(40, person=140, group=40, description=smith)
    changes.keep(41, person=141, group=41, description=rare)
    for number in range(50, 70):
        typed = Description(given=f"Name{number}", surname="Smith", born="1950")
        changes.keep(number, person=number, group=number, description=typed)
    changes.count()
    queries.forget()

    assert (first(rare).probability or 0) > (first(smith).probability or 0)


@pytest.mark.requirement("S19")
@pytest.mark.parametrize("table", ["matching_entry", "matching_key", "matching_frequency"])
def test_pages_cannot_read_or_change_the_index(table: str) -> None:
    for statement in (f"select * from {table}", f"delete from {table}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_what_is_hostile_does_no_harm() -> None:
    hostile = "\0'; drop table matching_entry; -- \u202e\ud83d\ude00".encode(
        "utf-16", "surrogatepass"
    )
    text = hostile.decode("utf-16")
    typed = Description(given=text, surname=text * 50, born=text, postcode=text, phones=(text,))
    changes.keep(30, person=130, group=32, description=typed)

    assert search([typed])
    assert first(KNOWN[0][3]).entry == 1


ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(max_examples=30, deadline=None)
@given(st.builds(Description, given=ANY, surname=ANY, born=ANY, address=ANY, postcode=ANY))
def test_a_probability_is_one_whatever_is_typed(typed: Description) -> None:
    for hit in search([typed, KNOWN[2][3]]):
        assert 0 <= (hit.probability or 0) <= 1
        assert 0 <= hit.group_probability <= 1


@pytest.mark.parametrize("taken", ["born", "given", "surname", "postcode", "sex", "phones"])
def test_without_what_agrees_nobody_is_surer(taken: str) -> None:
    whole = at_home("Blessing", "2017-11-02", "f")
    empty: dict[str, tuple[str, ...] | str] = {taken: () if taken == "phones" else ""}
    hits = {hit.entry: hit.probability or 0 for hit in search([replace(whole, **empty)])}  # type: ignore[arg-type]

    assert hits[4] <= (first(whole).probability or 0) + 1e-9
