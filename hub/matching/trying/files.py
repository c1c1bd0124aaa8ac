"""People and questions from files; what is wrong is said with its row and column."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from hub.matching.rules import Description
from hub.matching.rules.dates import UNKNOWN, born

PEOPLE: Final = (
    "rec_id", "person_id", "household_id", "role", "given", "middle", "surname", "known_as",
    "prev_surname", "sex", "dob", "address", "town", "postcode", "prev_postcode", "phone", "nhs",
)  # fmt: skip
QUERIES: Final = (
    "query_id", "group_id", "given", "middle", "surname", "sex", "dob", "address", "town",
    "postcode", "phone", "nhs",
)  # fmt: skip
_NEEDED: Final = frozenset(("rec_id", "person_id", "household_id", "query_id"))
_LONGEST: Final = 1000
Row = Mapping[str, str]


class BadFile(Exception):
    """A file that cannot be used; says in one sentence which row and column."""


@dataclass(frozen=True, slots=True)
class Person:
    """One row of people."""

    rec_id: str
    person_id: str
    household_id: str
    description: Description


@dataclass(frozen=True, slots=True)
class Question:
    """One row of questions; several of one family share their group."""

    query_id: str
    group_id: str
    description: Description


def people(path: Path, *, needed: frozenset[str] = _NEEDED) -> Iterator[Person]:
    """The rows of a file of people, of which no cell of the columns `needed` is empty. Raises
    BadFile."""
    seen: set[str] = set()
    for number, one in numbered(path, needed=needed):
        if one.rec_id in seen:
            raise twice(path, number)
        seen.add(one.rec_id)
        yield one


def numbered(path: Path, *, needed: frozenset[str] = _NEEDED) -> Iterator[tuple[int, Person]]:
    """The same, each with its row; whether an id stands there twice is for the caller to see, so
    that nobody has to hold them all. Raises BadFile."""
    for number, row in _rows(path, PEOPLE, needed):
        person = Person(row["rec_id"], row["person_id"], row["household_id"], described(row))
        yield number, person


def twice(path: Path, number: int) -> BadFile:
    """What is wrong with a row whose rec_id stands in an earlier one."""
    return BadFile(_said(path, number, "rec_id", "the same stands in an earlier row"))


@contextmanager
def written(path: Path) -> Iterator[IO[str]]:
    """A file to write that is there only when all went well. Raises BadFile."""
    half = path.with_name(path.name + ".half")
    try:
        file = half.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise BadFile(f"{path} cannot be written: {error.strerror}.") from error
    try:
        with file:
            yield file
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def questions(path: Path) -> list[Question]:
    """The rows of a file of questions. Raises BadFile."""
    found: dict[str, Question] = {}
    for number, row in _rows(path, QUERIES):
        if row["query_id"] in found:
            raise BadFile(_said(path, number, "query_id", "the same stands in an earlier row"))
        found[row["query_id"]] = Question(row["query_id"], row["group_id"], described(row))
    return list(found.values())


def described(row: Row) -> Description:
    """The description in a row of either file."""
    former, before = row.get("prev_surname", ""), row.get("prev_postcode", "")
    return Description(
        given=row["given"],
        middle=row["middle"],
        surname=row["surname"],
        known_as=row.get("known_as", ""),
        former_surnames=(former,) if former else (),
        sex=row["sex"],
        born=row["dob"],
        address=row["address"],
        town=row["town"],
        postcode=row["postcode"],
        former_postcodes=(before,) if before else (),
        phones=(row["phone"],) if row["phone"] else (),
        nhs=row["nhs"],
    )


def _rows(
    path: Path, columns: tuple[str, ...], needed: frozenset[str] = _NEEDED
) -> Iterator[tuple[int, Row]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            head = [name.strip() for name in next(reader, [])]
            places = _places(path, head, columns)
            needed &= places.keys()
            for cells in reader:
                if cells:
                    yield reader.line_num, _row(path, reader.line_num, cells, head, places, needed)
    except UnicodeDecodeError as error:
        raise BadFile(f"{path.name} is not text in UTF-8 (byte {error.start}).") from error
    except csv.Error as error:
        raise BadFile(
            f"{path.name}, row {reader.line_num}: not readable as CSV: {error}."
        ) from error
    except OSError as error:
        raise BadFile(f"{path} cannot be read: {error.strerror}.") from error


def _places(path: Path, head: list[str], columns: tuple[str, ...]) -> dict[str, int]:
    missing = [name for name in columns if name not in head]
    if missing:
        raise BadFile(f"{path.name}, row 1: there is no column {missing[0]}.")
    twice = [name for name in columns if head.count(name) > 1]
    if twice:
        raise BadFile(f"{path.name}, row 1: the column {twice[0]} stands there twice.")
    return {name: head.index(name) for name in columns}


def _row(
    path: Path,
    number: int,
    cells: list[str],
    head: list[str],
    places: dict[str, int],
    needed: frozenset[str],
) -> dict[str, str]:
    if len(cells) != len(head):
        column = head[min(len(cells), len(head)) - 1]
        raise BadFile(
            _said(path, number, column, f"the row has {len(cells)} cells, the head {len(head)}")
        )
    row = {name: cells[place].strip() for name, place in places.items()}
    together = "".join(cells)
    if "\0" in together or len(together) > _LONGEST or not all(map(row.get, needed)):
        _refuse_cells(path, number, row, needed)
    if row["dob"] and born(row["dob"]) is UNKNOWN:
        raise BadFile(_said(path, number, "dob", f"{row['dob']!r} is not YYYY-MM-DD or YYYY"))
    return row


def _refuse_cells(path: Path, number: int, row: Row, needed: frozenset[str]) -> None:
    for name, text in row.items():
        if "\0" in text:
            raise BadFile(_said(path, number, name, "there is a NUL in it"))
        if len(text) > _LONGEST:
            raise BadFile(_said(path, number, name, f"more than {_LONGEST} characters"))
        if not text and name in needed:
            raise BadFile(_said(path, number, name, "it is empty"))


def _said(path: Path, number: int, column: str, what: str) -> str:
    return f"{path.name}, row {number}, column {column}: {what}."
