"""Reads of what a family agreed to, and of the words and agencies it can be asked about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import JSONField, QuerySet
from django.db.models.expressions import RawSQL

from hub.agencies.models import Agency, LocalityMembership, Practitioner
from hub.agencies.sharing.queries import standing_in
from hub.consent.force import counts, in_force
from hub.consent.languages import ENGLISH
from hub.consent.models import Agreement, Kept, Override, Restriction, Scope, Wording
from hub.consent.words.rules import in_use
from hub.database.kept import kept
from hub.families import queries as families
from hub.kernel.files import FamilyFile, NotInYourFiles

NOT_TO_BE_TAKEN: Final = """(
    select coalesce(jsonb_agg(jsonb_build_array(person, name, child)), '[]')
    from hub.not_to_be_taken(%s))"""


@dataclass(frozen=True)
class AskedAbout:
    """An agency that a family of a locality can be asked about."""

    id: int
    name: str
    sector: str


def agreements_in(file: FamilyFile) -> list[Agreement]:
    """Every yes in force, with `given_by`, `agency`, `wording`, `purpose`, `taken_by` and
    `emergency`, and whether it `counts`, oldest first."""
    return _agreements(file.family, file.locality, file.opened_at)


@kept
def _agreements(family: int, locality: int, now: datetime) -> QuerySet[Agreement]:
    rows: Any = Agreement.objects.filter(in_force(now), family=family)
    rows = rows.annotate(counts=counts(locality, now))
    near = ("given_by", "agency", "wording", "taken_by", "purpose", "emergency")
    related: QuerySet[Agreement] = rows.select_related(*near)
    return related.order_by("from_at", "agency__name", "given_by_id", "scope", "pk")


def agreed_in(file: FamilyFile) -> tuple[dict[str, list[str]], list[Any] | None]:
    """The names of the agencies that a yes is in force for, by its scope, each once and sorted;
    and in the same question what `orders.apart.not_to_take` asks, None where no yes is in force."""
    found: dict[str, set[str]] = {}
    rows = _agreed(file.family, file.opened_at)
    for scope, agency, _ in rows:
        found.setdefault(scope, set()).add(agency)
    taking = rows[0][2] if rows else None
    return {scope: sorted(agencies) for scope, agencies in found.items()}, taking


@kept
def _agreed(family: int, now: datetime) -> QuerySet[Any, Any]:
    rows = Agreement.objects.filter(in_force(now), family=family)
    taking = RawSQL(NOT_TO_BE_TAKEN, [family], output_field=JSONField())  # noqa: S611
    return rows.values_list("scope", "agency__name", taking)


def ended_in(file: FamilyFile, *, most: int) -> list[Agreement]:
    """The yeses that have ended, newest first; at most so many."""
    rows = Agreement.objects.filter(family=file.family).exclude(in_force(file.opened_at))
    related = rows.select_related("given_by", "agency", "emergency")
    return list(related.order_by("-until_at", "pk")[:most])


def agreement(file: FamilyFile, pk: int) -> Agreement:
    """One yes in force. Raises NotInYourFiles when it is not in this file."""
    rows = Agreement.objects.filter(in_force(file.opened_at), family=file.family, pk=pk)
    found = rows.select_related("given_by", "agency", "wording").first()
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def agencies_agreed(file: FamilyFile, given: Sequence[Agreement] | None = None) -> list[Agency]:
    """The agencies that may know of this family now, by name: their staff see the signpost, since
    they stand in its locality (S12). `given` may be its yeses where they are fetched already."""
    yeses = agreements_in(file) if given is None else given
    counting = [yes for yes in yeses if yes.scope == Scope.SHARE and yes.counts]
    found = {yes.agency_id: yes.agency for yes in counting}
    return sorted(found.values(), key=lambda agency: (agency.name, agency.pk))


def agencies_at_work(locality: int | None, *, now: datetime) -> list[AskedAbout]:
    """The agencies at work in a locality now, by sector and name."""
    return [AskedAbout(*row) for row in _at_work_in(locality, now)] if locality else []


def agencies_to_ask(locality: int | None, *, now: datetime) -> list[AskedAbout]:
    """Those of them that a family can be asked about: they stand there, so a yes counts (S12)."""
    stand = standing_in(locality, now=now) if locality else {}
    return [agency for agency in agencies_at_work(locality, now=now) if agency.id in stand]


def agencies_not_standing(locality: int, *, now: datetime) -> list[AskedAbout]:
    """Those of them that cannot be chosen yet, for saying why and what to do."""
    stand = standing_in(locality, now=now)
    return [agency for agency in agencies_at_work(locality, now=now) if agency.id not in stand]


def locality_for(file: FamilyFile) -> int:
    """The locality whose agencies this reader chooses from: the family's, unless where they are is
    kept from them; then their own, so that the list tells no place (S3)."""
    return (file.actor.locality or 0) if file.family in file.held_back else file.locality


@kept
def _at_work_in(locality: int, now: datetime) -> QuerySet[Any, Any]:
    return (
        LocalityMembership.objects.filter(locality=locality, since__lte=now, agency__closed_at=None)
        .exclude(until__lte=now)
        .order_by("agency__sector__position", "agency__name", "pk")
        .values_list("agency_id", "agency__name", "agency__sector__name")
    )


def current_wording(language: str = ENGLISH) -> Wording | None:
    """The newest wording of a language that a person has checked (S16). None where there is none,
    or where it is older than the newest English words: then an interpreter puts those over."""
    rows = Wording.objects.exclude(checked_by="").order_by("-published_at", "-pk")
    found = rows.filter(language=language).first()
    if found is None or language == ENGLISH:
        return found
    english = rows.filter(language=ENGLISH).first()
    since = english.published_at if english else None
    return found if in_use(found.published_at, newest_english=since) else None


@dataclass(frozen=True)
class Held:
    """Something kept private: which item, from whom, whose wish it was, who wrote it down, when."""

    id: int
    kind: str
    item: int | None
    from_name: str
    from_agency: str
    from_reader: bool
    asked_by: str
    set_by: str
    since: datetime


def restrictions_in(file: FamilyFile) -> list[Restriction]:
    """What is held back in this family now: all of it for who has the whole record open, for others
    what they wrote down as private themselves."""
    return _restrictions(file.family)


@kept
def _restrictions(family: int) -> QuerySet[Restriction]:
    rows = Restriction.objects.filter(family=family, until_at=None)
    return rows.select_related("asked_by", "set_by").order_by("from_at", "pk")


def agencies_without_places(file: FamilyFile) -> set[int]:
    """The agencies from which where the family is is kept (S3)."""
    return set(_without_places(file.family))


@kept
def _without_places(family: int) -> QuerySet[Restriction, int]:
    rows = Restriction.objects.filter(family=family, item=family, until_at=None)
    return rows.filter(kept_from=Kept.AGENCY).values_list("kept_from_id", flat=True)


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
    return [_held(file, row, people | agencies) for row in first]


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


def _held(file: FamilyFile, row: Restriction, names: dict[int, tuple[str, str]]) -> Held:
    name, agency = names.get(row.kept_from_id, ("Somebody in the family", ""))
    return Held(
        id=row.pk,
        kind=row.item_kind,
        item=row.item,
        from_name=name,
        from_agency=agency,
        from_reader=row.kept_from_id in (file.actor.id, file.actor.agency),
        asked_by=row.asked_by.full_name if row.asked_by else "",
        set_by=row.set_by.name,
        since=row.from_at,
    )


def overrides_in(file: FamilyFile) -> list[Override]:
    """What was shared of this family without agreement, newest first, with `decided_by`. Only who
    has the whole record open sees it."""
    rows = Override.objects.filter(family=file.family).select_related(
        "decided_by__agency", "told_by"
    )
    return list(rows.order_by("-from_at", "pk")[:50])
