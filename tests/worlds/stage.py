"""Where worlds are played: who is signed in, and a world's rows written as the hub keeps them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Model
from django.test import Client

from hub.access import opening
from hub.access.models import Involvement, Lead
from hub.accounts.models import Account
from hub.agencies.models import (
    Agency,
    Locality,
    Practitioner,
    RoleGrant,
    Sector,
    SharingAgreement,
    SharingParty,
    Terms,
    TermsAcceptance,
)
from hub.consent import models as consent
from hub.families import models as families
from hub.intake.models import Draft
from hub.kernel import clock
from hub.kernel.files import Actor, ActorKind, Level
from hub.plans import models as plans
from tests.c3.pages import sign_in
from tests.worlds import making
from tests.worlds.world import Job, Row, Window, World

MODELS: Final[dict[str, type[Model]]] = {
    "lead": Lead, "involvement": Involvement, "membership": families.Membership,
    "relationship": families.Relationship, "responsibility": families.Responsibility,
    "address": families.Address, "household": families.HouseholdMember,
    "contact": families.Contact, "agreement": consent.Agreement, "plan": plans.Plan,
    "goal": plans.Goal, "action": plans.Action, "closure": plans.Closure,
    "judgement": consent.Judgement, "restriction": consent.Restriction,
    "override": consent.Override,
}  # fmt: skip
WINDOWED: Final = (*list(MODELS)[:9], "restriction", "override")
ORDER: Final = (
    "membership", "relationship", "responsibility", "address", "household", "contact", "judgement",
    "agreement", "lead", "involvement", "plan", "goal", "action", "closure", "restriction",
    "override",
)  # fmt: skip


@dataclass(frozen=True)
class Stage:
    """What every world has alike: localities, a browser for each job, words to agree to."""

    accounts: list[Account]
    sector: Sector
    wording: consent.Wording
    browsers: dict[int, Client]


@contextmanager
def staged() -> Iterator[Stage]:
    """Set the stage, and leave nothing of it behind."""
    with transaction.atomic():
        sector, _ = Sector.objects.get_or_create(code="worlds", defaults={"name": "Worlds"})
        for number, pk in enumerate(making.LOCALITIES):
            Locality.objects.create(
                pk=pk, name=f"World {number}", hub_name=f"World hub {number}",
                hub_phone="020 7946 0001", hub_email="hub@example.org",
            )  # fmt: skip
        emails = [f"world{n}@agency.example.org" for n in range(len({p[0] for p in making.PLACES}))]
        accounts = [Account.objects.create_user(email) for email in emails]
        wording = consent.Wording.objects.create(
            text="The words", published_at=clock.now(), checked_by="A checker"
        )
        browsers = {
            job: _browser(accounts[place[0]], job)
            for job, place in zip(making.JOBS, making.PLACES, strict=True)
        }
        yield Stage(accounts, sector, wording, browsers)
        transaction.set_rollback(True)


@contextmanager
def told(world: World, stage: Stage) -> Iterator[datetime]:
    """The world's rows are in the database until the end of the block. Gives its moment."""
    with transaction.atomic():
        now = clock.now()
        _Writer(world, stage, now).write()
        yield now
        transaction.set_rollback(True)


def actor_of(job: Job) -> Actor:
    """A job as the door knows it. Its roles are read by pages, never by the door."""
    return Actor(ActorKind.PRACTITIONER, job.id, job.name, agency=job.agency, locality=job.locality)


def _browser(account: Account, job: int) -> Client:
    client = Client(raise_request_exception=True)
    sign_in(client, account)
    session = client.session
    session["practitioner"] = job
    session["seen"] = clock.now().isoformat()
    session.save()
    return client


