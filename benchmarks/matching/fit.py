"""How well somebody fits what was asked, as a careful reader with all records before them says.

Knows nothing of the search: it is there to drop queries that two people answer equally.
"""

from functools import lru_cache

from rapidfuzz.distance import OSA, JaroWinkler

from benchmarks.matching.asked import Asked
from benchmarks.matching.errors.kinds import plain
from benchmarks.matching.names.letters import is_latin, to_latin
from benchmarks.matching.names.same import SHORT, SPELLINGS
from benchmarks.matching.people import Person


def fit(asked: Asked, person: Person) -> float:
    """Points for what agrees, less for what contradicts; what is missing says nothing."""
    return (
        _names(asked, person)
        + _dob(asked.dob, person.dob)
        + _same(digits(asked.phone), digits(person.phone), 3, -0.5)
        + _same(asked.nhs, person.nhs, 12, -4)
        + _place(asked, person)
        + _same(asked.sex, "female" if person.female else "male", 0.5, -2.5)
    )


def _names(asked: Asked, person: Person) -> float:
    theirs = person.given, person.middle, person.known_as
    given = max(_near(asked.given, name) for name in theirs)
    if given < 3:
        given = max(given, *(_near(word, person.given) for word in asked.given.split(" ")))
    last = person.surname, person.prev_surname, person.partners_surname
    surname = max(
        _near(asked.surname, last[0]), _near(asked.surname, last[1]) - 0.7,
        _near(asked.surname, last[2]) - 1.5,
        *(_near(asked.surname, part) - 0.7 for part in _parts(last[0])),
    )  # fmt: skip
    straight = given + surname + _middle(asked.middle, person.middle)
    crossed = _near(asked.given, person.surname) + _near(asked.surname, person.given) - 0.7
    return max(straight, crossed)


def _middle(asked: str, theirs: str) -> float:
    if not asked or not theirs:
        return 0.0
    return 1.0 if _near(asked, theirs) > 2 else -1.0


def _parts(surname: str) -> list[str]:
    return [word for word in surname.replace("-", " ").split(" ") if len(word) > 2]


@lru_cache(maxsize=400_000)
def _near(one: str, other: str) -> float:
    """Four for the same name, about three for one that sounds or is meant like it."""
    if not one or not other:
        return 0.0 if one == other else -1.0
    if one == other:
        return 4.0
    a, b = bare(one), bare(other)
    if a == b:
        return 3.8
    if (
        other in SPELLINGS.get(one, ())
        or other in SHORT.get(one, ())
        or one in SHORT.get(other, ())
    ):
        return 3.2
    if len(a) == 1 or len(b) == 1:
        return 1.5 if a[:1] == b[:1] else -4.0
    if OSA.distance(a, b) <= (1 if min(len(a), len(b)) < 6 else 2):
        return 3.0
    likeness = JaroWinkler.similarity(a, b)
    return 2.0 if likeness > 0.87 else 0.0 if likeness > 0.8 else -4.0


@lru_cache(maxsize=100_000)
def bare(name: str) -> str:
    """A name in our letters, without case, marks, blanks and hyphens."""
    name = name if is_latin(name) else to_latin(name)
    return "".join(c for c in plain(name).casefold() if c.isalpha())


def _dob(asked: str, theirs: str) -> float:
    if not asked or not theirs:
        return 0.0
    if asked == theirs:
        return 6.0 if len(asked) == 10 else 2.0
    if len(asked) == 4 or len(theirs) == 4 or asked.endswith("-01-01"):
        apart = abs(int(asked[:4]) - int(theirs[:4]))
        return 1.8 if not apart else 0.5 if apart == 1 else -4.0
    if asked[:4] == theirs[:4] and (asked[5:7], asked[8:]) == (theirs[8:], theirs[5:7]):
        return 4.0
    if asked[5:] == theirs[5:]:
        return 3.5
    return 3.5 if OSA.distance(asked, theirs) == 1 else -4.0


def _place(asked: Asked, person: Person) -> float:
    if asked.postcode and asked.postcode == person.postcode:
        same_home = asked.address and asked.address == person.address
        return 4.0 if same_home else 3.0
    if asked.postcode and asked.postcode == person.prev_postcode:
        return 2.0
    if asked.address and asked.address == person.address:
        return 2.5
    near = asked.postcode and OSA.distance(asked.postcode, person.postcode) == 1
    town = asked.town and asked.town == person.town
    return 1.5 if near else 0.5 if town else -0.5 if asked.postcode or asked.town else 0.0


def _same(asked: str, theirs: str, yes: float, no: float) -> float:
    return 0.0 if not asked or not theirs else yes if asked == theirs else no


def digits(number: str) -> str:
    """The last nine digits of a telephone number."""
    return "".join(c for c in number if c.isdigit())[-9:]
