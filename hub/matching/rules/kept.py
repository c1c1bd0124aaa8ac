"""What the index keeps of a description."""

from hub.matching.rules.descriptions import Description
from hub.matching.rules.keys import entry_keys
from hub.matching.rules.known import ready

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
    ]
    return (
        [text.replace("\0", "") for text in texts],
        [text.replace("\0", "") for text in description.former_surnames],
        [text.replace("\0", "") for text in description.former_postcodes],
        [text.replace("\0", "") for text in description.phones],
        entry_keys(known),
    )
