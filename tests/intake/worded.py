"""One family as two people word it, each pair posted by two agencies at once."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from rapidfuzz.distance import OSA

from hub.matching.rules.lists import lines

PHONES = ("0113 496 0", "0161 496 0", "029 2018 0")  # the story has others
HOW = ("as it is", "nickname", "swapped names", "slipped date", "other parent")


@dataclass(frozen=True)
class Pair:
    """What the two post, and how the second words it."""

    how: str
    first: dict[str, Any]
    second: dict[str, Any]
    surname: str


def pairs(count: int, *, wording: int, agencies: list[int], seed: int = 1) -> list[Pair]:
    """So many families, each worded twice for the quick form; every kind of wording in turn."""
    random = Random(seed)
    return [_pair(number, random, wording, agencies) for number in range(count)]


def _pair(number: int, random: Random, wording: int, agencies: list[int]) -> Pair:
    surname, mother, father = (_invented(4 * number + who) for who in range(3))
    how = HOW[number % len(HOW)]
    child, short = _named(number // len(HOW))
    if how != "nickname":
        child = _invented(4 * number + 3)
    day, month, year = _born(number)
    if random.random() < 0.5:
        day, month = month, day
    phone = _phones()[number]
    usual = {"wording": wording, "how": "paper", "agencies": agencies}
    first = usual | _said((mother, surname, "mother", phone), (child, surname), (day, month, year))
    adult, name, date = (mother, surname, "mother", phone), (child, surname), (day, month, year)
    if how == "nickname":
        name = (short, surname)
    elif how == "swapped names":
        name, adult = (surname, child), (surname, mother, "mother", phone)
    elif how == "slipped date":
        date = (month, day, year)
    elif how == "other parent":
        adult = (father, surname, "father+", phone)
    return Pair(how, first, usual | _said(adult, name, date), surname)


def _born(number: int) -> tuple[int, int, int]:
    """A day for each child that is no other's, whichever way round it is typed."""
    years, rest = divmod(number, 21)
    return (1 + rest, 12, 2010 + years) if rest < 11 else (rest - 10, 11, 2010 + years)


def _invented(number: int) -> str:
    """A name of nobody for each number, which hardly ever is like another one."""
    random = Random(f"name {number}")
    sounds = ("bdfgklmnprstvz", "aeiou")
    return "".join(random.choice(sounds[place % 2]) for place in range(9)).title()


@cache
def _nicknames() -> list[tuple[str, str]]:
    """Given names beside one that is used for them, none of them used for any other here."""
    often = Counter(name for names in lines("nicknames") for name in names)
    alone = [[name for name in names if often[name] == 1] for names in lines("nicknames")]
    return [(names[0].title(), names[1].title()) for names in alone if len(names) > 1]


@cache
def _phones() -> list[str]:
    """Numbers kept for drama, none of which is a slip of the keyboard away from another."""
    found: list[str] = []
    for code in (f"{number:03d}" for number in range(1000)):
        if all(OSA.distance(code, other) > 1 for other in found):
            found.append(code)
    return [start + code for start in PHONES for code in found]


def _named(number: int) -> tuple[str, str]:
    return _nicknames()[number]


def _said(
    adult: tuple[str, str, str, str], child: tuple[str, str], born: tuple[int, int, int]
) -> dict[str, Any]:
    said: dict[str, Any] = {
        "people-0-given_names": adult[0],
        "people-0-family_name": adult[1],
        "people-0-relation": adult[2],
        "people-0-contact": adult[3],
        "people-1-given_names": child[0],
        "people-1-family_name": child[1],
    }
    parts = zip(("day", "month", "year"), map(str, born), strict=True)
    return said | {f"people-1-born-{part}": number for part, number in parts}
