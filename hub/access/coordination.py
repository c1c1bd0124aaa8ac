"""What coordinators and administrators look after: whose it is, and what waits for them (A1, A3).

Agencies and people are no secret among staff, but each of these pages shows only what its reader
may change. Families appear only as the door lists them to a coordinator.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import connection
from django.db.models import QuerySet

from hub.access import door
from hub.access.standing import Fallen, waiting_for
from hub.agencies import queries as agencies
from hub.agencies import rules
from hub.agencies.models import (
    Agency,
    HelpNumber,
    Locality,
    LocalityMembership,
    Practitioner,
    RoleGrant,
)
from hub.database.kept import kept
from hub.families.queries import names_of
from hub.kernel.decisions import Decision
from hub.kernel.files import Actor, NotInYourFiles

NEW: Final = timedelta(days=30)
INVITED: Final = timedelta(days=90)
SAVED: Final = ("agency", "practitioner", "sharingagreement", "agencybasis", "agencystatement")
SAVED_BY: Final = """
select coalesce(p.name, ''), h.pgh_created_at from agencies_{kind}historyrow h
left join agencies_practitioner p on h.by_kind = 'practitioner' and p.id = h.by_id
where h.pgh_obj_id = %s order by h.pgh_id desc limit 1
"""


@dataclass(frozen=True)
class Alone:
    """A family without a lead, or whose lead has left, as its coordinator sees it."""

    reference: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Hub:
    """One locality with everything that waits there."""

    locality: Locality
    alone: tuple[Alone, ...]
    asleep: tuple[Practitioner, ...]
    not_yet_in: tuple[Practitioner, ...]
    agencies: tuple[LocalityMembership, ...]
    more: bool
    fallen: tuple[Fallen, ...] = ()

    @property
    def waiting(self) -> int:
        """How many things wait."""
        lists = (self.alone, self.asleep, self.not_yet_in, self.fallen)
        return sum(map(len, lists))


@dataclass(frozen=True)
class Leaving:
    """Somebody about to be recorded as having left, and what follows from it."""

    practitioner: Practitioner
    families_led: int
    may: Decision


def localities_of(actor: Actor) -> list[Locality]:
    """The localities somebody looks after, by name; an administrator all of them."""
    return [one for one in agencies.localities() if rules.looks_after(actor, [one.pk])]


def hubs_of(actor: Actor, *, now: datetime, most: int = 20) -> list[Hub]:
    """The hubs somebody coordinates, with their work. An administrator's own are none.

    Of families without a lead those registered first are in it, at most so many in all.
    """
    files = door.list_led_by_leavers(actor, now=now, size=most + 1)
    more, files = len(files) > most, files[:most]
    names = names_of(files)
    fallen = waiting_for(actor, now=now)
    places = {r.locality for r in actor.roles if r.code == rules.COORDINATOR}
    hubs = []
    for locality in (one for one in agencies.localities() if one.pk in places):
        alone = tuple(
            Alone(file.reference, tuple(names.get(file.family, ())))
            for file in files
            if file.locality == locality.pk
        )
        asleep = tuple(agencies.stale_in(locality.pk, now))
        hubs.append(
            Hub(
                locality,
                alone,
                asleep,
                tuple(_not_yet_in(locality.pk, now, {one.pk for one in asleep})),
                tuple(agencies.agencies_of(locality.pk, now)),
                more,
                tuple(one for one in fallen if one.locality == locality.pk),
            )
        )
    return hubs


def agencies_for(actor: Actor, *, now: datetime) -> list[tuple[Locality, list[LocalityMembership]]]:
    """The agencies somebody looks after, locality by locality."""
    return [(one, agencies.agencies_of(one.pk, now)) for one in localities_of(actor)]


def agencies_closed(actor: Actor) -> list[Agency]:
    """Closed agencies and those in no locality, for an administrator; for others none."""
    if not rules.looks_after_everything(actor):
        return []
    present = LocalityMembership.objects.filter(until=None).values("agency")
    return list(Agency.objects.exclude(pk__in=present).order_by("name"))


def agency_for(actor: Actor, agency: int) -> Agency:
    """An agency somebody looks after, with `memberships`. Raises NotInYourFiles for another."""
    found = agencies.find_agency(agency)
    if not rules.looks_after(actor, [one.locality_id for one in _present(found)]):
        raise NotInYourFiles
    return found


def localities_to_join(actor: Actor, agency: Agency) -> list[Locality]:
    """Where an agency from `agency_for` does not work yet, among the actor's localities."""
    here = {one.locality_id for one in _present(agency)}
    return [one for one in localities_of(actor) if one.pk not in here and not agency.closed_at]


