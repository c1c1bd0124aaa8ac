"""How common names are among everybody, and how much less two together say than each by itself."""

from collections.abc import Iterable
from math import log2
from typing import Final

from hub.matching import queries
from hub.matching.batch.judging import TOGETHER
from hub.matching.queries import AVERAGE
from hub.matching.rules.known import Known
from hub.matching.rules.odds import Frequencies

LISTED: Final = 5  # a name that so many have is listed with how common it is
ALIKE: Final = 2  # people with one whole name, from which more are counted
Counts = Iterable[tuple[str, int]]


def whole(one: Known) -> tuple[str, str]:
    """First given name and surname, as they are counted together; of who has no given name,
    nothing."""
    return (one.given[0], one.whole_surname) if one.given else ("", "")


def frequencies(people: int, given: Counts, surname: Counts) -> Frequencies:
    """How common names are among so many people, from how many have each."""
    rows = [("entries", "", people)]
    for comparison, counts in (("given", given), ("surname", surname)):
        rows += [(comparison, word, many) for word, many in counts if word and many >= LISTED]
    return queries.counted(rows)[0]


def less(one: Known, other: Known, alike: int, among: Frequencies, people: int) -> float:
    """How many bits less two names say together than each by itself, of two people who agree in
    them: by how many of everybody (`alike`, 0 when hardly anybody) are called the same."""
    word, family = whole(one)
    if not (word and family) or whole(other) != (word, family):
        return TOGETHER
    rare = among.of("given", word) + among.of("surname", family)
    apart = AVERAGE["given"] * AVERAGE["surname"] * 2**-rare
    together = max(alike - 2, 0) / people
    return log2(2**TOGETHER + together / apart)
