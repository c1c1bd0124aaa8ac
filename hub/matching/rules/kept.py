"""What the index keeps of a description."""

from collections.abc import Sequence

from hub.matching.rules.descriptions import Description
from hub.matching.rules.keys import entry_keys
from hub.matching.rules.known import ready
from hub.matching.rules.prepared import as_text

Kept = tuple[list[str], list[str], list[str], list[str], list[int]]


def as_kept(description: Description) -> Kept:
    """What the index keeps of a description: its texts, its lists, its keys."""
    known = ready(description)
    texts = [
        description.given,
        description.middle,
        description.surname,
        description.known_as,
        known.sex,
        description.born,
        description.address,
        description.town,
        description.postcode,
        known.nhs,
        known.given[0] if known.given else "",
        known.whole_surname,
        as_text(known),
    ]
    return (
        _clean(texts),
        _clean(description.former_surnames),
        _clean(description.former_postcodes),
        _clean(description.phones),
        entry_keys(known),
    )


def _clean(texts: Sequence[str]) -> list[str]:
    """Without the sign that the server keeps in no text."""
    return [text.replace("\0", "") if "\0" in text else text for text in texts]
