"""Words drawn as often as names are: the first of a list often, a long made-up tail seldom."""

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random

from hub.story.county.custom import split


class Pool:
    """Words with how often each is drawn."""

    __slots__ = ("_up_to", "words")

    def __init__(
        self,
        head: Sequence[str],
        tail: Sequence[str] = (),
        *,
        share: float = 0.0,
        steep: float = 0.8,
    ) -> None:
        """The head falls off by rank; the tail together has this share, more evenly."""
        seen = dict.fromkeys(head)
        rest = [word for word in dict.fromkeys(tail) if word not in seen]
        weights = _falling(len(seen), 2, steep, 1 - share if rest else 1)
        weights += _falling(len(rest), 40, 0.6, share)
        self.words = (*seen, *rest)
        self._up_to = list(accumulate(weights))

    def draw(self, rng: Random) -> str:
        """One of the words."""
        at = bisect(self._up_to, rng.random() * self._up_to[-1])
        return self.words[min(at, len(self.words) - 1)]


def _falling(many: int, flat: int, steep: float, together: float) -> list[float]:
    raw = [(rank + flat) ** -steep for rank in range(many)]
    total = sum(raw)
    return [together * one / total for one in raw]


def composed(starts: str, ends: str, between: str = "") -> list[str]:
    """Every start with every end, and with what stands between when there is any.

    In an order that mixes them, the same each time.
    """
    middles = ("", *split(between)) if between else ("",)
    whole = [
        a + m + e for m in middles for a in split(starts) for e in split(ends) if _sounds(a + m, e)
    ]
    Random(7).shuffle(whole)  # noqa: S311
    return whole


def _sounds(start: str, end: str) -> bool:
    """No letter three times, no vowel against the same vowel, no `l` after two."""
    return start[-1:].casefold() != end[:1].casefold()


def words(*texts: str) -> tuple[str, ...]:
    """Several lists written as words, as one."""
    return tuple(word for text in texts for word in split(text))


def mixed(*lists: Iterable[str]) -> tuple[str, ...]:
    """Lists one after the other, each word once."""
    return tuple(dict.fromkeys(word for one in lists for word in one))
