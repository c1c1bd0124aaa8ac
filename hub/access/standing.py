"""Which localities' agreements somebody oversees, and which families wait for one (S12, 2.66).

What agencies signed is no family's fact. Families appear only as the door lists them to a
coordinator, and that they were listed is written down.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection

from hub.agencies import queries as agencies
from hub.agencies import rules
from hub.agencies.answering import queries as answering
from hub.agencies.models import Agency, Locality, LocalityMembership, SharingParty
from hub.agencies.sharing import queries as sharing
from hub.agencies.sharing.queries import Held, Stands
from hub.audit import journal
from hub.audit.events import register
from hub.kernel.files import Actor, NotInYourFiles

register("list.waiting", "saw which families wait for an agency's agreement")

MOST: Final = 200
WAITING: Final = """
select agency_id, locality_id, family_id, reference from hub.families_waiting(%s, %s, %s)
"""


@dataclass(frozen=True)
class Fallen:
    """An agency that families of a locality said yes to, and that cannot see them now."""

    locality: int
    agency: Agency
    stands: bool
    references: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A locality with its sharing agreements, and how each agency there stands."""

    locality: Locality
    agreements: tuple[Held, ...]
    members: tuple[tuple[LocalityMembership, str], ...]
    keeps: bool


def oversees_all(actor: Actor) -> bool:
    """Whether somebody reads every locality's agreements."""
    return rules.looks_after_everything(actor) or actor.has_role(rules.DATA_PROTECTION_OFFICER)


def places_of(actor: Actor) -> list[Locality]:
    """The localities whose agreements somebody reads, by name."""
    if oversees_all(actor):
        return agencies.localities()
    return [
        one
        for one in agencies.localities()
        if actor.has_role(rules.COORDINATOR, one.pk)
        or actor.has_role(rules.LEADERSHIP_MANAGER, one.pk)
    ]


def places_for(actor: Actor, *, now: datetime) -> list[Place]:
    """Those localities with everything signed there."""
    accepted = sharing.acceptances(now=now)
    places = []
    for locality in places_of(actor):
        held = tuple(sharing.agreements_in(locality.pk, now=now))
        party = {p.agency_id for one in held if one.begun and not one.ended for p in one.parties}
        stand = sharing.standing_in(locality.pk, now=now)
        members = tuple(
            (row, _how(row.agency_id, party, set(accepted), stand))
            for row in sharing.members_of(locality.pk, now=now)
        )
        places.append(Place(locality, held, members, rules.looks_after(actor, [locality.pk])))
    return places


def agreement_for(actor: Actor, agreement: int, *, now: datetime) -> Held:
    """A sharing agreement somebody oversees. Raises NotInYourFiles for another."""
    found = sharing.find_agreement(agreement, now=now)
    if found.agreement.locality_id not in {one.pk for one in places_of(actor)}:
        raise NotInYourFiles
    return found


def agreement_kept(actor: Actor, agreement: int, *, now: datetime) -> Held:
    """A sharing agreement somebody may change. Raises NotInYourFiles for another."""
    found = sharing.find_agreement(agreement, now=now)
    if not rules.looks_after(actor, [found.agreement.locality_id]):
        raise NotInYourFiles
    return found


def party_kept(actor: Actor, party: int) -> SharingParty:
    """A party whose agreement somebody may change. Raises NotInYourFiles for another."""
    found = sharing.find_party(party)
    if not rules.looks_after(actor, [found.agreement.locality_id]):
        raise NotInYourFiles
    return found


def answers_for(
    actor: Actor, agency: int, *, now: datetime
) -> tuple[answering.Answers, Stands, bool]:
    """How an agency answers to families and how it stands, and whether this actor may change it.

    Raises NotInYourFiles when it works in none of the localities they oversee.
    """
    found = agencies.find_agency(agency)
    works_in = {one.locality_id for one in found.memberships}  # type: ignore[attr-defined]
    if not oversees_all(actor) and not works_in & {one.pk for one in places_of(actor)}:
        raise NotInYourFiles
    (answers,) = answering.answers_of([found])
    keeps = rules.looks_after(actor, works_in) and found.closed_at is None
    return answers, sharing.stands(agency, now=now), keeps


def answers_kept(actor: Actor, agency: int, *, now: datetime) -> tuple[answering.Answers, Stands]:
    """The same for somebody who may change it. Raises NotInYourFiles for anybody else."""
    answers, stands, keeps = answers_for(actor, agency, now=now)
    if not keeps:
        raise NotInYourFiles
    return answers, stands


def waiting_for(actor: Actor, *, now: datetime) -> list[Fallen]:
    """The agencies whose families wait in a coordinator's localities, with those families."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [actor.id, now, MOST])
        rows = cursor.fetchall()
    if not rows:
        return []
    journal.record(
        "list.waiting", actor=actor, families=sorted({row[2] for row in rows}), shown=len(rows)
    )
    by_id = Agency.objects.in_bulk({row[0] for row in rows})
    stand = {place: sharing.standing_in(place, now=now) for place in {row[1] for row in rows}}
    found: dict[tuple[int, int], list[str]] = {}
    for agency, locality, _, reference in rows:
        found.setdefault((locality, agency), []).append(reference)
    return sorted(
        (
            Fallen(locality, by_id[agency], agency in stand[locality], tuple(references))
            for (locality, agency), references in found.items()
        ),
        key=lambda one: one.agency.name,
    )


def _how(
    agency: int, party: set[int], accepted: set[int], stand: dict[int, datetime | None]
) -> str:
    if agency in party:
        return "party"
    if agency in stand:
        return "terms"
    return "lapsed" if agency in accepted else ""
