"""What registrations wait for each other by: few facts, in one order, some of them in common."""

from dataclasses import replace

import pytest

from hub.access.lookup.turns import MOST, facts_typed
from hub.matching.rules import Description

CHILD = Description(given="Katherine", surname="Thistlewood", born="2017-11-02")
MOTHER = Description(given="Marjorie", surname="Thistlewood", phones=("07700 900123",))
FAMILY = [MOTHER, CHILD]


@pytest.mark.parametrize(
    "worded",
    [
        FAMILY,
        [CHILD, MOTHER],
        [replace(CHILD, given="Katie")],
        [replace(CHILD, given="Thistlewood", surname="Katherine")],
        [replace(CHILD, given="Katie", surname="Smith", born="2017-02-11")],
        [replace(CHILD, given="Katie", surname="Smith", born="2017-11-20")],
        [replace(CHILD, given="Katie", surname="Smith", born="2016-11-02")],
        [replace(CHILD, given="Katie", surname="Thisslewood", born="2017-10-02")],
        [replace(CHILD, given="Katie", surname="Smith", born=""), replace(MOTHER, given="Ann")],
    ],
)
def test_however_a_family_is_worded_something_is_in_common(worded: list[Description]) -> None:
    assert set(facts_typed(FAMILY)) & set(facts_typed(worded))


def test_another_family_has_nothing_in_common() -> None:
    other = [Description(given="Ysolde", surname="Quillfeather", born="2011-04-09")]
    assert not set(facts_typed(FAMILY)) & set(facts_typed(other))


def test_they_are_few_and_in_order_and_nothing_typed_gives_none() -> None:
    many = [
        replace(CHILD, given=f"Name{'abcdefgh'[n]}", born=f"20{n + 10}-0{n + 1}-1{n}",
                phones=(f"07700 900{n:03d}",))
        for n in range(8)
    ]  # fmt: skip
    found = facts_typed(many)
    assert found == sorted(set(found))
    assert 0 < len(found) <= MOST
    assert all(-(1 << 31) <= one < 1 << 31 for one in found)
    assert facts_typed([Description()]) == []
