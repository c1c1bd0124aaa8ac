"""Agencies: added, edited, closed; in a locality."""

from datetime import datetime

from hub.agencies import queries, rules
from hub.agencies.changes.rows import edit, locked, refused_by, touch
from hub.agencies.models import (
    Agency,
    Locality,
    LocalityMembership,
    Practitioner,
    SharingParty,
    TermsAcceptance,
)
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor

register("agency.added", "added an agency")
register("agency.edited", "changed an agency's details")
register("agency.closed", "closed an agency")
register("agency.joined_locality", "recorded that an agency works in a locality")

NAME_TAKEN = "There is already an agency with this name."
NO_SECTOR = "Choose one of the sectors listed."


@change("agency.added")
def add_agency(
    actor: Actor,
    *,
    name: str,
    sector: str,
    phone: str,
    email: str,
    locality: int,
    now: datetime,
    information_lead: str = "",
    safeguarding_lead: str = "",
    telling: bool = False,
) -> Agency:
    """A new agency working in one locality (2.14, 2.97). More are joined by `join_locality`."""
    rules.may_add_agency(actor, locality=locality).or_raise()
    locked(Locality, locality)
    _ask_for_sector(sector)
    with refused_by("agency_names_differ", NAME_TAKEN):
        agency = Agency.objects.create(
            name=name,
            sector_id=sector,
            phone=phone,
            email=email,
            information_lead=information_lead,
            safeguarding_lead=safeguarding_lead,
            telling=telling,
            opened_at=now,
        )
    LocalityMembership.objects.create(agency=agency, locality_id=locality, since=now)
    return agency


@change("agency.edited")
def edit_agency(
    actor: Actor,
    agency: int,
    *,
    version: int,
    name: str,
    sector: str,
    phone: str,
    email: str,
    information_lead: str = "",
    safeguarding_lead: str = "",
    telling: bool = False,
) -> Agency:
    """An agency's details, on top of the version that was shown. Raises Conflict."""
    row = locked(Agency, agency)
    rules.may_edit_agency(
        actor, localities=_localities(row), closed=row.closed_at is not None
    ).or_raise()
    _ask_for_sector(sector)
    wanted = {
        "name": name,
        "sector_id": sector,
        "phone": phone,
        "email": email,
        "information_lead": information_lead,
        "safeguarding_lead": safeguarding_lead,
        "telling": telling,
    }
    with refused_by("agency_names_differ", NAME_TAKEN):
        edit(row, edited=version, wanted=wanted)
    return row


@change("agency.closed")
def close_agency(actor: Actor, agency: int, *, now: datetime) -> Agency:
    """An agency that no longer works with families; its places in localities end too, and what it
    signed."""
    row = locked(Agency, agency)
    rules.may_close_agency(
        actor,
        localities=_localities(row),
        closed=row.closed_at is not None,
        practitioners=Practitioner.objects.filter(agency=row, left_at=None).count(),
    ).or_raise()
    for membership in LocalityMembership.objects.select_for_update().filter(agency=row, until=None):
        touch(membership, until=now)
    for signed in (SharingParty, TermsAcceptance):
        for one in signed.objects.select_for_update().filter(agency=row, until_at=None):
            touch(one, until_at=max(now, one.from_at))
    touch(row, closed_at=now)
    return row


@change("agency.joined_locality")
def join_locality(actor: Actor, agency: int, *, locality: int, now: datetime) -> LocalityMembership:
    """An agency begins to work in one more locality."""
    row = locked(Agency, agency)
    locked(Locality, locality)
    rules.may_join_locality(
        actor,
        locality=locality,
        closed=row.closed_at is not None,
        already=locality in _localities(row),
    ).or_raise()
    return LocalityMembership.objects.create(agency=row, locality_id=locality, since=now)


def _localities(agency: Agency) -> list[int]:
    present = LocalityMembership.objects.filter(agency=agency, until=None)
    return list(present.values_list("locality_id", flat=True))


def _ask_for_sector(code: str) -> None:
    if not any(sector.code == code for sector in queries.sectors()):
        raise NotAllowed(NO_SECTOR)
