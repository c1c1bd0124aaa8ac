"""What a registration asks the look-up once more as it is saved."""

from collections.abc import Callable
from datetime import datetime

from hub.access.lookup import saving
from hub.access.lookup.asking import Checked
from hub.access.lookup.index import as_known
from hub.families.rules import contact_kind
from hub.intake.registration import NamedPerson, Registration
from hub.kernel.files import Actor
from hub.matching.rules import Description

TELEPHONE = "phone"


def ask(
    actor: Actor,
    registration: Registration,
    *,
    seen: str = "",
    because: str = "",
    clock: Callable[[], datetime],
) -> Checked | None:
    """What its writer is told before this is saved, or None to go on (`saving.once_more`)."""
    return saving.once_more(
        actor,
        descriptions(registration),
        shown=may_be_told(registration),
        seen=seen,
        because=because,
        clock=clock,
    )


def may_be_told(registration: Registration) -> bool:
    """Whether others may be told of the family from the start: it shares with any agency, and does
    not keep where it is (S19)."""
    return bool(registration.agencies) and not registration.held_by


def descriptions(registration: Registration) -> list[Description]:
    """What is looked up of each person, as the index would say it of them."""
    return [_described(registration, one) for one in registration.people if one.part != "unborn"]


def _described(registration: Registration, one: NamedPerson) -> Description:
    given, _, middle = one.given_names.partition(" ")
    home = not (one.lives_elsewhere or registration.held_by)
    phone = contact_kind(one.contact) == TELEPHONE
    return Description(
        given=given,
        middle=middle.strip(),
        surname=one.family_name,
        known_as=one.known_as,
        born=as_known(one.born.first_day, one.born.accuracy) if one.born else "",
        address=" ".join(registration.lines.split()) if home else "",
        postcode=registration.postcode if home else "",
        phones=(one.contact,) if one.contact and phone else (),
    )
