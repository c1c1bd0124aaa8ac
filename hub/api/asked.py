"""What a system sends: FHIR's Parameters, as much of them as the look-up can use.

Anything else of a Patient that a system sends with it is left unread.
"""

from typing import Annotated, Final, Literal

from ninja import Schema
from pydantic import Field

from hub.access.lookup.asking import MOST_PEOPLE
from hub.access.lookup.events import PURPOSES
from hub.families.rules import tidy_postcode
from hub.kernel.identifiers import tidy_identifier
from hub.matching.rules import Description

REASON: Final = "urn:x-family-hub:"
NHS_NUMBER: Final = "https://fhir.nhs.uk/Id/nhs-number"
REASONS: Final = {f"{REASON}{code.replace('.', ':')}": code for code in PURPOSES}

Line = Annotated[str, Field(max_length=200)]
Short = Annotated[str, Field(max_length=40)]


class Identifier(Schema):
    """A number somebody has; the look-up uses their NHS number."""

    system: Line = ""
    value: Short


class HumanName(Schema):
    """A name. `use` "usual" or "official" is the present one, "old" or "maiden" an earlier one,
    "nickname" what they are called."""

    use: Short = ""
    family: Line = ""
    given: Annotated[list[Line], Field(max_length=8)] = []


class Address(Schema):
    """Where the family lives. `use` "old" is where it lived."""

    use: Short = ""
    line: Annotated[list[Line], Field(max_length=4)] = []
    city: Line = ""
    postal_code: Annotated[str, Field(max_length=20, alias="postalCode")] = ""


class ContactPoint(Schema):
    """How somebody is reached; the look-up uses telephone numbers."""

    system: Short
    value: Line


class Patient(Schema):
    """One person of the family."""

    resource_type: Annotated[Literal["Patient"], Field(alias="resourceType")]
    identifier: Annotated[list[Identifier], Field(max_length=8)] = []
    name: Annotated[list[HumanName], Field(max_length=8)] = []
    birth_date: Annotated[
        str,
        Field(
            alias="birthDate",
            pattern=r"^(|[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?)$",
            description="YYYY-MM-DD, YYYY-MM or YYYY",
        ),
    ] = ""
    address: Annotated[list[Address], Field(max_length=4)] = []
    telecom: Annotated[list[ContactPoint], Field(max_length=8)] = []


class Person(Schema):
    """A person of the family, as far as known; once for each of them."""

    name: Literal["resource"]
    resource: Patient


class Practitioner(Schema):
    """On whose behalf it is asked: the work email address they sign in to the hub with."""

    name: Literal["practitioner"]
    value: Annotated[
        str,
        Field(alias="valueString", max_length=254, pattern=r"^\s*[^\s\x00@]+@[^\s\x00@]+\s*$"),
    ]


class Reason(Schema):
    """What it is asked for."""

    name: Literal["reason"]
    value: Annotated[
        str, Field(alias="valueUri", max_length=200, json_schema_extra={"enum": list(REASONS)})
    ]


class Reference(Schema):
    """The family's reference in the hub, if somebody was told it."""

    name: Literal["reference"]
    value: Annotated[str, Field(alias="valueString", max_length=40)]


Parameter = Annotated[Person | Practitioner | Reason | Reference, Field(discriminator="name")]


class Parameters(Schema):
    """The question: practitioner and reason once, reference at most once, and the people."""

    resource_type: Annotated[Literal["Parameters"], Field(alias="resourceType")]
    parameter: Annotated[list[Parameter], Field(min_length=2, max_length=MOST_PEOPLE + 3)]

    def once(self, kind: type[Practitioner] | type[Reason] | type[Reference]) -> str | None:
        """What was sent of a kind that there may be one of; None for none, or for several."""
        found = [one.value for one in self.parameter if isinstance(one, kind)]
        return found[0].strip() if len(found) == 1 else None

    def descriptions(self) -> list[Description]:
        """What is looked up of each person."""
        return [described(one.resource) for one in self.parameter if isinstance(one, Person)]


def described(person: Patient) -> Description:
    """A Patient as the search takes somebody; what it cannot use is left out."""
    names = [one for one in person.name if one.use not in ("old", "maiden", "nickname")]
    name = next(iter(names), HumanName())
    given = " ".join(name.given).split()
    called = [" ".join(one.given) for one in person.name if one.use == "nickname"]
    homes = [one for one in person.address if one.use != "old"]
    home = next(iter(homes), Address())
    return Description(
        given=given[0] if given else "",
        middle=" ".join(given[1:]),
        surname=_tidy(name.family),
        known_as=_tidy(next(iter(called), "")),
        former_surnames=tuple(_tidy(one.family) for one in person.name if one not in names),
        born=person.birth_date,
        address=_tidy(" ".join(home.line)),
        town=_tidy(home.city),
        postcode=tidy_postcode(home.postal_code),
        former_postcodes=tuple(
            tidy_postcode(one.postal_code) for one in person.address if one not in homes
        ),
        phones=tuple(_tidy(one.value) for one in person.telecom if one.system == "phone"),
        nhs=next((tidy_identifier(one.value) for one in person.identifier if _is_nhs(one)), ""),
    )


def _is_nhs(number: Identifier) -> bool:
    return number.system == NHS_NUMBER


def _tidy(text: str) -> str:
    return " ".join(text.split())
