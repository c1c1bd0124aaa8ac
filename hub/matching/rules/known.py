"""A description made ready: words, a date, a place; what keys and comparisons stand on."""

from typing import NamedTuple

from hub.matching.rules.dates import Born, born
from hub.matching.rules.descriptions import Description
from hub.matching.rules.letters import plain
from hub.matching.rules.names import spellings, words
from hub.matching.rules.places import Address, address, nhs, outward, phone, postcode


class Known(NamedTuple):
    """One person's names as words, in the order they stand, and what else can be compared."""

    given: tuple[str, ...]
    middle: tuple[str, ...]
    known_as: tuple[str, ...]
    surname: tuple[str, ...]
    former: tuple[str, ...]
    whole_surname: str
    sex: str
    born: Born
    address: Address
    town: str
    postcode: str
    former_postcodes: tuple[str, ...]
    phones: tuple[str, ...]
    nhs: str

    @property
    def outward(self) -> str:
        """The first half of the postcode."""
        return outward(self.postcode)


def ready(of: Description) -> Known:
    """A description made ready to be compared."""
    former = [name for text in of.former_surnames for name in spellings(text)]
    return Known(
        given=words(of.given),
        middle=words(of.middle),
        known_as=words(of.known_as),
        surname=spellings(of.surname),
        former=tuple(former),
        whole_surname="".join(words(of.surname)),
        sex=_sex(of.sex),
        born=born(of.born),
        address=address(of.address),
        town=plain(of.town),
        postcode=postcode(of.postcode),
        former_postcodes=tuple(found for text in of.former_postcodes if (found := postcode(text))),
        phones=tuple(found for text in of.phones if (found := phone(text))),
        nhs=nhs(of.nhs),
    )


def _sex(text: str) -> str:
    first = text.strip()[:1].lower()
    return first if first in ("f", "m") else ""