def localities_to_work_in(actor: Actor, agency: Agency) -> list[Locality]:
    """Where somebody may be invited to work for an agency from `agency_for`."""
    here = {one.locality_id for one in _present(agency)}
    return [one for one in localities_of(actor) if one.pk in here]


def practitioner_for(actor: Actor, practitioner: int) -> Practitioner:
    """A practitioner somebody looks after, with `held`. Raises NotInYourFiles for another."""
    found = agencies.find_practitioner(practitioner)
    if not rules.looks_after(actor, [found.locality_id]):
        raise NotInYourFiles
    return found


def locality_for(actor: Actor, locality: int) -> Locality:
    """A locality somebody looks after. Raises NotInYourFiles for another."""
    for one in localities_of(actor):
        if one.pk == locality:
            return one
    raise NotInYourFiles


def numbers_for(actor: Actor, locality: int | None) -> list[HelpNumber]:
    """The numbers to ring of a locality (None: everywhere), to be edited.

    Raises NotInYourFiles for whoever may not edit them.
    """
    if not rules.may_edit_locality(actor, locality=locality):
        raise NotInYourFiles
    if locality is not None:
        locality_for(actor, locality)
    return agencies.help_lines_to_edit(locality)


def leaving(actor: Actor, practitioner: int) -> Leaving:
    """What follows when somebody leaves, and whether this actor may say so."""
    who = practitioner_for(actor, practitioner)
    with connection.cursor() as cursor:
        cursor.execute("select hub.families_led(%s)", [who.pk])
        (led,) = cursor.fetchone()
    may = rules.may_deactivate(
        actor,
        person=agencies.person_for_rules(who),
        administrators=agencies.administrators(),
    )
    return Leaving(who, led, may)


def is_asleep(who: Practitioner, *, now: datetime) -> bool:
    """Whether somebody's account is asleep, so that the hub has to wake it."""
    return any(one.pk == who.pk for one in agencies.stale_in(who.locality_id, now))


def ended_roles(practitioner: int, *, now: datetime) -> list[RoleGrant]:
    """Roles ended in the last 30 days and not held since, which can be given again."""
    held = RoleGrant.objects.filter(practitioner=practitioner, until=None)
    kept = {(one.code, one.locality_id) for one in held}
    ended = (
        RoleGrant.objects.filter(practitioner=practitioner, until__gt=now - NEW)
        .select_related("locality")
        .order_by("-until")
    )
    first = {(one.code, one.locality_id): one for one in reversed(list(ended))}
    return [one for key, one in first.items() if key not in kept]


def role_held(role: int) -> RoleGrant:
    """A role somebody holds, with the practitioner and where. Raises NotInYourFiles."""
    rows = RoleGrant.objects.select_related("practitioner__agency", "locality")
    found = rows.filter(pk=role).first()
    if found is None:
        raise NotInYourFiles
    return found


def saved_by(kind: str, row: int) -> tuple[str, datetime | None]:
    """Who last saved an agency or a practitioner, and when, for telling the second of two."""
    if kind not in SAVED:
        return "Somebody else", None
    with connection.cursor() as cursor:
        cursor.execute(SAVED_BY.format(kind=kind), [row])
        found = cursor.fetchone()
    return (found[0] or "Somebody else", found[1]) if found else ("Somebody else", None)


def _present(agency: Agency) -> list[LocalityMembership]:
    found: list[LocalityMembership] = agency.memberships  # type: ignore[attr-defined]
    return found


def _not_yet_in(locality: int, now: datetime, asleep: set[int]) -> list[Practitioner]:
    """People invited who never signed in: not once, as any of their account's people."""
    return _never_in(locality, now, now - INVITED, list(asleep))


@kept
def _never_in(
    locality: int, now: datetime, since: datetime, asleep: list[int]
) -> QuerySet[Practitioner]:
    return (
        agencies.working(now)
        .filter(locality=locality, account__is_active=True, account__last_login=None)
        .filter(joined_at__gt=since)
        .exclude(pk__any=asleep)
        .select_related("agency", "account")
        .order_by("-joined_at", "pk")
    )
