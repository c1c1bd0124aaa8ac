"""One family and the people around it, each there for one reason; and how they open its file."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from hub.access import door, opening
from hub.access.models import Involvement, Lead
from hub.accounts.models import Account
from hub.agencies.models import Agency, Locality, Practitioner, Sector
from hub.audit import journal
from hub.consent.models import Agreement
from hub.families.models import Family, FamilyReference, Membership, Person
from hub.kernel import clock
from hub.kernel.files import Actor, ActorKind, FamilyFile, Level
from hub.story.standing import let_stand
from tests.setting_up import wording

LONG_AGO = timedelta(days=400)


@dataclass
class Around:
    """Amina leads. Ben is in the team. Carys works with them. Dov's agency was agreed to and he
    recorded nothing. Esi's agency was not agreed to."""

    now: datetime
    reference: str
    family: int
    mother: int
    amina: Actor
    ben: Actor
    carys: Actor
    dov: Actor
    esi: Actor

    @property
    def today(self) -> date:
        """The London day of `now`."""
        return clock.day_of(self.now)

    def who(self, name: str) -> Actor:
        """One of them by name."""
        found = getattr(self, name)
        assert isinstance(found, Actor)
        return found


def make(*, lead: str = "amina", mother: str = "Dee Okafor", prefix: str = "") -> Around:
    """The family, registered. `lead` is who leads, "" when nobody does; `prefix` tells a second
    set of agencies and people from the first. Call in a transaction."""
    now = clock.now()
    locality = Locality.objects.create(
        name=f"{prefix}Tested place",
        hub_name="Tested hub",
        hub_phone="020 7946 0100",
        hub_email="a@b.test",
    )
    sector = Sector.objects.get_or_create(code="health", defaults={"name": "Health"})[0]
    names = (f"{prefix}Tested {kind}" for kind in ("Health", "School", "Charity"))
    health, school, charity = (_agency(name, sector, now) for name in names)
    actors = {
        "amina": actor(health, locality, prefix + "Amina Rahman"),
        "ben": actor(school, locality, prefix + "Ben Hughes"),
        "carys": actor(school, locality, prefix + "Carys Bevan"),
        "dov": actor(school, locality, prefix + "Dov Stern"),
        "esi": actor(charity, locality, prefix + "Esi Mensah"),
    }
    reference, family, person = register(actors["amina"], [health, school], mother)
    around = Around(now, reference, family, person, **actors)
    with through(actors["amina"], family) as opened:
        involve(opened, around.ben, Involvement.Kind.TEAM)
        involve(opened, around.carys, Involvement.Kind.WORKING)
        if lead != "amina":
            Lead.objects.filter(family=family).update(until_at=now)
            involve(opened, around.amina, Involvement.Kind.WORKING)
        if lead not in ("", "amina"):
            _lead(family, around.who(lead), now)
    return around


def register(actor: Actor, agencies: list[Agency], mother: str) -> tuple[str, int, int]:
    """A family of a mother and a child that the actor leads: reference, id, the mother's id."""
    before = clock.now() - LONG_AGO
    with transaction.atomic():
        words = wording("Yes", at=before)
        opening.begin(actor)
        file = door.new_file(actor, now=before)
        Family(
            pk=file.family,
            locality_id=file.locality,
            registered_at=before,
            registered_by_id=actor.id,
        ).save(force_insert=True)
        FamilyReference(family_id=file.family, reference=file.reference, from_at=before).save(
            force_insert=True
        )
        person = member(file, mother, Membership.Part.ADULT, before)
        member(file, "Tariq", Membership.Part.CHILD, before)
        for agency in agencies:
            for scope in ("service", "record", "keep", "share"):
                Agreement(
                    family_id=file.family,
                    given_by_id=person,
                    scope=scope,
                    agency=agency,
                    wording=words,
                    basis="adult",
                    how="on_screen",
                    taken_by_id=actor.id,
                    recorded_at=before,
                    from_at=before,
                ).save(force_insert=True)
        _lead(file.family, actor, before)
        opening.forget()
    return file.reference, file.family, person


def member(file: FamilyFile, name: str, part: str, now: datetime) -> int:
    """Somebody in the family: the person's id."""
    person = Person(given_names=name, search_name=name.lower())
    person.save(force_insert=True)
    Membership(family_id=file.family, person=person, part=part, from_at=now).save(force_insert=True)
    return person.pk


def actor(agency: Agency, locality: Locality, name: str) -> Actor:
    """A new practitioner, as an actor."""
    email = f"plan.{name.lower().replace(' ', '.')}@example.org"
    account = Account.objects.create_user(email)
    row = Practitioner.objects.create(
        account=account,
        agency=agency,
        locality=locality,
        name=name,
        role_title="Practitioner",
        phone="020 7946 0101",
        email=email,
        joined_at=clock.now() - 2 * LONG_AGO,
    )
    return Actor(
        ActorKind.PRACTITIONER,
        row.pk,
        name,
        agency.pk,
        agency.name,
        locality.pk,
        account=account.pk,
    )


@contextmanager
def opened(who: Actor, reference: str) -> Iterator[FamilyFile]:
    """The family's file open to somebody, in a transaction of its own (or a savepoint)."""
    with transaction.atomic():
        opening.begin(who)
        try:
            yield door.open_file(who, reference, "plan", now=clock.now())
            journal.flush()
        finally:
            opening.forget()


@contextmanager
def through(who: Actor, family: int) -> Iterator[FamilyFile]:
    """The whole record open to somebody whatever they may see, to set things up."""
    with transaction.atomic():
        opening.begin(who)
        opening.open_at([(family, Level.RECORD, frozenset())], through=family)
        yield FamilyFile(family, "", who.locality or 0, who, Level.RECORD, "plan", clock.now())
        opening.forget()


def _agency(name: str, sector: Sector, now: datetime) -> Agency:
    agency = Agency.objects.create(
        name=name,
        sector=sector,
        phone="020 7946 0102",
        email="b@b.test",
        opened_at=now - 3 * LONG_AGO,
    )
    let_stand([(agency, [])], now - 3 * LONG_AGO)
    return agency


def involve(file: FamilyFile, who: Actor, kind: str) -> None:
    Involvement(
        family_id=file.family,
        practitioner_id=who.id,
        kind=kind,
        why="Sees them every week",
        since_on=clock.day_of(clock.now()),
        from_at=clock.now() - timedelta(days=1),
    ).save(force_insert=True)


def _lead(family: int, who: Actor, now: datetime) -> None:
    Lead(family_id=family, practitioner_id=who.id, stage="appointed", from_at=now).save(
        force_insert=True
    )
