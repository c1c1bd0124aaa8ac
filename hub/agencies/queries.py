"""Reads: who is acting, which numbers to ring, and the lists of agencies, people and roles.

These concern no family, so they take no FamilyFile. `standing` runs on every page: one query.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeVar

from django.conf import settings
from django.db import connection
from django.db.models import Count, Exists, Model, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce, Greatest

from hub.agencies.models import (
    Agency,
    HelpNumber,
    Locality,
    LocalityMembership,
    Practitioner,
    RoleGrant,
    Sector,
)
from hub.agencies.rules import ADMINISTRATOR, Held, Person
from hub.database.kept import kept
from hub.kernel.files import Actor, ActorKind, NotInYourFiles, Role

M = TypeVar("M", bound=Model)


class HelpLine(NamedTuple):
    """One line of "Worried that a child or adult is not safe?" (S32)."""

    label: str
    number: str
    hint: str = ""


@dataclass(frozen=True)
class Standing:
    """Who an account acts as now, the numbers their pages show, and how many people it could be.

    `actor` is None when none was chosen among several, when the chosen one has left, or when
    there is nobody; `people` tells which.
    """

    actor: Actor | None
    help_numbers: list[tuple[str, str]]
    people: int


STANDING = """
with people as (
    select p.id, p.name, p.agency_id, a.name as agency_name, p.locality_id
      from agencies_practitioner p
      join agencies_agency a on a.id = p.agency_id
      join accounts_account acc on acc.id = p.account_id
     where p.account_id = %(account)s and acc.is_active
       and p.joined_at <= %(now)s and (p.left_at is null or p.left_at > %(now)s)
       and (a.closed_at is null or a.closed_at > %(now)s)
), chosen as (
    select * from people
     where id = %(practitioner)s
        or (%(practitioner)s::bigint is null and (select count(*) from people) = 1)
)
select (select count(*) from people), c.id, c.name, c.agency_id, c.agency_name, c.locality_id,
       (select coalesce(jsonb_agg(jsonb_build_array(r.code, r.locality_id)), '[]')
          from agencies_rolegrant r
         where r.practitioner_id = c.id
           and r.since <= %(now)s and (r.until is null or r.until > %(now)s)),
       (select coalesce(jsonb_agg(jsonb_build_array(concat_ws(', ', h.label, nullif(h.hint, '')),
                                                    h.number)
                                  order by h.locality_id is null, h.position, h.id), '[]')
          from agencies_helpnumber h
         where h.locality_id is null or h.locality_id = c.locality_id)
  from (select 1) one left join chosen c on true
"""


def standing(account_id: int, practitioner_id: int | None, now: datetime) -> Standing:
    """Who this account acts as: the practitioner chosen, or the only one there is. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            STANDING, {"account": account_id, "practitioner": practitioner_id, "now": now}
        )
        people, person, name, agency, agency_name, locality, roles, numbers = cursor.fetchone()
    actor = None
    if person is not None:
        actor = Actor(
            kind=ActorKind.PRACTITIONER,
            id=person,
            name=name,
            agency=agency,
            agency_name=agency_name,
            locality=locality,
            roles=frozenset(Role(code, where) for code, where in json.loads(roles)),
            account=account_id,
        )
    lines = [(label, number) for label, number in json.loads(numbers)]
    return Standing(actor, lines, people)


def actor_for(account_id: int, practitioner_id: int | None, now: datetime) -> Actor | None:
    """Who this account acts as, if anybody. Pages use `standing`, which costs the same."""
    return standing(account_id, practitioner_id, now).actor


def help_numbers(locality: int | None) -> list[tuple[str, str]]:
    """The numbers of a locality and those shown everywhere, for pages without an actor."""
    return [
        (f"{line.label}, {line.hint}" if line.hint else line.label, line.number)
        for line in HelpNumber.objects.filter(Q(locality=None) | Q(locality=locality)).order_by(
            Coalesce("locality_id", -1).desc(), "position", "id"
        )
    ]


def help_lines_to_edit(locality: int | None) -> list[HelpNumber]:
    """The rows of one locality's numbers (None: those shown everywhere), to be edited."""
    return list(HelpNumber.objects.filter(locality=locality).order_by("position", "id"))


def people_of(account_id: int, now: datetime) -> list[Practitioner]:
    """The practitioners an account can act as, with their agencies, by agency name."""
    return list(
        working(now)
        .filter(account=account_id, account__is_active=True)
        .select_related("agency", "locality")
        .order_by("agency__name", "id")
    )


def people_at_work(first: Sequence[str], now: datetime) -> list[Practitioner]:
    """Everybody at work, for a demonstration's list: the accounts named first, then by name."""
    place = {email.lower(): number for number, email in enumerate(first)}
    people = (
        working(now)
        .select_related("agency", "locality", "account")
        .prefetch_related(_present_roles())
        .order_by("name", "id")[:200]
    )
    return sorted(people, key=lambda person: place.get(person.account.email, len(place)))


