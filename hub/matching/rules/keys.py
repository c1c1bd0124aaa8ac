"""Keys: what two descriptions of one person probably share.

Every key is a number of 32 bits made of a kind with its value and of what a name sounds like.
Nearly all join two facts, so that few people share one. An entry has about 30; a search asks for
those of every reading of what was typed: birth dates that slip easily are its part, so that they
make no entry larger. Two facts that happen to give one number cost a search half a candidate at a
million people.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from zlib import crc32

from hub.matching.rules.dates import Born, slips, swapped
from hub.matching.rules.known import Known
from hub.matching.rules.names import heard
from hub.matching.rules.places import sector
from hub.matching.rules.sounds import sound

_HALF: Final = 1 << 31
_MASK: Final = (1 << 32) - 1
# Odd numbers. Sums of the checksum's bits are regular; after a product with these they are not, so
# that a kind and a name can be put together by `^`, and two names by `+`, whichever comes first.
_NAMES, _KINDS = 0x9E3779B1, 0x85EBCA6B


def entry_keys(person: Known) -> list[int]:
    """The keys an entry is found by, each once."""
    return [number - _HALF for number in _keys(person, asked=False)]


def asked_keys(person: Known) -> list[int]:
    """The keys to look under for somebody described so: the entry's own, and slips of the date."""
    return [number - _HALF for number in _keys(person, asked=True)]


def _keys(person: Known, *, asked: bool) -> set[int]:
    given, family = _given(person), _family(person)
    date, code, town = person.born, person.postcode, person.town
    with_names = [*_dates(date, asked), *_places(person)]
    with_both = [_kind("g")]
    if date.year:
        with_both.append(_kind(f"k{date.year}"))
        if town:
            with_names.append(_kind(f"y{date.year}{town}"))
    found = {kind ^ name for kind in with_names for name in (*given, *family)}
    both = _both(given, family, (person.given[1:] + person.middle)[:2])
    found.update(kind ^ names for kind in with_both for names in both)
    if town and family:
        found.add(_kind(f"s{town}") ^ family[0])
    if date.day and person.given and person.surname:
        initials = _initials(person.given[0][0], person.surname[0][0])
        found.update(kind ^ initials for kind in _parts(date))
    whole = [*_alone(person), *(f"f{number}" for number in person.phones)]
    if date.day:
        days = [date, other] if asked and (other := swapped(date)).year else [date]
        whole += [f"a{_whole(date)}"]
        whole += [f"e{sector(code)}|{_whole(day)}" for day in days] if code else []
    if person.nhs:
        whole += [f"n{person.nhs}", f"m{person.nhs[:6]}", f"l{person.nhs[4:]}"]
    found.update(crc32(text.encode()) for text in whole)
    return found


@lru_cache(maxsize=100_000)
def _kind(text: str) -> int:
    return crc32(text.encode()) * _KINDS & _MASK


@lru_cache(maxsize=300_000)
def _name(word: str) -> int:
    return crc32(sound(word).encode()) * _NAMES & _MASK


@lru_cache(maxsize=300_000)
def _names(word: str) -> tuple[int, ...]:
    """A given name and each that it may stand for, as they sound."""
    return tuple(crc32(one.encode()) * _NAMES & _MASK for one in heard(word))


def _given(person: Known) -> list[int]:
    """What the given names may sound like: the first one's readings, then the others'."""
    words = (*person.given[:2], *person.known_as[:2], *person.middle[:2])
    return list(dict.fromkeys([one for word in words if len(word) > 1 for one in _names(word)]))[:6]


def _family(person: Known) -> list[int]:
    """What the family names may sound like, former ones last."""
    words = person.surname + person.former
    return list(dict.fromkeys([_name(word) for word in words if len(word) > 1]))[:5]


def _both(given: list[int], family: list[int], more: Iterable[str]) -> set[int]:
    """A given and a family name together: they may stand in each other's place."""
    both = {one + other & _MASK for one in given[:4] for other in family[:4]}
    return both.union(one + _name(word) & _MASK for one in given[:1] for word in more)


@lru_cache(maxsize=100_000)
def _dates(date: Born, asked: bool) -> tuple[int, ...]:
    """The dates that go with each of the names."""
    if not date.month:
        return ()
    found = [f"b{date.year}.{date.month}"]
    if date.day:
        found += (f"c{_whole(date)}", f"d{date.month}.{date.day}")
        if asked:
            found += [f"c{_whole(slip)}" for slip in slips(date)]
    return tuple(map(_kind, found))


@lru_cache(maxsize=50_000)
def _parts(date: Born) -> tuple[int, ...]:
    """Two parts of a whole date, for initials."""
    texts = (
        f"w{date.year}.{date.month}", f"x{date.month}.{date.day}", f"z{date.year}..{date.day}"
    )  # fmt: skip
    return tuple(map(_kind, texts))


def _places(person: Known) -> list[int]:
    """The places that go with each of the names."""
    codes = (person.postcode, *person.former_postcodes)[:3]
    found = [_kind(f"p{code}") for code in codes if code]
    if person.postcode:
        found.append(_kind(f"o{sector(person.postcode)}"))
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
def _initials(one: str, other: str) -> int:
    """Both in one order, since the names may stand in each other's place."""
    both = one + other if one <= other else other + one
    return crc32(both.encode()) * _NAMES & _MASK


@lru_cache(maxsize=50_000)
def _whole(date: Born) -> str:
    return f"{date.year}.{date.month}.{date.day}"
