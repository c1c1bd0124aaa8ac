"""Agencies, practitioners and one family, made through the changes themselves, for tests of the
file: `here` is the locality's staff, `registered` a family that agreed to the clinic."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.test import Client

from hub.access import door, opening
from hub.accounts.models import Account
from hub.agencies.models import (
    Agency,
    HelpNumber,
    Locality,
    LocalityMembership,
    Practitioner,
    RoleGrant,
    Sector,
)
from hub.consent.models import Wording
from hub.intake import changes as intake
from hub.intake.registration import NamedPerson, Registration
from hub.kernel import clock
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.files import Actor, ActorKind, FamilyFile, Level, Role
from hub.story.standing import let_stand

BEGAN = datetime(2020, 1, 6, 9, tzinfo=UTC)


def born(year: int, month: int = 5, day: int = 4) -> PartialDate:
    """An exact birth date."""
    return PartialDate(date(year, month, day), Accuracy.EXACT)


def aged(years: int) -> PartialDate:
    """The birth date of somebody whose birthday was a month ago."""
    day = clock.today() - timedelta(days=30)
    return born(day.year - years, day.month, min(day.day, 28))


MOTHER = NamedPerson(
    "Amina", "adult", "Yusuf", born=born(1990), relation="mother", responsible=True
)
CHILD = NamedPerson("Dylan", "child", "Yusuf", born=aged(6))


@dataclass
class Staff:
    """Who works here: `registrar` at the school, `nurse` and `doctor` at the clinic, `stranger`
    at an agency nobody agreed to, a coordinator and an administrator of the hub."""

    locality: Locality
    school: Agency
    clinic: Agency
    charity: Agency
    wording: Wording
    people: dict[str, Practitioner] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)

    def actor(self, who: str) -> Actor:
        """The actor somebody is."""
        person = self.people[who]
        roles = RoleGrant.objects.filter(practitioner=person, until=None)
        return Actor(
            kind=ActorKind.PRACTITIONER,
            id=person.pk,
            name=person.name,
            agency=person.agency_id,
            agency_name=person.agency.name,
            locality=person.locality_id,
            roles=frozenset(Role(g.code, g.locality_id) for g in roles),
        )

    def registration(self, *people: NamedPerson, **more: Any) -> Registration:
        """A registration by the first of these people, sharing with the clinic."""
        usual = Registration(
            people=people or (MOTHER, CHILD),
            record=True,
            keep=True,
            how="paper",
            wording=self.wording.pk,
            lines="1 Example Street",
            postcode="ZZ1 1ZZ",
            agencies=(self.clinic.pk,),
            service=True,
        )
        return replace(usual, **({"postcode": "SW1A 1AA"} | more))


def make_staff() -> Staff:
    """A locality with three agencies, six practitioners and wording in use."""
    locality = Locality(
        name="Fenside",
        hub_name="Fenside Family Hub",
        hub_phone="020 7946 0100",
        hub_email="hub@example.org",
    )
    locality.save(force_insert=True)
    sector, _ = Sector.objects.get_or_create(code="test-sector", defaults={"name": "Schools"})
    school, clinic, charity = (
        _agency(name, sector, locality) for name in ("School", "Clinic", "Charity")
    )
    let_stand([(agency, [locality]) for agency in (school, clinic, charity)], BEGAN)
    wording = Wording(
        text="We write down what you tell us and keep it.\n\nYou can stop at any time.",
        published_at=clock.now(),  # newer than the story's
        checked_by="The authority",
    )
    wording.save(force_insert=True)
    HelpNumber(locality=locality, label="Children's social care", number="020 7946 0123").save(
        force_insert=True
    )
    staff = Staff(locality, school, clinic, charity, wording)
    for who, agency in (
        ("registrar", staff.school),
        ("colleague", staff.school),
        ("nurse", staff.clinic),
        ("doctor", staff.clinic),
        ("stranger", staff.charity),
        ("coordinator", staff.charity),
        ("administrator", staff.charity),
    ):
        _practitioner(staff, who, agency)
    for role in ("coordinator", "administrator"):
        RoleGrant(practitioner=staff.people[role], code=role, locality=locality, since=BEGAN).save(
            force_insert=True
        )
    return staff


def _agency(name: str, sector: Sector, locality: Locality) -> Agency:
    agency = Agency(
        name=f"{name} of Fenside",
        sector=sector,
        phone="020 7946 0101",
        email=f"{name.lower()}@example.org",
        opened_at=BEGAN,
    )
    agency.save(force_insert=True)
    LocalityMembership(agency=agency, locality=locality, since=BEGAN).save(force_insert=True)
    return agency


def _practitioner(staff: Staff, who: str, agency: Agency) -> None:
    account = Account(email=f"{who}.here@example.org")
    account.set_unusable_password()
    account.save(force_insert=True)
    person = Practitioner(
        account=account,
        agency=agency,
        locality=staff.locality,
        name=f"{who.capitalize()} Example",
        role_title="Practitioner",
        phone="020 7946 0102",
        email=account.email,
        joined_at=BEGAN,
    )
    person.save(force_insert=True)
    staff.people[who], staff.accounts[who] = person, account


def published(staff: Staff, at: datetime, language: str = "en", **more: str) -> Wording:
    """Wording of a moment, written as the administrator: nobody else may (S16)."""
    with acting(staff.actor("administrator")):
        said = {"text": staff.wording.text, "checked_by": "The authority"} | more
        row = Wording(language=language, published_at=at, **said)
        row.save(force_insert=True)
    return row


def sign_in(staff: Staff, who: str) -> Client:
    """A browser of its own in which somebody has signed in."""
    client = Client()
    client.force_login(staff.accounts[who], "hub.accounts.backend.Backend")
    session = client.session
    session["began"] = session["seen"] = clock.now().isoformat()
    session.save()
    return client


@contextmanager
def acting(actor: Actor) -> Iterator[Actor]:
    """A transaction of an actor's, as a page has one."""
    with transaction.atomic():
        opening.begin(actor)
        try:
            yield actor
        finally:
            opening.forget()


def register(staff: Staff, registration: Registration | None = None, **more: Any) -> str:
    """Register a family as the registrar; give back its reference."""
    with acting(staff.actor("registrar")) as actor:
        file = intake.register(actor, registration or staff.registration(**more), now=clock.now())
    return file.reference


def open_as(staff: Staff, who: str, reference: str, needs: Level = Level.SIGNPOST) -> FamilyFile:
    """Open a file inside a transaction that `acting` began."""
    return door.open_file(staff.actor(who), reference, "family", now=clock.now(), needs=needs)
