"""Reads of what families say is going on, from the authority's list (2.48)."""

from dataclasses import dataclass
from typing import Any

from hub.about import lists, rules
from hub.about.queries import answers_in
from hub.kernel.files import FamilyFile


@dataclass(frozen=True)
class GoingOn:
    """What is going on in a family: the situations in words with what they are counted under, the
    family's own words, and how it was saved (version 0: never)."""

    situations: list[str]
    headlines: list[str]
    words: str
    chosen: list[str]
    version: int


def going_on_in(file: FamilyFile) -> GoingOn:
    """What the family said is going on, as it stands (2.48)."""
    row: Any = answers_in(file, rules.GOING_ON)
    chosen = set(row.chosen) if row else set()
    found = [one for one in lists.all_situations() if one.code in chosen] if chosen else []
    counted = {code for one in found for code in one.headlines}
    return GoingOn(
        situations=[one.words for one in found],
        headlines=[one.words for one in lists.headlines() if one.code in counted]
        if counted
        else [],
        words=row.words if row else "",
        chosen=[one.code for one in found],
        version=row.version if row else 0,
    )
