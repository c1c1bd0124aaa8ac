"""Keys: what two descriptions of one person probably share.

Every key is a number of 32 bits made of a kind and values. Nearly all join two facts, so that few
people share one. An entry has about 38; a search asks for those of every reading of what was
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
    tokens = _bytes(given + family)
    found = _with_date(person, tokens, asked=asked)
    found += _with_place(person, tokens)
    found += _names(given, family, person)
    found += [_one(f"f{number}") for number in person.phones]
    if person.nhs:
        found += [_one(f"n{person.nhs}"), _one(f"m{person.nhs[:6]}"), _one(f"l{person.nhs[4:]}")]
    return found


def _one(text: str) -> int:
    return crc32(text.encode())


def _each(text: str, tokens: Iterable[bytes]) -> list[int]:
    """A key for each token with the kind and value in `text`."""
    start = crc32(text.encode())
    return [crc32(token, start) for token in tokens]


@lru_cache(maxsize=100_000)
def _bytes(tokens: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(dict.fromkeys(f"|{token}".encode() for token in tokens))


def _with_date(person: Known, tokens: tuple[bytes, ...], *, asked: bool) -> list[int]:
    date = person.born
    if not date.year:
        return []
    found = _each(f"y{date.year}{person.town}", tokens) if person.town else []
    if not date.month:
        return found
    found += _each(f"b{date.year}.{date.month}", tokens)
    if not date.day:
        return found
    whole, code = _whole(date), person.postcode
    found.append(_one(f"a{whole}"))
    found += _each(f"c{whole}", tokens)
    found += _each(f"d{date.month}.{date.day}", tokens)
    if person.given and person.surname:
        initials = _initials(person.given[0][0], person.surname[0][0])
        found += _each(f"w{date.year}.{date.month}", initials)
        found += _each(f"x{date.month}.{date.day}", initials)
        found += _each(f"z{date.year}..{date.day}", initials)
    if code:
        found.append(_one(f"e{sector(code)}|{whole}"))
    if asked:
        for slip in slips(date):
            found += _each(f"c{_whole(slip)}", tokens)
        other = swapped(date)
        found += [_one(f"e{sector(code)}|{_whole(other)}")] if other.year and code else []
    return found


@lru_cache(maxsize=1000)
def _initials(one: str, other: str) -> tuple[bytes, ...]:
    """Both in one order, since the names may stand in each other's place."""
    return ((one + other if one <= other else other + one).encode(),)


def _with_place(person: Known, tokens: tuple[bytes, ...]) -> list[int]:
    found = []
    for code in (person.postcode, *person.former_postcodes)[:3]:
        if code:
            found += _each(f"p{code}", tokens)
    if person.postcode:
        found += _each(f"o{sector(person.postcode)}", tokens)
    place = person.address
    if place.number and place.sounds:
        found.append(_one(f"h{place.number}|{place.sounds}"))
    if place.number and person.postcode:
        found.append(_one(f"i{place.number}|{person.postcode}"))
    return found


@lru_cache(maxsize=1000)
def _whole(date: Born) -> str:
    return f"{date.year}.{date.month}.{date.day}"


def _names(given: tuple[str, ...], family: tuple[str, ...], person: Known) -> list[int]:
    """Names together, in whichever order; what many share goes with a year or a town as well."""
    pairs, halves = _pairs(given, family, (person.given[1:] + person.middle)[:2])
    found = _each("g", pairs) + _each("v", halves)
    if person.born.year:
        found += _each(f"k{person.born.year}", pairs)
    if person.town:
        found += _each(f"t{person.town}", halves)
        found += _each(f"s{person.town}", _bytes(family[:1]))
    return found


@lru_cache(maxsize=50_000)
def _pairs(
    given: tuple[str, ...], family: tuple[str, ...], more: tuple[str, ...]
) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Pairs of names; and each name with how the other one begins and ends, for slips in it."""
    pairs = [_pair(one, other) for one in given[:4] for other in family[:4]]
    pairs += [_pair(one, sound(other)) for one in given[:1] for other in more]
    halves = []
    for one in given[:1]:
        for other in family[:1]:
            halves += [f"|{one}+{other[:2]}", f"|{one}-{other[-2:]}"]
            halves += [f"|{other}+{one[:2]}", f"|{other}-{one[-2:]}"]
    return tuple(dict.fromkeys(pairs)), tuple({half.encode() for half in halves})


def _pair(one: str, other: str) -> bytes:
    return (f"|{one}+{other}" if one <= other else f"|{other}+{one}").encode()
