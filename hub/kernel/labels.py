"""What each field holds, and what becomes of a table's rows.

Exports, subject-access answers, scrubbing and logs read these labels; a table or a field without
one fails the build (tests/architecture/test_labels.py).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from django.db.models import Model


class Holds(StrEnum):
    """What a field holds, from harmless to harmful."""

    NOTHING_PERSONAL = "nothing personal"
    IDENTITY = "who somebody is"
    PLACE = "where somebody can be found or reached"
    SENSITIVE = "health, ethnicity, harm, what somebody said"


# What may become of a table's rows when two files of one family are merged: merging moves none.
MERGES: Final = (
    "stays in its own file, each with its own sight",
    "the closed file's open plan is closed; un-merge opens it again",
    "written by merging itself, and kept when it is undone",
    "not merged",
)


@dataclass(frozen=True)
class Fate:
    """What becomes of a table's rows: who sees them, how they are hidden, joined and ended."""

    level: str
    held_back: str
    merge: str
    expires: str
    erased: str


FATES: dict[type[Model], Fate] = {}
LABELS: dict[type[Model], dict[str, Holds]] = {}

M = TypeVar("M", bound=type[Model])


def labelled(
    *,
    level: str,
    held_back: str,
    merge: str,
    expires: str,
    erased: str,
    nothing_personal: str = "",
    identity: str = "",
    place: str = "",
    sensitive: str = "",
) -> Callable[[M], M]:
    """Say of a table what its rows are for and of each field what it holds.

    Takes the lowest level that may read a row (or "none: why not"), how a row is held back, merged,
    expired and erased, and the fields' names, space-separated, by what they hold.
    """
    named = {
        Holds.NOTHING_PERSONAL: nothing_personal,
        Holds.IDENTITY: identity,
        Holds.PLACE: place,
        Holds.SENSITIVE: sensitive,
    }

    def label(model: M) -> M:
        FATES[model] = Fate(level, held_back, merge, expires, erased)
        LABELS[model] = {name: holds for holds, text in named.items() for name in text.split()}
        return model

    return label
