"""A query: what somebody at a desk typed, and who was meant."""

from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.matching.people import Person

COLUMNS: Final = (
    "query_id", "group_id", "given", "middle", "surname", "sex", "dob", "address", "town",
    "postcode", "phone", "nhs", "truth_person", "truth_household", "kind", "custom", "errors",
)  # fmt: skip


@dataclass(slots=True)
class Asked:
    """A line of queries.csv."""

    given: str = ""
    middle: str = ""
    surname: str = ""
    sex: str = ""
    dob: str = ""
    address: str = ""
    town: str = ""
    postcode: str = ""
    phone: str = ""
    nhs: str = ""
    truth_person: str = ""
    truth_household: str = ""
    kind: str = ""
    custom: str = ""
    errors: str = ""
    group_id: str = ""
    query_id: str = ""

    def row(self) -> tuple[str, ...]:
        """In the order of the columns."""
        return tuple(str(getattr(self, column)) for column in COLUMNS)


def _as_typed(pick: float, number: str) -> str:
    """A telephone number with its blanks, without them, or as from abroad."""
    bare = number.replace(" ", "")
    return number if pick < 0.5 or not number else bare if pick < 0.85 else f"+44{bare[1:]}"


def about(rng: Random, person: Person) -> Asked:
    """What one asks of somebody when nothing is mistaken: a name, mostly a day, and some more."""
    knows = [rng.random() for _ in range(7)]
    return Asked(
        given=person.given,
        middle=person.middle if knows[0] < 0.2 else "",
        surname=person.surname,
        sex=("female" if person.female else "male") if knows[1] < 0.5 else "",
        dob=person.born.isoformat() if knows[2] < 0.86 else "",
        address=person.address if knows[3] < 0.24 else "",
        town=person.town if knows[4] < 0.4 else "",
        postcode=person.postcode if knows[3] < 0.33 else "",
        phone=_as_typed(knows[6], person.own_phone) if knows[5] < 0.16 else "",
        nhs=person.own_nhs if knows[6] < 0.02 else "",
        truth_person=person.person_id,
        truth_household=person.household_id,
        custom=person.custom,
    )
