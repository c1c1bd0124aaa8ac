"""Exact match: the same given name, surname and birth date."""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.matching.hits import Hit

Line = dict[str, str]


def search(people: Sequence[Line], asked: Sequence[Line], limit: int = 5) -> Iterator[Hit]:
    """Those with the same three; who is on file first comes first."""
    index: dict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in people:
        index[_key(line)].append(line)
    for line in asked:
        began = time.perf_counter()
        found = index.get(_key(line), [])[:limit]
        ms = (time.perf_counter() - began) * 1000
        sure = 1.0 / max(1, len(found))
        for rank, one in enumerate(found, 1):
            yield Hit(
                line["query_id"], rank, one["person_id"], one["household_id"], sure, sure, "", ms
            )


def _key(line: Line) -> tuple[str, ...]:
    return line["given"].casefold(), line["surname"].casefold(), line["dob"]
