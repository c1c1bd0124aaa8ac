"""The family that tests of its pages share, and how they read a page."""

from typing import Any

from hub.access import changes as access
from hub.families import queries
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from tests.families_setup import CHILD, MOTHER, Staff, acting, open_as, register


def make_family(staff: Staff) -> str:
    """A family with the nurse working with it and a contact."""
    mother = NamedPerson(**(vars(MOTHER) | {"contact": "07700 900123"}))
    reference = register(staff, people=(mother, CHILD))
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", reference)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    return reference


def text(response: Any) -> str:
    return str(response.content.decode())


def ids(staff: Staff, reference: str) -> dict[str, int]:
    """The ids of the mother, the address and the contact."""
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", reference)
        return {
            "person": queries.members_in(file)[0].person_id,
            "address": queries.addresses_in(file)[0].pk,
            "contact": queries.contacts_in(file)[0].pk,
        }
