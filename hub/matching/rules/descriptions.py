"""What is known or typed of one person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Description:
    """One person in plain values, as typed; what is empty says nothing.

    `born` is "YYYY-MM-DD", "YYYY-MM", "YYYY" or "". `sex` is compared by its first letter.
    `former_surnames` are earlier family names, `former_postcodes` earlier homes.
    """

    given: str = ""
    middle: str = ""
    surname: str = ""
    known_as: str = ""
    former_surnames: tuple[str, ...] = ()
    sex: str = ""
    born: str = ""
    address: str = ""
    town: str = ""
    postcode: str = ""
    former_postcodes: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    nhs: str = ""
