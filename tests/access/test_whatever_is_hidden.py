"""Whatever families are hidden, of all others the same is told as if they were not there (S19)."""

import os
import random
from typing import Final

import pytest
from django.db import transaction

from hub.access.lookup.rules import Surely
from hub.access.lookup.searching import Search, look_for
from hub.matching import changes, queries
from hub.matching.rules import Description

WORLDS: Final = range(1500 if os.environ.get("HUB_TEST_SCALE") == "full" else 60)
# Worlds in which a hidden family once changed what was told of another: it pushed it out of the
# first ten, or took its place among those of whom everybody is weighed.
ONCE: Final = (188, 207, 214, 285, 322, 349, 446, 504, 682, 704, 826, 1044)
HIDDEN: Final = 500  # the first number of those that are
GIVEN: Final = (
    "Tamsin", "Tamsyn", "Thomas", "Tom", "Mohammed", "Muhammad", "Fatima", "Fatma", "Rosa", "Rosie",
    "Rosamund", "Aisha", "Ayesha", "Ali", "Jan", "Ian", "John",
)  # fmt: skip
SURNAMES: Final = (
    "Brackenbury", "Brackenberry", "Khan", "Smith", "Smyth", "Ashdown", "Reid", "Ashdown-Reid",
    "Okafor", "Okafur",
)  # fmt: skip
PHONES: Final = ("07700 900100", "07700 900101", "07700 900102", "07700 900103")
POSTCODES: Final = ("ZA4 7QT", "ZA4 7QX", "ZA1 1AA", "")
Told = tuple[dict[int, Surely], dict[int, Surely]]
Family = list[Description]


class TakeBack(Exception):
    """Ends a world."""


def somebody(chance: random.Random, surname: str, postcode: str) -> Description:
    year = chance.choice([2015, 2016, 2017, 1988, 1990])
    born = f"{year}-{chance.randint(1, 3):02}-{chance.randint(1, 4):02}"
    return Description(
        given=chance.choice(GIVEN),
        surname=surname,
        born=chance.choice([born, born, born, str(year), ""]),
        postcode=postcode,
        phones=chance.choice([(), (), (chance.choice(PHONES),)]),
    )


def a_family(chance: random.Random, size: int) -> Family:
    """Of names that everybody here shares, so that they are hard to tell apart."""
    surname, postcode = chance.choice(SURNAMES), chance.choice(POSTCODES)
    own = [surname if chance.random() < 0.8 else chance.choice(SURNAMES) for _ in range(size)]
    return [somebody(chance, name, postcode) for name in own]


def index(families: list[Family], first: int) -> None:
    number = first * 100
    for group, family in enumerate(families, first):
        for one in family:
            number += 1
            changes.keep(number, person=number, group=group, description=one)


def told(search: Search) -> Told:
    """Of which families something is told, and how surely: as found, and by each person alone."""
    groups = {one.family for one in search.found}
    groups |= {hit.group for hits in search.alone for hit in hits}
    hidden = {one for one in groups if HIDDEN <= one < HIDDEN + 100}
    found = {one: sure for one, sure in search.surely(hidden).items() if one not in hidden}
    alone = {one: search.surely_without(one, frozenset(), hidden) for one in found}
    return _some(found), _some(alone)


def _some(sure: dict[int, Surely]) -> dict[int, Surely]:
    return {one: how for one, how in sure.items() if how is not Surely.NO}


def both(seed: int) -> tuple[Told, Told]:
    """What is told in a world without hidden families, and with some."""
    chance = random.Random(seed)
    seen = [a_family(chance, chance.randint(1, 4)) for _ in range(chance.randint(1, 14))]
    sizes = [chance.choice([1, 2, 3, 5, 8, 12]) for _ in range(chance.randint(1, 3))]
    hidden = [a_family(chance, size) for size in sizes]
    whom = chance.choice([*hidden, seen[0]])[: chance.choice([1, 1, 2, 3])]
    asked = [chance.choice([one, one, somebody(chance, one.surname, "")]) for one in whom]
    found: list[Told] = []
    try:
        with transaction.atomic():
            index(seen, 1)
            queries.forget()  # how common names are is counted by the hour, with the hidden ones
            found.append(told(look_for(asked, careful=True)))
            index(hidden, HIDDEN)
            found.append(told(look_for(asked, careful=True)))
            raise TakeBack
    except TakeBack:
        return found[0], found[1]


@pytest.mark.django_db
@pytest.mark.requirement("S19")
def test_of_all_others_the_same_is_told_as_if_they_were_not_there() -> None:
    counted = 0
    for seed in (*WORLDS, *(one for one in ONCE if one not in WORLDS)):
        without, there = both(seed)
        assert there == without, seed
        counted += len(without[0])
    assert counted >= len(WORLDS) // 2
