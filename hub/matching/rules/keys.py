"""Keys: what two descriptions of one person probably share.

Every key is a number of 32 bits made of a kind and values. Nearly all join two facts, so that few
people share one. An entry has about 30; a search asks for those of every reading of what was
typed: birth dates that slip easily are its part, so that they make no entry larger. Two facts that
happen to give one number cost a search half a candidate at a million people.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from zlib import crc32

from hub.matching.rules.dates import Born, slips, swapped
from hub.matching.rules.known import Known, given_sounds, surname_sounds
from hub.matching.rules.places import sector
from hub.matching.rules.sounds import sound

_HALF: Final = 1 << 31


def entry_keys(person: Known) -> list[int]:
    """The keys an entry is found by, each once."""
    return [number - _HALF for number in set(_keys(person, asked=False))]


def asked_keys(person: Known) -> list[int]:
    """The keys to look under for somebody described so: the entry's own, and slips of the date."""
    return [number - _HALF for number in set(_keys(person, asked=True))]


def _keys(person: Known, *, asked: bool) -> list[int]:
    given, family = given_sounds(person), surname_sounds(person)
    date, code, town = person.born, person.postcode, person.town
    pairs = _pairs(given, family, (person.given[1:] + person.middle)[:2])
    found = _each([*_dates(date, town, asked), *_places(person)], _bytes(given + family))
    found += _each(["g", f"k{date.year}"] if date.year else ["g"], pairs)
    if town:
        found += _each([f"s{town}"], _bytes(family[:1]))
    if date.day and person.given and person.surname:
        found += _each(_parts(date), _initials(person.given[0][0], person.surname[0][0]))
    whole = [*_alone(person), *(f"f{number}" for number in person.phones)]
    if date.day:
        days = [date, other] if asked and (other := swapped(date)).year else [date]
        whole += [f"a{_whole(date)}"]
        whole += [f"e{sector(code)}|{_whole(day)}" for day in days] if code else []
    if person.nhs:
        whole += [f"n{person.nhs}", f"m{person.nhs[:6]}", f"l{person.nhs[4:]}"]
    found += [crc32(text.encode()) for text in whole]
    return found


def _each(kinds: Iterable[str], tokens: Iterable[bytes]) -> list[int]:
    """A key for each kind with its value, and each token."""
    return [crc32(token, start) for start in map(_start, kinds) for token in tokens]


@lru_cache(maxsize=50_000)
def _start(text: str) -> int:
    return crc32(text.encode())


@lru_cache(maxsize=100_000)
def _bytes(tokens: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(f"|{token}".encode() for token in tokens))


def _dates(date: Born, town: str, asked: bool) -> list[str]:
    """The dates that go with each of the names."""
    if not date.year:
        return []
    found = [f"y{date.year}{town}"] if town else []
    if date.month:
        found.append(f"b{date.year}.{date.month}")
    if date.day:
        found += (f"c{_whole(date)}", f"d{date.month}.{date.day}")
        if asked:
            found += [f"c{_whole(slip)}" for slip in slips(date)]
    return found


@lru_cache(maxsize=50_000)
def _parts(date: Born) -> tuple[str, ...]:
    """Two parts of a whole date, for initials."""
    return (
        f"w{date.year}.{date.month}", f"x{date.month}.{date.day}", f"z{date.year}..{date.day}"
    )  # fmt: skip


def _places(person: Known) -> list[str]:
    """The places that go with each of the names."""
    codes = (person.postcode, *person.former_postcodes)[:3]
    found = [f"p{code}" for code in codes if code]
    if person.postcode:
        found.append(f"o{sector(person.postcode)}")
    return found


def _alone(person: Known) -> list[str]:
    """A home, whoever lives there."""
    place = person.address
    found = []
    if place.number and place.sounds:
        found.append(f"h{place.number}|{place.sounds}")
    if place.number and person.postcode:
        found.append(f"i{place.number}|{person.postcode}")
    return found


@lru_cache(maxsize=1000)
def _initials(one: str, other: str) -> tuple[bytes, ...]:
    """Both in one order, since the names may stand in each other's place."""
    return ((one + other if one <= other else other + one).encode(),)


@lru_cache(maxsize=50_000)
def _whole(date: Born) -> str:
    return f"{date.year}.{date.month}.{date.day}"


@lru_cache(maxsize=50_000)
def _pairs(
    given: tuple[str, ...], family: tuple[str, ...], more: tuple[str, ...]
) -> tuple[bytes, ...]:
    """A given and a family name together, in one order: they may stand in each other's place."""
    pairs = [_pair(one, other) for one in given[:4] for other in family[:4]]
    pairs += [_pair(one, sound(other)) for one in given[:1] for other in more]
    return tuple(dict.fromkeys(pairs))


def _pair(one: str, other: str) -> bytes:
    return (f"|{one}+{other}" if one <= other else f"|{other}+{one}").encode()