class _Writer:
    def __init__(self, world: World, stage: Stage, now: datetime) -> None:
        self.world, self.stage, self.now = world, stage, now
        self.by = world.jobs[0].id

    def write(self) -> None:
        self._offices()
        world, opened = self.world, [(f.id, Level.RECORD, frozenset[int]()) for f in self.families]
        opening.begin(actor_of(world.jobs[0]))
        opening.open_at(opened, through=world.families[0].id)
        long_ago = self.now - timedelta(days=90)
        families.Family.objects.bulk_create(
            families.Family(
                pk=f.id, locality_id=f.locality, registered_at=long_ago, registered_by_id=self.by
            )
            for f in self.families
        )
        families.FamilyReference.objects.bulk_create(
            families.FamilyReference(family_id=f.id, reference=f.reference, from_at=long_ago)
            for f in self.families
        )
        families.Person.objects.bulk_create(
            families.Person(
                pk=p.id, given_names=p.given, family_name=p.family_name, known_as=p.known_as,
                search_name=" ".join(sorted(name.casefold() for name in p.names)),
            )
            for p in world.people.values()
        )  # fmt: skip
        for kind in ORDER:
            rows = [self._row(row) for row in world.rows if row.kind == kind]
            if rows:
                MODELS[kind]._default_manager.bulk_create(rows)
        for draft in world.drafts:
            opening.begin(actor_of(world.job(draft.job)))
            typed = {"said_yes": ["yes"], "people-set": ["0"], "people-0-part": ["adult"],
                     "people-0-given_names": [draft.secret]}  # fmt: skip
            Draft.objects.bulk_create(
                [Draft(pk=draft.id, practitioner_id=draft.job, typed=typed, touched_at=self.now)]
            )
        opening.forget()
        with connection.cursor() as cursor:  # what is checked at commit is checked now
            cursor.execute("set constraints all immediate")

    @property
    def families(self) -> Any:
        return self.world.families

    def _offices(self) -> None:
        world = self.world
        Agency.objects.bulk_create(
            Agency(
                pk=pk, name=f"World agency {place}", sector=self.stage.sector,
                phone="020 7946 0002", email="office@example.org", **self._between(
                    window, "opened_at", "closed_at"),
            )
            for place, (pk, window) in enumerate(world.agencies.items())
        )  # fmt: skip
        Practitioner.objects.bulk_create(
            Practitioner(
                pk=job.id, account=self.stage.accounts[job.account], agency_id=job.agency,
                locality_id=job.locality, name=job.name, role_title="Health visitor",
                phone="020 7946 0003", email=f"{job.id}@agency.example.org",
                **self._between(job.window, "joined_at", "left_at"),
            )
            for job in world.jobs
        )  # fmt: skip
        RoleGrant.objects.bulk_create(
            RoleGrant(
                pk=r.id, practitioner_id=r.job, code=r.code, locality_id=r.locality,
                **self._between(r.window, "since", "until"),
            )
            for r in world.roles
        )  # fmt: skip
        self._signatures()

    def _signatures(self) -> None:
        terms = Terms.objects.create(
            text="Terms", published_at=self._at(-99999), counts_from=self._at(-99999)
        )
        for one in self.world.signed:
            signed_on = self._at(one.window.start).date()
            held = self._between(one.window, "from_at", "until_at")
            if one.locality is None:
                TermsAcceptance.objects.create(
                    pk=one.id, agency_id=one.agency, terms=terms, accepted_on=signed_on,
                    accepted_by="A head", **held,
                )  # fmt: skip
                continue
            agreement = SharingAgreement.objects.create(
                locality_id=one.locality, name="An agreement", purposes=["help"], shares="Words",
                from_at=self._at(-99999), review_on=signed_on, asks_from=self._at(one.asks_from),
            )  # fmt: skip
            SharingParty.objects.create(
                pk=one.id, agreement=agreement, agency_id=one.agency, signed_on=signed_on,
                signed_by="A head", **held,
            )  # fmt: skip

    def _between(self, window: Window, start: str, end: str) -> dict[str, datetime | None]:
        return {start: self._at(window.start), end: self._at(window.end)}

    def _at(self, minutes: int | None) -> Any:
        return None if minutes is None else self.now + timedelta(minutes=minutes)

    def _row(self, row: Row) -> Model:
        columns = getattr(self, f"_{row.kind}")(row)
        if row.kind in WINDOWED:
            columns |= self._between(row.window, "from_at", "until_at")
        return MODELS[row.kind](pk=row.id, family_id=row.family, **columns)

    def _membership(self, row: Row) -> dict[str, Any]:
        return {"person_id": row.people[0], "part": row.more["part"]}

    def _relationship(self, row: Row) -> dict[str, Any]:
        return {"person_id": row.people[0], "other_id": row.people[1], "kind": "carer"}

    def _responsibility(self, row: Row) -> dict[str, Any]:
        return {"person_id": row.people[0], "child_id": row.people[1], "source": "says_so"}

    def _address(self, row: Row) -> dict[str, Any]:
        return {"lines": f"4 {row.secrets[0]} Street", "postcode": row.secrets[1]}

    def _household(self, row: Row) -> dict[str, Any]:
        return {"person_id": row.people[0], "address_id": row.hangs_on[0]}

    def _contact(self, row: Row) -> dict[str, Any]:
        value = row.secrets[0]
        kind = "email" if "@" in value else "phone"
        return {"person_id": row.people[0], "kind": kind, "value": value}

    def _agreement(self, row: Row) -> dict[str, Any]:
        return {
            "given_by_id": row.people[0], "scope": row.more["scope"],
            "reach": row.more.get("reach", 3),
            "agency_id": row.more["agency"], "wording": self.stage.wording, "basis": "adult",
            "how": "paper", "taken_by_id": self.by, "recorded_at": self._at(row.window.start),
        }  # fmt: skip

    def _lead(self, row: Row) -> dict[str, Any]:
        return {"practitioner_id": row.more["job"], "stage": "appointed"}

    def _involvement(self, row: Row) -> dict[str, Any]:
        why = f"Visits {row.secrets[0]}"
        since = self._at(row.window.start).date()
        return {"practitioner_id": row.more["job"], "kind": row.more["way"], "why": why,
                "since_on": since}  # fmt: skip

    def _plan(self, row: Row) -> dict[str, Any]:
        closed = self._at(-2) if row.more["closed"] else None
        return {"opened_by_id": self.by, "opened_at": self._at(-30), "closed_at": closed}

    def _closure(self, row: Row) -> dict[str, Any]:
        return {
            "plan_id": row.more["hangs_on_plan"], "reason": "enough", "note": row.secrets[0],
            "continues": row.secrets[1], "protection_concern": False, "closed_by_id": self.by,
            "closed_at": self._at(-2),
        }  # fmt: skip

    def _goal(self, row: Row) -> dict[str, Any]:
        return {"plan_id": row.more["plan"], "words": f"We want {row.secrets[0]}",
                "added_by_id": self.by, "added_at": self._at(-20)}  # fmt: skip

    def _action(self, row: Row) -> dict[str, Any]:
        done = row.more["done"]
        return {
            "goal_id": row.hangs_on[0], "step": f"Ring {row.secrets[0]}",
            "owner_practitioner_id": row.more["owner"],
            "owner_member_id": row.people[0] if row.people else None,
            "due_on": (self.now + timedelta(days=row.more["due"])).date(),
            "added_by_id": self.by, "added_at": self._at(-15),
            "done_at": self._at(-3) if done else None, "done_by_id": self.by if done else None,
        }  # fmt: skip

    def _judgement(self, row: Row) -> dict[str, Any]:
        return {"person_id": row.people[0], "understands": True, "parent_needed": False,
                "because": row.secrets[0], "judged_by_id": self.by,
                "judged_at": self._at(-60)}  # fmt: skip

    def _restriction(self, row: Row) -> dict[str, Any]:
        return {"item": row.more["item"], "item_kind": row.more["item_kind"],
                "kept_from": row.more["whom"], "kept_from_id": row.more["target"],
                "set_by_id": self.by}  # fmt: skip

    def _override(self, row: Row) -> dict[str, Any]:
        return {"shown_to": row.more["whom"], "shown_to_id": row.more["target"],
                "item": row.more["item"], "ground": row.more["ground"],
                "because": row.secrets[0], "decided_by_id": self.by,
                "told_family": True}  # fmt: skip
