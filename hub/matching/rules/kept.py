"""What the index keeps of a description: only what searches count, compare and look under."""

from typing import NamedTuple

from hub.matching.rules.descriptions import Description
from hub.matching.rules.keys import entry_keys
from hub.matching.rules.known import ready
from hub.matching.rules.prepared import as_text


class Kept(NamedTuple):
    """An entry's words as they are counted, what is compared as one text, and its keys."""

    given_word: str
    surname_word: str
    prepared: str
    keys: list[int]


def as_kept(description: Description) -> Kept:
    """What the index keeps of a description."""
    known = ready(description)
    return Kept(
        known.given[0] if known.given else "",
        known.whole_surname,
        as_text(known),
        entry_keys(known),
    )