def working(now: datetime) -> QuerySet[Practitioner]:
    """Practitioners who are in an open agency at that moment."""
    return Practitioner.objects.filter(
        Q(left_at=None) | Q(left_at__gt=now),
        Q(agency__closed_at=None) | Q(agency__closed_at__gt=now),
        joined_at__lte=now,
    )


def at_work_by_email(email: str, now: datetime) -> Practitioner | None:
    """Who is at work with this work email address, in any letters; None when nobody is."""
    return working(now).filter(email__iexact=email.strip()).order_by("id").first()


def localities() -> list[Locality]:
    """All localities by name."""
    return list(Locality.objects.order_by("name"))


def sectors() -> list[Sector]:
    """All kinds of organisation, in the authority's order."""
    return list(Sector.objects.order_by("position", "name"))


def agencies_of(locality: int, now: datetime) -> list[LocalityMembership]:
    """A locality's agencies by name: each membership with agency, sector and `practitioners`."""
    return _agencies_of(locality, now)


@kept
def _agencies_of(locality: int, now: datetime) -> QuerySet[LocalityMembership]:
    here = Q(agency__practitioners__locality=locality, agency__practitioners__left_at=None)
    return (
        LocalityMembership.objects.filter(locality=locality, until=None)
        .filter(Q(agency__closed_at=None) | Q(agency__closed_at__gt=now))
        .select_related("agency", "agency__sector")
        .annotate(practitioners=Count("agency__practitioners", filter=here))
        .order_by("agency__name")
    )


def find_agency(agency_id: int) -> Agency:
    """One agency with its sector and present memberships. Raises NotInYourFiles."""
    present = LocalityMembership.objects.filter(until=None).select_related("locality")
    return _one(
        Agency.objects.filter(pk=agency_id)
        .select_related("sector")
        .prefetch_related(Prefetch("localities", queryset=present, to_attr="memberships"))
    )


def practitioners_of(agency_id: int, *, left: bool = False) -> list[Practitioner]:
    """The people of an agency by name, each with present roles in `held`; or those who left."""
    return list(
        Practitioner.objects.filter(agency=agency_id, left_at__isnull=not left)
        .select_related("locality", "account")
        .prefetch_related(_present_roles())
        .order_by("name", "id")
    )


def find_practitioner(practitioner_id: int) -> Practitioner:
    """One practitioner with agency, locality, account and present roles in `held`.

    Raises NotInYourFiles.
    """
    return _one(
        Practitioner.objects.filter(pk=practitioner_id)
        .select_related("agency", "locality", "account")
        .prefetch_related(_present_roles())
    )


def roles_in(locality: int | None) -> list[RoleGrant]:
    """Who holds which role in a locality or everywhere (None: everybody's), by role and name."""
    roles = RoleGrant.objects.filter(until=None, practitioner__left_at=None)
    if locality is not None:
        roles = roles.filter(Q(locality=locality) | Q(locality=None))
    return list(
        roles.select_related("practitioner", "practitioner__agency", "locality").order_by(
            "code", "practitioner__name", "id"
        )
    )


def stale_in(locality: int, now: datetime) -> list[Practitioner]:
    """People of a locality whose accounts are asleep, the latest first; `last_used` says when."""
    return _stale_in(locality, now, now - timedelta(days=settings.STALE_ACCOUNT_DAYS))


@kept
def _stale_in(locality: int, now: datetime, before: datetime) -> QuerySet[Practitioner]:
    used = Greatest("account__opened_at", "account__last_login", "account__revived_at")
    return (
        working(now)
        .filter(locality=locality, account__is_active=True)
        .select_related("agency", "account")
        .annotate(last_used=used)
        .filter(last_used__lte=before)
        .order_by("-last_used", "id")
    )


def hub_of_account(account_id: int) -> Locality | None:
    """The hub that looks after an account, for "ring your hub"."""
    here = Practitioner.objects.filter(account=account_id, locality=OuterRef("pk"))
    return Locality.objects.filter(Exists(here)).order_by("name").first()


def held_now(now: datetime) -> Q:
    """The roles that are held at a moment: begun, and their end, planned or not, not come yet."""
    return Q(since__lte=now) & (Q(until=None) | Q(until__gt=now))


def person_for_rules(practitioner: Practitioner) -> Person:
    """What the rules ask about a practitioner."""
    held = RoleGrant.objects.filter(practitioner=practitioner, until=None)
    return Person(
        id=practitioner.pk,
        locality=practitioner.locality_id,
        account=practitioner.account_id,
        left=practitioner.left_at is not None,
        held=frozenset(Held(role.code, role.locality_id) for role in held),
    )


def administrators() -> int:
    """How many people are administrators now."""
    return RoleGrant.objects.filter(
        code=ADMINISTRATOR, until=None, practitioner__left_at=None
    ).count()


def _present_roles() -> "Prefetch[Any]":
    present = RoleGrant.objects.filter(until=None).select_related("locality").order_by("code")
    return Prefetch("roles", queryset=present, to_attr="held")


def _one(rows: QuerySet[M]) -> M:
    found = rows.first()
    if found is None:
        raise NotInYourFiles
    return found
