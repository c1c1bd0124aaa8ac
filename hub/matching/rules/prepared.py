"""A description made ready, as one text: what the index keeps, so that a search need not fold names
and sound streets anew for each entry that it compares."""

from functools import lru_cache
from typing import Final

from hub.matching.rules.dates import UNKNOWN, Born
from hub.matching.rules.known import Known
from hub.matching.rules.places import Address

# Neither stands in a word: `letters.plain` leaves only letters and digits.
_APART: Final = "|"
_WORDS: Final = " "


def as_text(known: Known) -> str:
    """A description made ready as one text, for `from_text`."""
    return _APART.join(
        (
            _WORDS.join(known.given),
            _WORDS.join(known.middle),
            _WORDS.join(known.known_as),
            _WORDS.join(known.surname),
            _WORDS.join(known.former),
            known.whole_surname,
            known.sex,
            "{} {} {}".format(*known.born) if known.born.year else "",
            *known.address,
            known.town,
            known.postcode,
            _WORDS.join(known.former_postcodes),
            _WORDS.join(known.phones),
            known.nhs,
        )
    )


def from_text(text: str) -> Known:
    """The description that `as_text` made the text of. Raises ValueError for any other text."""
    (
        given, middle, known_as, surname, former, whole, sex, day,
        number, flat, street, sounds, town, postcode, before, phones, nhs,
    ) = text.split(_APART)  # fmt: skip
    return Known(
        _words(given),
        _words(middle),
        _words(known_as),
        _words(surname),
        _words(former),
        whole,
        sex,
        _born(day),
        Address(number, flat, street, sounds),
        town,
        postcode,
        _words(before),
        _words(phones),
        nhs,
    )


@lru_cache(maxsize=50_000)
def _born(text: str) -> Born:
    return Born(*map(int, text.split(_WORDS))) if text else UNKNOWN


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split(_WORDS)) if text else ()
