"""How surely a family is found is the same whether a hidden one is there or not (S19)."""

import re
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from hub.access.lookup.rules import Surely
from hub.access.lookup.searching import Candidate, Search, look_for
from hub.matching import changes, queries
from hub.matching.rules import Description
from tests.databases import Fresh

CHILD = Description(
    given="Tamsin", surname="Brackenbury", born="2017-11-02", postcode="ZA4 7QT",
    address="14 Mill Lane", phones=("07700 900123",), nhs="999 123 4560",
)  # fmt: skip
MOTHER = replace(CHILD, given="Rosamund", born="1985-05-04", nhs="999 123 4579")
# Somebody who may be her; and two who are somebody else, and are hardly told from nobody.
NEAR = Description(given="Tamsyn", surname="Brackenbury", born="2017", phones=("07700 900987",))
OTHER = Description(given="Tamsyn", surname="Brook", born="2017-11-12", postcode="ZA9 1AA")
NEARER = Description(given="Tamara", surname="Brook", born="2017-11-02", postcode="ZA4 7RT")


@pytest.mark.django_db
@pytest.mark.requirement("S19")
@pytest.mark.parametrize(
    ("asked", "other"), [([CHILD], OTHER), ([CHILD, MOTHER], NEARER)], ids=["child", "both"]
)
def test_a_hidden_family_that_is_surely_found_makes_no_other_any_surer(
    asked: list[Description], other: Description
) -> None:
    changes.keep(3, person=3, group=30, description=other)
    before = look_for(asked, careful=True)
    changes.keep(1, person=1, group=10, description=CHILD)
    changes.keep(2, person=2, group=10, description=MOTHER)
    after = look_for(asked, careful=True)

    assert before.surely(())[30] is Surely.NO
    assert after.surely(())[10] is Surely.FAMILY
    assert after.surely({10})[30] is Surely.NO
    alone = before.surely_without(30, frozenset(), ())
    assert after.surely_without(30, frozenset(), {10}) is alone is not Surely.FAMILY


@pytest.mark.django_db
@pytest.mark.requirement("S19")
@pytest.mark.parametrize("asked", [[CHILD], [CHILD, MOTHER]], ids=["child", "both"])
def test_a_large_hidden_family_pushes_no_other_out_of_what_was_found(
    asked: list[Description],
) -> None:
    changes.keep(1, person=1, group=30, description=NEAR)
    assert look_for(asked, careful=True).surely(())[30] is not Surely.NO
    for number in range(14):
        one = replace(CHILD, given=f"Tamsin{'abcdefghijklmn'[number]}", nhs="")
        changes.keep(2 + number, person=2 + number, group=10, description=one)
    after = look_for(asked, careful=True)

    assert after.surely({10})[30] is not Surely.NO
    # And whoever of it is kept from somebody is among those by whom it was found (2.81).
    (hidden,) = (one for one in after.found if one.family == 10)
    assert hidden.entries == frozenset(range(2, 16))
    assert any(hit.group == 30 for hit in after.alone[0])


@pytest.mark.requirement("S19")
@given(
    st.lists(st.floats(-60, 60), min_size=1, max_size=12), st.floats(-60, 200), st.floats(0, 5)
)  # fmt: skip
def test_whatever_a_hidden_family_weighs_the_others_are_as_sure_as_without_it(
    bits: list[float], hidden: float, rest: float
) -> None:
    others = [Candidate(number, frozenset(), 2.0**one) for number, one in enumerate(bits)]
    there = Search((*others, Candidate(99, frozenset(), 2.0**hidden)), rest=rest)
    without = Search(tuple(others), rest=rest)

    found = there.surely({99})
    assert {one: sure for one, sure in found.items() if one != 99} == without.surely(())


@pytest.mark.requirement("S19")
def test_as_many_families_are_weighed_whatever_is_found(fresh_database: Fresh) -> None:
    for number in range(1, 40):
        who = Description(
            given=f"Wil{number}fred", surname=f"Dunstan{number}", born=f"{1950 + number}"
        )
        if number < 6:  # likely, each of them
            who = replace(CHILD, given=f"Tamsin{number}", surname=f"Brackenbury{number}", nhs="")
        changes.keep(number, person=number, group=number, description=who)
    queries.forget()
    some = queries.drawn()
    nobody = Description(given="Xavier", surname="Quillfeather", born="2001-01-01")
    with CaptureQueriesContext(connection) as asked:
        assert look_for([nobody], careful=True).found == ()
        look_for([replace(CHILD, given="Tamsin3", surname="Brackenbury3")], careful=True)
    weighed = [
        len(found[0].split(","))
        for one in asked.captured_queries
        if (found := re.findall(r"matching_homes\('\{(.*?)\}", one["sql"]))
    ]
    assert len(some) >= queries.FAMILIES
    assert len(weighed) == 3  # nobody was typed with a place
    assert set(weighed) == {queries.FAMILIES}
