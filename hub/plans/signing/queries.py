"""Which services in the plan the family has signed for, and who is still to sign."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db import connection

from hub.consent.models import Agreement
from hub.families import queries as families
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile, Level
from hub.papers import queries as papers
from hub.papers.models import Signature
from hub.papers.rules import ForPlan
from hub.plans import queries
from hub.plans.copies import rules
from hub.plans.models import Plan
from hub.plans.queries import GoalWithActions, held_back_in
from hub.plans.services import InPlan, services_in

# What waits: services with a yes in force that nobody who gave it has signed for in the open plan.
NOT_SIGNED: Final = """
select p.family_id, count(distinct o.agency_id), min(a.added_at)
from plans_plan p
join plans_goal g on g.family_id = p.family_id and g.plan_id = p.id
join plans_action a on a.family_id = p.family_id and a.goal_id = g.id
join agencies_practitioner o on o.id = a.owner_practitioner_id
where p.family_id = any (%(led)s) and p.closed_at is null
  and not g.id = any (%(held)s) and not a.id = any (%(held)s)
  and exists (
      select from consent_agreement c
      where c.family_id = p.family_id and c.agency_id = o.agency_id and not c.id = any (%(held)s)
        and (c.scope = 'record' or c.scope = 'share' and c.reach >= 3)
        and c.from_at <= %(now)s and coalesce(c.until_at > %(now)s, true)
        and not exists (
            select from papers_signature s
            join consent_agreement own on own.id = s.agreement_id
            where s.family_id = p.family_id and s.plan_id = p.id and s.kind <> 'stands'
              and own.agency_id = c.agency_id and own.given_by_id = c.given_by_id
              and coalesce(own.until_at > %(now)s, true)))
group by p.family_id
"""


@dataclass(frozen=True)
class Signed:
    """What one person did under their yes to a service: signed it, or said it aloud. None of both:
    they are asked."""

    yes: Agreement
    signature: Signature | None
    said: Signature | None


@dataclass(frozen=True)
class ServiceSigned:
    """A service in the plan, who signed for it, and whether all did who said yes to it."""

    service: InPlan
    signed: tuple[Signed, ...]

    @property
    def is_signed(self) -> bool:
        """Whether everybody who said yes to it has signed for it."""
        return bool(self.signed) and all(one.signature for one in self.signed)


@dataclass(frozen=True)
class Signer:
    """Somebody who said yes to services in the plan: to all of them, and to those they have not
    signed for."""

    person: int
    name: str
    yeses: tuple[Agreement, ...]
    open: tuple[int, ...]


@dataclass(frozen=True)
class Signing:
    """The open plan's services with what was signed, and who signs."""

    plan: int
    services: tuple[ServiceSigned, ...]

    @property
    def missing(self) -> list[str]:
        """The names of the services that are not signed for."""
        return [one.service.name for one in self.services if not one.is_signed]

    @property
    def signers(self) -> list[Signer]:
        """Whoever said yes to a service in the plan, by name."""
        found: dict[int, list[Signed]] = {}
        for signed in (signed for one in self.services for signed in one.signed):
            found.setdefault(signed.yes.given_by_id, []).append(signed)
        return sorted(
            (_signer(person, signed) for person, signed in found.items()),
            key=lambda one: (one.name, one.person),
        )

    @property
    def for_plan(self) -> ForPlan:
        """The plan and the yeses it can be signed for by."""
        yeses = frozenset(signed.yes.pk for one in self.services for signed in one.signed)
        return ForPlan(self.plan, yeses)


@dataclass(frozen=True)
class Waiting:
    """A family whose plan names services that are not signed for; its reference and no name."""

    reference: str
    services: int
    since: date


def signing_in(file: FamilyFile) -> Signing | None:
    """What the family signed for of its open plan, for who leads; None for anybody else, and where
    no plan is open."""
    plan = queries.plan_in(file) if file.sees(Level.RECORD) else None
    return signing_of(file, plan, queries.goals_in(file, plan)) if plan else None


def signing_of(file: FamilyFile, plan: Plan, goals: Sequence[GoalWithActions]) -> Signing | None:
    """The same of a plan and its goals that are fetched already."""
    if plan.closed_at is not None or not file.sees(Level.RECORD):
        return None
    services = services_in(file, goals)
    rows = papers.signatures_in(file) if services else []
    mine = [row for row in rows if row.plan_id == plan.pk]
    return Signing(plan.pk, tuple(_service(one, mine) for one in services))


def signer_in(file: FamilyFile, person: int) -> tuple[Signing | None, Signer]:
    """The plan's signing and one signer of it, who may have nothing to sign for. Raises
    NotInYourFiles for who is not in this family."""
    member = families.member(file, person)
    signing = signing_in(file)
    found = [one for one in signing.signers if one.person == person] if signing else []
    return signing, next(iter(found), Signer(person, member.person.full_name, (), ()))


def not_signed_in(files: Sequence[FamilyFile], *, now: datetime) -> list[Waiting]:
    """Those of the families that somebody leads whose open plan names services that the family
    said yes to and has not signed for, the longest waiting first."""
    led = {file.family: file.reference for file in files if file.sees(Level.RECORD)}
    if not led:
        return []
    with connection.cursor() as cursor:
        cursor.execute(NOT_SIGNED, {"led": list(led), "held": held_back_in(files), "now": now})
        rows = cursor.fetchall()
    found = [Waiting(led[family], count, day_of(since)) for family, count, since in rows]
    return sorted(found, key=lambda one: (one.since, one.reference))


def _service(service: InPlan, rows: Iterable[Signature]) -> ServiceSigned:
    # Without a yes that counts now there is nothing to sign under.
    yeses = service.yeses if rules.agreed(service.facts) else ()
    return ServiceSigned(service, tuple(_signed(yes, rows) for yes in yeses))


def _signed(yes: Agreement, rows: Iterable[Signature]) -> Signed:
    own = [row for row in rows if row.agreement_id == yes.pk]
    signature = next((row for row in own if row.kind != Signature.Kind.STANDS), None)
    said = next((row for row in own if row.kind == Signature.Kind.STANDS), None)
    return Signed(yes, signature, said)


def _signer(person: int, signed: Sequence[Signed]) -> Signer:
    return Signer(
        person=person,
        name=signed[0].yes.given_by.full_name,
        yeses=tuple(one.yes for one in signed),
        open=tuple(one.yes.pk for one in signed if one.signature is None),
    )
