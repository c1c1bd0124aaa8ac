"""Reads of what a family agreed to, and of the words and agencies it can be asked about."""

from dataclasses import dataclass
from datetime import datetime

from hub.agencies.models import Agency, LocalityMembership
from hub.consent.models import Agreement, Restriction, Scope, Wording
from hub.kernel.files import FamilyFile, NotInYourFiles


@dataclass(frozen=True)
class AskedAbout:
    """An agency that a family of a locality can be asked about."""

    id: int
    name: str
    sector: str
    leadership_team: bool


def agreements_in(file: FamilyFile) -> list[Agreement]:
    """Every yes in force, with `given_by`, `agency`, `wording` and `taken_by`, oldest first."""
    rows = Agreement.objects.filter(family=file.family, until_at=None)
    related = rows.select_related("given_by", "agency", "wording", "taken_by")
    return list(related.order_by("from_at", "agency__name", "given_by_id", "scope", "pk"))


def ended_in(file: FamilyFile) -> list[Agreement]:
    """Every yes that has ended, newest first."""
    rows = Agreement.objects.filter(family=file.family, until_at__isnull=False)
    return list(rows.select_related("given_by", "agency").order_by("-until_at", "pk")[:50])


def agreement(file: FamilyFile, pk: int) -> Agreement:
    """One yes in force. Raises NotInYourFiles when it is not in this file."""
    rows = Agreement.objects.filter(family=file.family, pk=pk, until_at=None)
    found = rows.select_related("given_by", "agency", "wording").first()
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def agencies_agreed(file: FamilyFile) -> list[Agency]:
    """The agencies that may know of this family now, by name: their staff see the signpost."""
    shared = Agreement.objects.filter(family=file.family, scope=Scope.SHARE, until_at=None)
    return list(Agency.objects.filter(pk__in=shared.values("agency")).order_by("name", "pk"))


def agencies_to_ask(locality: int | None, *, now: datetime) -> list[AskedAbout]:
    """The agencies at work in a locality now, by sector and name: what a family chooses from."""
    rows = (
        LocalityMembership.objects.filter(locality=locality, since__lte=now, agency__closed_at=None)
        .exclude(until__lte=now)
        .select_related("agency__sector")
        .order_by("agency__sector__position", "agency__name", "pk")
    )
    return [
        AskedAbout(row.agency_id, row.agency.name, row.agency.sector.name, row.leadership_team)
        for row in rows
    ]


def current_wording(language: str = "en") -> Wording | None:
    """The newest wording of a language that a person has checked (S16), or None."""
    rows = Wording.objects.filter(language=language).exclude(checked_by="")
    return rows.order_by("-published_at", "-pk").first()


def restrictions_in(file: FamilyFile) -> list[Restriction]:
    """What is held back in this family now. Only who has the whole record open sees it."""
    rows = Restriction.objects.filter(family=file.family, until_at=None)
    return list(rows.order_by("from_at", "pk"))
