"""Families to be looked up, and those who look: shared by the tests of the look-up."""

from typing import Any

from hub.access.lookup import asking
from hub.access.lookup.asking import Answer, Checked
from hub.access.lookup.rules import Says
from hub.families import queries as families
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.matching.rules import Description
from tests.families_setup import Staff, acting, born, open_as

MOTHER = NamedPerson(
    "Oluwaseun", "adult", "Brackenbury", born=born(1988, 3, 14), relation="mother", responsible=True
)
CHILD = NamedPerson("Tamsin", "child", "Brackenbury", born=born(2017, 11, 2))
HOME = {"lines": "7 Withy Lane", "postcode": "ZA4 7QT"}
# The child and her mother as somebody types them who knows them.
TYPED = (
    Description(given="Tamsin", surname="Brackenbury", born="2017-11-02", postcode="ZA4 7QT"),
    Description(given="Oluwaseun", surname="Brackenbury", born="1988-03-14", postcode="ZA4 7QT"),
)
NOBODY = (Description(given="Ysolde", surname="Quillfeather", born="2011-04-09"),)


def look(
    staff: Staff, who: str, *typed: Description, purpose: str = "lookup.request", **more: Any
) -> Checked:
    """What somebody is told of what they typed; of the family above when nothing is given."""
    with acting(staff.actor(who)) as actor:
        return asking.check(actor, typed or TYPED, purpose=purpose, now=clock.now(), **more)


def says(checked: Checked) -> list[Says]:
    """The kinds of answer that were given."""
    return [one.says for one in checked.answers]


def only(checked: Checked) -> Answer:
    """The one answer there is."""
    (answer,) = checked.answers
    return answer


def person_of(staff: Staff, reference: str, given: str) -> int:
    """The number of a member, by their given name."""
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        return next(
            row.person_id for row in families.members_in(file) if row.person.given_names == given
        )


def typed_page(**more: str) -> dict[str, Any]:
    """The child as she is typed on the page."""
    return {
        "people-set": ["0"],
        "people-0-given_names": "Tamsin",
        "people-0-family_name": "Brackenbury",
        "people-0-born-day": "2",
        "people-0-born-month": "11",
        "people-0-born-year": "2017",
        "purpose": "lookup.registering",
    } | more
