"""Answer a file of questions about a file of people, as the pages would."""

import csv
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from hub.matching import loading, queries
from hub.matching.trying import files, scratch

HEAD: Final = (
    "query_id", "rank", "person_id", "household_id", "probability", "family_probability", "shown",
    "ms",
)  # fmt: skip
Say = Callable[[str], None]


@dataclass
class Names:
    """The ids of a file as numbers and back."""

    number: dict[str, int] = field(default_factory=dict)
    names: list[str] = field(default_factory=lambda: [""])

    def of(self, name: str) -> int:
        """The number of an id, from 1 on."""
        found = self.number.get(name)
        if found is None:
            found = self.number[name] = len(self.names)
            self.names.append(name)
        return found


def evaluate(
    people: Path, asked: Path, out: Path, *, limit: int, together: bool, say: Say
) -> list[float]:
    """Write the hits for every question to `out`; gives the milliseconds that each took.

    `together` asks for the questions of one group at once. Raises BadFile and DatabaseTrouble.
    """
    questions = files.questions(asked)
    persons, households = Names(), Names()
    with _written(out) as writer, scratch.database():
        began = time.monotonic()
        count = loading.load(rows(people, persons, households), lasting=False)
        say(f"{count:,} people indexed in {time.monotonic() - began:.1f} s.")
        queries.forget()
        times = []
        for some in _asked(questions, together):
            start = time.perf_counter()
            hits = queries.search([one.description for one in some], limit=limit)
            ms = (time.perf_counter() - start) * 1000
            times += [ms] * len(some)
            writer.writerows(_lines(some, hits, persons, households, ms))
    return times


def rows(people: Path, persons: Names, households: Names) -> Iterator[loading.Row]:
    """The people of a file as the index takes them. Raises BadFile."""
    for number, one in enumerate(files.people(people), 1):
        person, household = persons.of(one.person_id), households.of(one.household_id)
        yield number, number, person, household, one.description


class _written:
    """A file that is there only when all went well."""

    def __init__(self, path: Path) -> None:
        self.path, self.half = path, path.with_name(path.name + ".half")

    def __enter__(self) -> Any:
        try:
            self.file = self.half.open("w", encoding="utf-8", newline="")
        except OSError as error:
            raise files.BadFile(f"{self.path} cannot be written: {error.strerror}.") from error
        writer = csv.writer(self.file, lineterminator="\n")
        writer.writerow(HEAD)
        return writer

    def __exit__(self, kind: object, *_: object) -> None:
        self.file.close()
        if kind is None:
            self.half.replace(self.path)
        else:
            self.half.unlink(missing_ok=True)


def _asked(questions: Iterable[files.Question], together: bool) -> Iterable[list[files.Question]]:
    groups: dict[str, list[files.Question]] = {}
    for number, one in enumerate(questions):
        alone = not (together and one.group_id)
        groups.setdefault(f"#{number}" if alone else one.group_id, []).append(one)
    return groups.values()


def _lines(
    some: list[files.Question],
    hits: Iterable[queries.Hit],
    persons: Names,
    households: Names,
    ms: float,
) -> Iterator[tuple[Any, ...]]:
    ranks = dict.fromkeys(range(len(some)), 0)
    for hit in hits:
        ranks[hit.asked] += 1
        yield (
            some[hit.asked].query_id,
            ranks[hit.asked],
            persons.names[hit.person],
            households.names[hit.group],
            "" if hit.probability is None else f"{hit.probability:.6f}",
            f"{hit.group_probability:.6f}",
            hit.shown.value,
            f"{ms:.3f}",
        )
