"""What tests of the door share: organisations, and a family written as if by the door."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from hub.access import opening
from hub.accounts.models import Account
from hub.agencies.models import Agency, Locality, Practitioner, Sector
from hub.families.models import Family, FamilyReference
from hub.kernel.files import Actor, ActorKind, Level
from hub.kernel.ids import new_reference
from tests.access.worlds import MOMENTS


@dataclass
class Organisations:
    """Two agencies with a practitioner each, in one of two localities."""

    here: Locality
    elsewhere: Locality
    agencies: list[Agency]
    practitioners: list[Practitioner]


def organise() -> Organisations:
    """Make them, as at a hub's beginning."""
    sector, _ = Sector.objects.get_or_create(code="health", defaults={"name": "Health"})
    here, elsewhere = (
        Locality.objects.create(
            name=name, hub_name=name, hub_phone="020 7946 0001", hub_email="hub@example.org"
        )
        for name in ("Here Test", "Elsewhere Test")
    )
    agencies = [
        Agency.objects.create(
            name=name,
            sector=sector,
            phone="020 7946 0002",
            email="office@example.org",
            opened_at=MOMENTS[0],
        )
        for name in ("First Test Agency", "Second Test Agency")
    ]
    practitioners = [
        Practitioner.objects.create(
            account=Account.objects.create_user(f"{place}@agency.example.org"),
            agency=agency,
            locality=here,
            name=f"Practitioner {place}",
            role_title="Health visitor",
            phone="07700 900001",
            email=f"{place}@agency.example.org",
            joined_at=MOMENTS[0],
        )
        for place, agency in enumerate(agencies)
    ]
    return Organisations(here, elsewhere, agencies, practitioners)


@pytest.fixture
def organisations(db: None) -> Organisations:
    return organise()


def actor_of(who: Practitioner) -> Actor:
    """A practitioner as an actor, without a role."""
    return Actor(
        ActorKind.PRACTITIONER, who.pk, who.name, agency=who.agency_id, locality=who.locality_id
    )


MakeFamily = Callable[[], Family]


def make_family(organisations: Organisations) -> tuple[Family, str]:
    """A bare family with a reference, open to the first practitioner in this transaction."""
    who = organisations.practitioners[0]
    family = Family(locality=organisations.here, registered_at=MOMENTS[0], registered_by=who)
    opening.begin(actor_of(who))
    opening.open_at([(family.pk, Level.RECORD, frozenset())], through=family.pk)
    family.save(force_insert=True)
    reference = new_reference("FH")
    FamilyReference(family=family, reference=reference, from_at=MOMENTS[0]).save(force_insert=True)
    return family, reference
