"""A small place: two localities, two agencies, a coordinator, an administrator, a worker."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from hub.accounts.models import Account
from hub.agencies import queries
from hub.agencies.models import (
    Agency,
    Locality,
    LocalityMembership,
    Practitioner,
    RoleGrant,
    Sector,
)
from hub.kernel.files import Actor

BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


@dataclass
class Place:
    """What there is."""

    here: Locality
    there: Locality
    agency: Agency
    other: Agency
    coordinator: Practitioner
    administrator: Practitioner
    worker: Practitioner

    def actor(self, who: str) -> Actor:
        """Somebody, as the pages know them."""
        person: Practitioner = getattr(self, who)
        found = queries.actor_for(person.account_id, person.pk, NOW)
        assert found is not None
        return found


def locality(name: str) -> Locality:
    """An area."""
    return Locality.objects.create(
        name=name, hub_name=f"{name} hub", hub_phone="020 7946 0100", hub_email="h@example.org"
    )


def agency(name: str, where: Locality) -> Agency:
    """An agency working in one locality."""
    made = Agency.objects.create(
        name=name,
        sector_id="test-health",
        phone="020 7946 0101",
        email="office@example.org",
        opened_at=BEGAN,
    )
    LocalityMembership.objects.create(agency=made, locality=where, since=BEGAN)
    return made


def person(name: str, agency: Agency, where: Locality) -> Practitioner:
    """Somebody with an account of their own."""
    email = f"{name.lower()}@people.example.org"
    account = Account.objects.create_user(email)
    Account.objects.filter(pk=account.pk).update(opened_at=BEGAN)
    return Practitioner.objects.create(
        account=account,
        agency=agency,
        locality=where,
        name=name,
        role_title="Health visitor",
        phone="07700 900001",
        email=email,
        joined_at=BEGAN,
    )


@pytest.fixture
def place(db: None) -> Place:
    """The place, new for each test."""
    Sector.objects.create(code="test-health", name="Health")
    here, there = locality("Test Here"), locality("Test There")
    first, second = agency("Test First", here), agency("Test Second", there)
    coordinator = person("Cora", first, here)
    administrator = person("Adam", first, here)
    RoleGrant.objects.create(
        practitioner=coordinator, code="coordinator", locality=here, since=BEGAN
    )
    RoleGrant.objects.create(practitioner=administrator, code="administrator", since=BEGAN)
    return Place(here, there, first, second, coordinator, administrator, person("Wen", first, here))
