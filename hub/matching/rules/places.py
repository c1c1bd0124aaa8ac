"""Addresses, postcodes, telephone and NHS numbers as they can be compared."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from hub.matching.rules.letters import digits, plain
from hub.matching.rules.sounds import sound

_SHORT: Final = {
    "st": "street", "str": "street", "rd": "road", "ave": "avenue", "av": "avenue", "ln": "lane",
    "cl": "close", "dr": "drive", "cres": "crescent", "cr": "crescent", "ct": "court",
    "crt": "court", "gdns": "gardens", "gdn": "gardens", "garden": "gardens", "pl": "place",
    "sq": "square", "ter": "terrace", "terr": "terrace", "pk": "park", "gr": "grove",
    "gro": "grove", "grv": "grove", "wy": "way", "hse": "house", "ho": "house", "cott": "cottage",
    "n": "north", "s": "south", "e": "east", "w": "west", "hts": "heights", "apt": "flat",
    "apartment": "flat", "fl": "flat", "unit": "flat", "gt": "great", "mt": "mount",
}  # fmt: skip
_KINDS: Final = frozenset(_SHORT.values()) | frozenset(
    ("rise", "mews", "walk", "hill", "row", "view", "green")
)
_NUMBER: Final = re.compile(r"^\d+[a-z]?$")
_DIGITS_FOR: Final = str.maketrans("oilszb", "011528")
_LETTERS_FOR: Final = str.maketrans("0158", "oisb")


class Address(NamedTuple):
    """A house number (the last one typed before the street), the flat's, and the street's words."""

    number: str
    flat: str
    street: str
    sounds: str


@lru_cache(maxsize=50_000)
def address(text: str) -> Address:
    """An address's first line taken apart; empty parts where nothing fits."""
    found = [_SHORT.get(word, word) for word in plain(text).split()]
    numbers = [word for word in found if _NUMBER.match(word)]
    names = [word for word in found if not _NUMBER.match(word) and word != "flat"]
    telling = [word for word in names if word not in _KINDS] or names
    return Address(
        number=numbers[-1] if numbers else "",
        flat=numbers[-2] if len(numbers) > 1 else "",
        street=" ".join(names),
        sounds="".join(sorted(sound(word) for word in telling[:3])),
    )


@lru_cache(maxsize=50_000)
def postcode(text: str) -> str:
    """A postcode without spaces and in lower case; what is read as a letter or digit put right.

    The last three are a digit and two letters, so `OAB` at the end is `0AB`. Half a postcode
    stays as it is.
    """
    found = plain(text).replace(" ", "")
    if 5 <= len(found) <= 7:
        start, end = found[:-3], found[-3:]
        found = start + end[0].translate(_DIGITS_FOR) + end[1:].translate(_LETTERS_FOR)
    return found


def outward(code: str) -> str:
    """The first half of a postcode as `postcode` gives it; all of it when it is short."""
    return code[:-3] if len(code) >= 5 else code


def sector(code: str) -> str:
    """A postcode without its last two letters: a few thousand homes; half a postcode as it is."""
    return code[:-2] if len(code) >= 5 else code


@lru_cache(maxsize=50_000)
def phone(text: str) -> str:
    """The last nine digits of a telephone number; nothing for fewer than six."""
    found = digits(text)
    return found[-9:] if len(found) >= 6 else ""


def nhs(text: str) -> str:
    """The ten digits of an NHS number; nothing when there are not ten."""
    found = digits(text)
    return found if len(found) == 10 else ""
