"""Drawing a name: first whose custom, then a name by it."""

import unicodedata
from itertools import accumulate
from random import Random
from typing import Final

from hub.story.county import british, worldwide
from hub.story.county.custom import Custom, Name

CUSTOMS: Final = british.CUSTOMS + worldwide.CUSTOMS
_UP_TO: Final = list(accumulate(custom.weight for custom in CUSTOMS))


def pick_custom(rng: Random) -> Custom:
    """One of the customs, each as often as its weight says."""
    return rng.choices(CUSTOMS, cum_weights=_UP_TO)[0]


def person_name(custom: Custom, rng: Random, age: int, female: bool) -> Name:
    """A name for somebody with no family to take it from."""
    return custom.name(rng, age, female, rng.choice(custom.families))


def full_name(name: Name) -> str:
    """A name as it is said aloud."""
    return f"{name.given} {name.family}".strip()


def search_name(name: Name) -> str:
    """The full name as it is looked for: no marks, no case, words parted by one space."""
    plain = unicodedata.normalize("NFKD", full_name(name))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())
