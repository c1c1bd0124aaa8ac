"""The register of requirements and safety rules: number, priority, our own one-line wording."""

import csv
import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
REGISTER = ROOT / "docs/reference/register.csv"
LONGEST = 120
_NUMBER = re.compile(r"[0-4]\.\d{1,3}|[NS]\d{1,2}")


class Requirement(NamedTuple):
    """One row: its number is its name."""

    number: str
    priority: int
    wording: str


class Trouble(Exception):
    """The register, a mark or a generated page is wrong; its text says what to do."""


def read(path: Path = REGISTER) -> dict[str, Requirement]:
    """Every row by its number, in the file's order. Raises Trouble for a row that is not one."""
    found: dict[str, Requirement] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            number, wording = row["number"], row["wording"].strip()
            if not _NUMBER.fullmatch(number) or row["priority"] not in ("1", "2", "3"):
                raise Trouble(f"{path.name}: {number!r} needs a number and a priority of 1 to 3.")
            if not wording or len(wording) > LONGEST:
                raise Trouble(f"{path.name}: {number} needs a wording of 1 to {LONGEST} letters.")
            if number in found:
                raise Trouble(f"{path.name}: {number} stands there twice.")
            found[number] = Requirement(number, int(row["priority"]), wording)
    return found
