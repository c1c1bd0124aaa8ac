"""Everybody of a file at once, ready to be compared."""

import gc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hub.matching.batch import common
from hub.matching.rules.known import Known, ready
from hub.matching.rules.odds import Frequencies, Weights, weights
from hub.matching.trying import files

Numbers = NDArray[Any]


@contextmanager
def at_rest() -> Iterator[None]:
    """Python does not look again and again through millions of things that stay."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody by their place in the file: their ids, their files' numbers, what is known."""

    ids: list[str]
    groups: Numbers
    known: list[Known]
    frequencies: Frequencies
    names: Counter[tuple[str, str]]
    by: Weights

    def less(self, one: Known, other: Known) -> float:
        """How many bits less two names say together than each by itself, of two people who agree
        in them: by how many others are called the same, in this crowd."""
        alike = self.names[common.whole(one)]
        return common.less(one, other, alike, self.frequencies, len(self.known))

    def members(self) -> list[list[int]]:
        """Who stands in each file."""
        found: list[list[int]] = [[] for _ in range(self.files)]
        for who, group in enumerate(self.groups.tolist()):
            found[group].append(who)
        return found

    @property
    def files(self) -> int:
        """How many files there are."""
        return int(self.groups.max()) + 1 if len(self.groups) else 0


def read(path: Path) -> Crowd:
    """Everybody of a file of people; a household is what one agency has in one file, and who has
    none stands alone. Raises BadFile."""
    ids: list[str] = []
    known: list[Known] = []
    groups: list[int] = []
    numbers: dict[str, int] = {}
    for one in files.people(path, needed=frozenset({"rec_id"})):
        home = one.household_id or f"\0{one.rec_id}"
        groups.append(numbers.setdefault(home, len(numbers)))
        ids.append(one.rec_id)
        known.append(ready(one.description))
    return Crowd(
        ids, np.array(groups, dtype=np.int32), known, frequencies(known), names(known), weights()
    )


def names(known: list[Known]) -> Counter[tuple[str, str]]:
    """How many have each whole name, of those that more than two have."""
    every = Counter(common.whole(one) for one in known if one.given)
    return Counter({name: many for name, many in every.items() if many > common.ALIKE})


def frequencies(known: list[Known]) -> Frequencies:
    """How common everybody's names are among them."""
    given = Counter(one.given[0] for one in known if one.given)
    surname = Counter(one.whole_surname for one in known if one.whole_surname)
    return common.frequencies(len(known), given.items(), surname.items())
