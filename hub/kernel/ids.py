"""Numbers and references that tell nothing: random, never drawn from a counter."""

import secrets
from typing import Final

# No vowels, so that no word appears; no characters that are misread aloud or on paper.
ALPHABET: Final = "BCDFGHJKLMNPQRSTVWXZ23456789"
REFERENCE_LENGTH: Final = 8
ID_BITS: Final = 60


def random_id() -> int:
    """A row's id: 60 random bits, so that an id in an address says nothing of its neighbours."""
    return secrets.randbits(ID_BITS) | 1 << (ID_BITS - 1)


def new_reference(prefix: str) -> str:
    """A reference such as `FH-K7WQ2XNB`: a prefix and eight random characters.

    28 to the power of 8 is 378 thousand million, so guessing one of 200,000 families takes
    about two million tries; the limits on looking up stop somebody long before.
    """
    body = "".join(secrets.choice(ALPHABET) for _ in range(REFERENCE_LENGTH))
    return f"{prefix}-{body}"


def tidy_reference(typed: str) -> str:
    """What somebody typed or pasted, as references are stored: upper case, no spaces."""
    tidy = "".join(typed.upper().replace("\0", "").split())  # the database takes no NUL
    if len(tidy) == REFERENCE_LENGTH + 2 and "-" not in tidy:
        return f"{tidy[:2]}-{tidy[2:]}"
    return tidy
