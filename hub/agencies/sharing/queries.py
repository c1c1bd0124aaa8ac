"""Reads of what agencies signed: where they stand, agreements with their parties, terms of use."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from hub.agencies.answering.queries import bases_of
from hub.agencies.answering.rules import without_basis
from hub.agencies.models import (
    Agency,
    LocalityMembership,
    SharingAgreement,
    SharingParty,
    Terms,
    TermsAcceptance,
)
from hub.agencies.sharing.rules import CARRIED_OVER, HELP
from hub.kernel.clock import day_of
from hub.kernel.files import NotInYourFiles

SOON: Final = timedelta(days=60)
STANDING: Final = """
select agency_id, nullif(since, '-infinity') from hub.standing(null, %s) where locality_id = %s
"""


@dataclass(frozen=True)
class Held:
    """A sharing agreement on a day: whether it holds, and how its review stands."""

    agreement: SharingAgreement
    parties: tuple[SharingParty, ...]
    gone: tuple[SharingParty, ...]
    ended: bool
    begun: bool
    renewed: bool
    review_due: bool
    review_soon: bool


@dataclass(frozen=True)
class Stands:
    """How one agency stands: agreements it is party to now, and terms it accepted."""

    party_to: tuple[SharingParty, ...]
    acceptance: TermsAcceptance | None
    newest: Terms | None

    @property
    def asked_again(self) -> bool:
        """Whether newer terms wait to be accepted."""
        return (
            self.acceptance is not None
            and self.newest is not None
            and (self.acceptance.terms_id != self.newest.pk)
        )


def standing_in(locality: int, *, now: datetime) -> dict[int, datetime | None]:
    """The agencies that stand in a locality, with since when a yes to each counts (None: any)."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [now, locality])
        return dict(cursor.fetchall())


def agreements_in(locality: int, *, now: datetime) -> list[Held]:
    """A locality's sharing agreements, those in force first, then newest first."""
    found = [_held(row, now) for row in _agreements().filter(locality=locality)]
    return sorted(found, key=lambda held: held.ended)


def to_review(*, now: datetime) -> list[Held]:
    """The agreements in force everywhere whose review is due or soon, the soonest first."""
    rows = _agreements().filter(review_on__lte=day_of(now) + SOON).order_by("review_on", "pk")
    return [held for held in (_held(row, now) for row in rows) if not held.ended]


def find_agreement(pk: int, *, now: datetime) -> Held:
    """One sharing agreement. Raises NotInYourFiles."""
    row = _agreements().filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles
    return _held(row, now)


def find_party(pk: int) -> SharingParty:
    """One party that has not left, with its agreement and agency. Raises NotInYourFiles."""
    rows = SharingParty.objects.select_related("agreement__locality", "agency")
    found = rows.filter(pk=pk, until_at=None).first()
    if found is None:
        raise NotInYourFiles
    return found


def agencies_to_add(held: Held, *, now: datetime) -> list[tuple[Agency, bool]]:
    """The agencies of the locality that are not party, and whether they state a basis for all
    that is shared."""
    there = {p.agency_id for p in held.parties if p.signed_by != CARRIED_OVER}
    rows = [row.agency for row in members_of(held.agreement.locality_id, now=now)]
    bases = bases_of([agency.pk for agency in rows])
    return [
        (agency, not lacks(agency, held.agreement.purposes, bases.get(agency.pk, {})))
        for agency in rows
        if agency.pk not in there
    ]


def members_of(locality: int, *, now: datetime) -> list[LocalityMembership]:
    """The open agencies that work in a locality, with agency and sector, by name."""
    return list(
        LocalityMembership.objects.filter(locality=locality, until=None)
        .filter(Q(agency__closed_at=None) | Q(agency__closed_at__gt=now))
        .select_related("agency__sector")
        .order_by("agency__name", "pk")
    )


def lacks(agency: Agency, purposes: list[str], stated: dict[str, str]) -> list[str]:
    """The purposes for which an agency (with its sector) has no lawful basis (S13)."""
    return without_basis(purposes, stated=stated, public_body=agency.sector.public_body)


def lacking(*, now: datetime) -> list[Agency]:
    """Every open agency that has no lawful basis for helping families, by name."""
    rows = list(
        Agency.objects.filter(Q(closed_at=None) | Q(closed_at__gt=now), sector__public_body=False)
        .select_related("sector")
        .order_by("name", "pk")
    )
    bases = bases_of([agency.pk for agency in rows])
    return [agency for agency in rows if lacks(agency, [HELP], bases.get(agency.pk, {}))]


def stands(agency: int, *, now: datetime) -> Stands:
    """How one agency stands now."""
    parties = SharingParty.objects.filter(agency=agency, until_at=None)
    parties = parties.exclude(agreement__until_at__lte=now).select_related("agreement__locality")
    accepted = TermsAcceptance.objects.filter(agency=agency, until_at=None)
    newest = newest_terms()
    return Stands(
        tuple(parties.order_by("agreement__locality__name", "pk")),
        accepted.select_related("terms", "recorded_by").order_by("-terms__published_at").first(),
        newest,
    )


def newest_terms() -> Terms | None:
    """The terms of use published last."""
    return Terms.objects.order_by("-published_at").first()


def all_terms() -> list[Terms]:
    """All terms of use, newest first, with who published them."""
    return list(Terms.objects.select_related("published_by").order_by("-published_at"))


def acceptances(*, now: datetime) -> dict[int, TermsAcceptance]:
    """What each agency accepted last and still does, by agency."""
    rows = TermsAcceptance.objects.filter(until_at=None).select_related("terms")
    return {row.agency_id: row for row in rows.order_by("terms__published_at")}


def _agreements() -> QuerySet[SharingAgreement]:
    parties = SharingParty.objects.select_related("agency").order_by("agency__name", "pk")
    return (
        SharingAgreement.objects.select_related("locality", "renewed_by")
        .prefetch_related(Prefetch("parties", queryset=parties, to_attr="signed"))
        .order_by("-from_at", "pk")
    )


def _held(row: SharingAgreement, now: datetime) -> Held:
    signed: list[SharingParty] = row.signed  # type: ignore[attr-defined]
    ended = row.until_at is not None and row.until_at <= now
    today: date = day_of(now)
    return Held(
        agreement=row,
        parties=tuple(party for party in signed if party.until_at is None),
        gone=tuple(party for party in signed if party.until_at is not None),
        ended=ended,
        begun=row.from_at <= now,
        renewed=hasattr(row, "renewed_by"),
        review_due=not ended and row.review_on <= today,
        review_soon=not ended and today < row.review_on <= today + SOON,
    )
