"""Reads of what a family agreed to, and of the words and agencies it can be asked about."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from hub.agencies.models import Agency, LocalityMembership, Practitioner
from hub.consent.models import Agreement, Kept, Override, Restriction, Scope, Wording
from hub.database.kept import kept
from hub.families import queries as families
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
    return _agreements(file.family)


@kept
def _agreements(family: int) -> QuerySet[Agreement]:
    rows = Agreement.objects.filter(family=family, until_at=None)
    related = rows.select_related("given_by", "agency", "wording", "taken_by")
    return related.order_by("from_at", "agency__name", "given_by_id", "scope", "pk")


def agreed_in(file: FamilyFile) -> dict[str, list[str]]:
    """The names of the agencies that a yes is in force for, by its scope, each once and sorted."""
    found: dict[str, set[str]] = {}
    for scope, agency in _agreed(file.family):
        found.setdefault(scope, set()).add(agency)
    return {scope: sorted(agencies) for scope, agencies in found.items()}


@kept
def _agreed(family: int) -> QuerySet[Any, Any]:
    rows = Agreement.objects.filter(family=family, until_at=None)
    return rows.values_list("scope", "agency__name")


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
    return [AskedAbout(*row) for row in _at_work_in(locality, now)] if locality else []


@kept
def _at_work_in(locality: int, now: datetime) -> QuerySet[Any, Any]:
    return (
        LocalityMembership.objects.filter(locality=locality, since__lte=now, agency__closed_at=None)
        .exclude(until__lte=now)
        .order_by("agency__sector__position", "agency__name", "pk")
        .values_list("agency_id", "agency__name", "agency__sector__name", "leadership_team")
    )


def current_wording(language: str = "en") -> Wording | None:
    """The newest wording of a language that a person has checked (S16), or None."""
    rows = Wording.objects.filter(language=language).exclude(checked_by="")
    return rows.order_by("-published_at", "-pk").first()


@dataclass(frozen=True)
class Held:
    """Something kept private: which item, from whom, whose wish it was, who wrote it down, when."""

    id: int
    kind: str
    item: int | None
    from_name: str
    from_agency: str
    asked_by: str
    set_by: str
    since: datetime


def restrictions_in(file: FamilyFile) -> list[Restriction]:
    """What is held back in this family now. Only who has the whole record open sees it."""
    return _restrictions(file.family)


@kept
def _restrictions(family: int) -> QuerySet[Restriction]:
    rows = Restriction.objects.filter(family=family, until_at=None)
    return rows.select_related("asked_by", "set_by").order_by("from_at", "pk")


def held_back_in(file: FamilyFile) -> list[Held]:
    """The same in words, once each: what was recorded twice from the same is one line."""
    rows = {
        (row.item, row.kept_from, row.kept_from_id): row for row in reversed(restrictions_in(file))
    }
    first = sorted(rows.values(), key=lambda row: (row.from_at, row.pk))
    whom = [row.kept_from_id for row in first]
    people = {row.pk: (row.name, row.agency.name) for row in _practitioners(whom)} if whom else {}
    agencies = {row.pk: (row.name, "") for row in _agencies(whom)} if whom else {}
    if any(row.kept_from == Kept.PERSON for row in first):
        people |= {m.person_id: (m.person.full_name, "") for m in families.members_in(file)}
    return [_held(row, people | agencies) for row in first]


def held_back(file: FamilyFile, pk: int) -> Held:
    """One of these. Raises NotInYourFiles when it is not in this file, or has ended."""
    found = next((one for one in held_back_in(file) if one.id == pk), None)
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


@kept
def _practitioners(whom: list[int]) -> QuerySet[Practitioner]:
    return Practitioner.objects.filter(pk__any=whom).select_related("agency")


@kept
def _agencies(whom: list[int]) -> QuerySet[Agency]:
    return Agency.objects.filter(pk__any=whom)


def _held(row: Restriction, names: dict[int, tuple[str, str]]) -> Held:
    name, agency = names.get(row.kept_from_id, ("Somebody in the family", ""))
    return Held(
        id=row.pk,
        kind=row.item_kind,
        item=row.item,
        from_name=name,
        from_agency=agency,
        asked_by=row.asked_by.full_name if row.asked_by else "",
        set_by=row.set_by.name,
        since=row.from_at,
    )


def overrides_in(file: FamilyFile) -> list[Override]:
    """What was shared of this family without agreement, newest first, with `decided_by`. Only who
    has the whole record open sees it."""
    rows = Override.objects.filter(family=file.family).select_related("decided_by__agency")
    return list(rows.order_by("-from_at", "pk")[:50])
