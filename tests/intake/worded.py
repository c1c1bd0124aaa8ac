"""One family as two people word it, each pair posted by two agencies at once."""

from dataclasses import dataclass
from random import Random
from typing import Any

SURNAMES = (
    "Brackenbury", "Oyelaran", "Thistlewood", "Kowalczyk", "Ramanathan", "Fitzwarren", "Nakagawa",
    "Abercrombie", "Delacroix", "Haverstock", "Mbatha", "Lindqvist", "Petrosyan", "Quintero",
    "Szabados", "Trevelyan", "Uddin", "Vasquez", "Wolstenholme", "Zielinski",
    "Carrington", "Ellingham",
)  # fmt: skip
CHILDREN = (
    ("Elizabeth", "Lizzie"), ("Thomas", "Tommy"), ("Katherine", "Katie"), ("William", "Billy"),
    ("Alexander", "Alex"), ("Margaret", "Maggie"), ("Samuel", "Sam"), ("Rebecca", "Becky"),
    ("Christopher", "Chris"), ("Abigail", "Abby"), ("Benjamin", "Ben"), ("Victoria", "Vicky"),
)  # fmt: skip
MOTHERS = ("Oluwaseun", "Marjorie", "Anneliese", "Philippa", "Sunniva", "Henrietta", "Ingrid")
FATHERS = ("Leopold", "Augustus", "Ferdinand", "Ptolemy", "Barnaby", "Cornelius", "Rafferty")
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
    surname = f"{SURNAMES[number % len(SURNAMES)]}{_ending(number // len(SURNAMES))}"
    child, short = random.choice(CHILDREN)
    mother, father = random.choice(MOTHERS), random.choice(FATHERS)
    day, month, year = random.randint(1, 12), random.randint(1, 12), random.randint(2010, 2023)
    day += day == month
    phone = f"07700 900{number % 1000:03d}"
    how = HOW[number % len(HOW)]
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


def _ending(number: int) -> str:
    """A family name for each family, so that no two pairs are the same one."""
    return ("", "ova", "berg", "man", "etti", "field", "worth", "ssen", "idze", "pour")[number % 10]


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
