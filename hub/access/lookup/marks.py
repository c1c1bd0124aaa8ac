"""Keyed fingerprints of what was typed: the same words give the same mark, and no mark gives back
a word. The key lies outside the database with the journal's (S22)."""

import re
from collections.abc import Sequence
from dataclasses import astuple
from typing import Final, NamedTuple

from hub.audit.encoding import key_for, mac
from hub.matching.rules import Description

LONG: Final = 31  # hexadecimal digits after the letter that makes it a code


class Marks(NamedTuple):
    """Of the first person's family name, their birth date, and where the family is."""

    surname: str
    born: str
    place: str


def whole_mark(people: Sequence[Description], reference: str = "") -> str:
    """Of everything that was typed, in whatever order of people and however spaced."""
    typed = sorted("\x1f".join(map(str, astuple(one))) for one in people)
    return _mark("all", *typed, reference)


def is_mark(text: str) -> bool:
    """Whether a text that came back from a page can be one of these."""
    return re.fullmatch(r"m[0-9a-f]{31}", text) is not None


def marks_of(people: Sequence[Description]) -> Marks:
    """What the patterns compare; "" for what was not typed."""
    first = people[0] if people else Description()
    place = next(
        (said for one in people for said in (one.address, one.postcode, *one.phones) if said), ""
    )
    return Marks(
        *(_mark(kind, said) if said else "" for kind, said in (
            ("surname", first.surname or first.given), ("born", first.born), ("place", place),
        ))
    )  # fmt: skip


def _mark(kind: str, *said: str) -> str:
    tidy = "\x1e".join(" ".join(one.casefold().split()) for one in said)
    return "m" + mac(key_for("lookup"), f"{kind}|{tidy}".encode()).hex()[:LONG]
