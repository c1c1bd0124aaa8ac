"""How alike two words of a name are, as a step of a short ladder."""

from enum import IntEnum
from functools import lru_cache
from typing import Final

from rapidfuzz.distance import OSA, JaroWinkler

from hub.matching.rules.names import classes
from hub.matching.rules.sounds import sound

_NEAR: Final = 0.86
_CLOSE: Final = 0.93
_SHORT: Final = 4


class Alike(IntEnum):
    """From the same to nothing in common; lower is more alike."""

    SAME = 0
    VARIANT = 1
    CLOSE = 2
    INITIAL = 3
    NEAR = 4
    DIFFERENT = 5


@lru_cache(maxsize=200_000)
def alike(one: str, other: str) -> Alike:
    """How alike two plain words are.

    VARIANT: names used for one another; CLOSE: one slip of the keyboard, or heard alike;
    INITIAL: one of them is only the other's first letter.
    """
    if one == other:
        return Alike.SAME
    if len(one) == 1 or len(other) == 1:
        return Alike.INITIAL if one[:1] == other[:1] else Alike.DIFFERENT
    if _for_one_another(classes(one), classes(other)):
        return Alike.VARIANT
    slips = OSA.distance(one, other, score_cutoff=2)
    shorter = min(len(one), len(other))
    if slips == 1 and shorter >= _SHORT - 1:
        return Alike.CLOSE
    score = JaroWinkler.similarity(one, other)
    heard = sound(one) == sound(other) and one[0] == other[0]
    if score >= _CLOSE or (heard and score >= 0.7) or (slips <= 2 and shorter >= 6):
        return Alike.CLOSE
    if score >= _NEAR or slips == 1 or sound(one) == sound(other):
        return Alike.NEAR
    return Alike.DIFFERENT


def _for_one_another(ones: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if len(ones) == 1 == len(others):
        return ones == others
    return not set(ones).isdisjoint(others)


def most_alike(ones: tuple[str, ...], others: tuple[str, ...]) -> Alike:
    """The most alike pair of one word from each; DIFFERENT when either has none."""
    best = Alike.DIFFERENT
    for one in ones:
        for other in others:
            found = alike(one, other)
            if found < best:
                best = found
                if not best:
                    return best
    return best
