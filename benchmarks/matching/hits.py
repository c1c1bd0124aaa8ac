"""What was asked and what was answered, read from files; the same for every searcher."""

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Question:
    """A line of queries.csv, as far as figures need it."""

    query: str
    group: str
    person: str
    household: str
    kind: str
    custom: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of hits.csv; `person` is "" where only the family is meant."""

    query: str
    rank: int
    person: str
    household: str
    probability: float
    family: float
    shown: str = ""
    ms: float = 0.0


def read_questions(path: Path) -> list[Question]:
    """The queries of a file, in its order."""
    return [
        Question(
            line["query_id"], line["group_id"], line["truth_person"], line["truth_household"],
            line["kind"], line["custom"],
        )
        for line in read(path)
    ]  # fmt: skip


def read_hits(path: Path) -> dict[str, list[Hit]]:
    """The hits of a file by query, first rank first."""
    return by_query(
        Hit(
            line["query_id"], int(line["rank"]), line["person_id"], line["household_id"],
            float(line["probability"] or 0), float(line["family_probability"] or 0),
            line["shown"], float(line["ms"] or 0),
        )
        for line in read(path)
    )  # fmt: skip


def by_query(hits: Iterable[Hit]) -> dict[str, list[Hit]]:
    """Hits by query, first rank first."""
    found: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        found[hit.query].append(hit)
    for several in found.values():
        several.sort(key=lambda hit: hit.rank)
    return dict(found)


def read(path: Path) -> list[dict[str, str]]:
    """The lines of a CSV by the names of its columns."""
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))
