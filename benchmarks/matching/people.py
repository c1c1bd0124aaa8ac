"""Somebody in the population: what is on file, and what is true besides."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final

COLUMNS: Final = (
    "rec_id", "person_id", "household_id", "role", "given", "middle", "surname", "known_as",
    "prev_surname", "sex", "dob", "address", "town", "postcode", "prev_postcode", "phone", "nhs",
    "custom",
)  # fmt: skip


@dataclass(slots=True)
class Person:
    """A record, and behind it the day they were born and the names others know them by."""

    number: int
    household: int
    role: str
    given: str
    middle: str
    surname: str
    known_as: str
    female: bool
    born: date
    custom: str
    prev_surname: str = ""
    dob: str = ""
    address: str = ""
    town: str = ""
    postcode: str = ""
    prev_postcode: str = ""
    phone: str = ""
    nhs: str = ""
    partners_surname: str = ""
    own_phone: str = ""
    own_nhs: str = ""
    has_nhs: bool = False

    @property
    def person_id(self) -> str:
        """As in the files."""
        return f"p{self.number}"

    @property
    def household_id(self) -> str:
        """As in the files."""
        return f"h{self.household}"

    def row(self) -> tuple[str, ...]:
        """The line of people.csv."""
        return (
            f"r{self.number}", self.person_id, self.household_id, self.role, self.given,
            self.middle, self.surname, self.known_as, self.prev_surname,
            "female" if self.female else "male", self.dob, self.address, self.town, self.postcode,
            self.prev_postcode, self.phone, self.nhs, self.custom,
        )  # fmt: skip


@dataclass(slots=True)
class Household:
    """People with one file: adults first, then children, eldest first."""

    number: int
    custom: str
    members: list[Person] = field(default_factory=list)
