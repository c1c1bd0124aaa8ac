"""The population and what is asked of it, as files."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.matching import asked as asking
from benchmarks.matching import people
from benchmarks.matching.households import households
from benchmarks.matching.queries import queries


def write_people(folder: Path, *, seed: int, many: int) -> Path:
    """people.csv of so many people; gives its path."""
    rows = (person.row() for home in households(seed, many) for person in home.members)
    return write(folder / "people.csv", people.COLUMNS, rows)


def write_queries(folder: Path, *, seed: int, many: int, asked: int) -> Path:
    """queries.csv of so many lines about that population; gives its path."""
    rows = (one.row() for one in queries(seed, many, asked))
    return write(folder / "queries.csv", asking.COLUMNS, rows)


def write_lines(path: Path, lines: Sequence[dict[str, str]]) -> Path:
    """Some lines of a queries.csv as a file of their own."""
    return write(path, asking.COLUMNS, ([line[c] for c in asking.COLUMNS] for line in lines))


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    """A CSV with that head; makes the folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        lines = csv.writer(file)
        lines.writerow(columns)
        lines.writerows(rows)
    return path
