"""Whoever describes a person with a slip still looks under a key that the entry has."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.matching.rules import Description
from hub.matching.rules.keys import asked_keys, entry_keys
from hub.matching.rules.known import ready

KNOWN = Description(
    given="Katarzyna",
    middle="Maria",
    surname="Wiśniewska-Brown",
    known_as="Kasia",
    former_surnames=("Nowak",),
    sex="f",
    born="1988-05-11",
    address="Flat 2, 14 Mill Lane",
    town="Marsh End",
    postcode="LS6 2AB",
    former_postcodes=("LS9 7TY",),
    phones=("07700 900123",),
    nhs="999 123 4560",
)
NAME = Description(given="Katarzyna", surname="Wiśniewska")
TEXT = st.text(max_size=30)


def shared(asked: Description, known: Description = KNOWN) -> int:
    """How many keys a search for `asked` shares with the entry."""
    return len(set(asked_keys(ready(asked))) & set(entry_keys(ready(known))))


@pytest.mark.parametrize(
    "typed",
    [
        {"born": "1988-11-05"},  # swapped
        {"born": "1988-05-17"},
        {"born": "1988-08-11"},
        {"born": "1989-05-11"},
        {"born": "1988-05"},
        {"given": "Brown", "surname": "Kasia", "born": "1988-05-11"},  # in each other's place
        {"given": "K", "born": "1988-05-11"},
        {"given": "Kate", "town": "Marsh End"},
        {"given": "Katazyna", "surname": "Visnievska", "born": "1988-05-11"},
        {"surname": "Nowak", "born": "1988"},
        {"surname": "Smith", "postcode": "LS6 2AB"},
        {"surname": "Smith", "postcode": "LS6 2XY"},
        {"given": "Maria", "born": "1988-05-11"},
        {"surname": "Wisniewski"},
        {"given": "Xx", "surname": "Yy", "phones": ("+44 7700 900123",)},
        {"given": "Xx", "surname": "Yy", "address": "14 Mill Ln"},
        {"given": "Xx", "surname": "Yy", "nhs": "9991234560"},
        {"given": "Xx", "surname": "Yy", "nhs": "9991234569"},
        {"given": "Kasia", "surname": "Yy", "postcode": "LS97TY"},
        {"given": "Kristina", "surname": "Wisnievski", "born": "1988-05-19"},
    ],
    ids=str,
)
def test_a_slip_still_shares_a_key(typed: dict[str, Any]) -> None:
    assert shared(replace(NAME, **typed)) > 0


def test_somebody_else_shares_none() -> None:
    other = Description(given="Ahmed", surname="Khan", born="2001-01-02", postcode="M1 1AA")

    assert shared(other) == 0


@given(st.dates().map(str), st.integers(0, 2), st.integers(0, 40))
def test_any_one_part_of_a_birth_date_may_be_wrong(born: str, part: int, wrong: int) -> None:
    typed = born.split("-")
    typed[part] = (str(1900 + wrong), f"{wrong % 12 + 1:02}", f"{wrong % 28 + 1:02}")[part]
    only_given = Description(given="Katarzyna", surname="Smith", born="-".join(typed))

    assert shared(replace(only_given, born=""), replace(KNOWN, born=born)) == 0
    assert shared(only_given, replace(KNOWN, born=born)) > 0


@given(st.builds(Description, given=TEXT, surname=TEXT, born=TEXT, postcode=TEXT, address=TEXT))
def test_an_entry_is_found_by_all_its_own_keys(typed: Description) -> None:
    keys = set(entry_keys(ready(typed)))

    assert keys <= set(asked_keys(ready(typed)))
    assert all(-(2**31) <= key < 2**31 for key in keys)


@given(st.permutations(["Amina", "Fatima", "Khan"]))
def test_the_order_of_names_does_not_matter(names: list[str]) -> None:
    known = Description(given="Amina Fatima", surname="Khan", born="2010-02-03")
    typed = Description(given=" ".join(names[:2]), surname=names[2], born="2010-02-03")

    assert shared(typed, known) >= 8


def test_an_entry_has_about_forty_keys() -> None:
    plain = Description(
        given="Amina", surname="Khan", born="2010-02-03", address="3 High Street",
        town="Marsh End", postcode="LS6 2AB", phones=("07700 900123",),
    )  # fmt: skip

    assert 20 <= len(entry_keys(ready(plain))) <= 45
    assert len(entry_keys(ready(KNOWN))) <= 130


def test_nothing_typed_has_no_key() -> None:
    assert asked_keys(ready(Description())) == []
