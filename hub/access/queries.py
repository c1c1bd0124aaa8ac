"""Reads of who works with a family and who can see it."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import QuerySet

from hub.access import facts as known
from hub.access.inside.rules import as_told
from hub.access.models import Involvement, Lead
from hub.access.rules import Sight, decide
from hub.agencies.models import Agency, Practitioner
from hub.database.kept import kept
from hub.kernel.files import ActorKind, FamilyFile, Level


@dataclass(frozen=True)
class Leading:
    """Who leads and how to reach them: all that the signpost tells."""

    practitioner: int
    name: str
    role_title: str
    agency: str
    phone: str
    email: str
    since: datetime
    appointed: bool


@dataclass(frozen=True)
class SeenBy:
    """One line of "who can see, and why"."""

    practitioner: int
    name: str
    role_title: str
    agency: str
    level: Level
    reasons: tuple[str, ...]


def lead_of(file: FamilyFile) -> Leading | None:
    """Who leads this family now, or None."""
    found = leads_of([file])
    return found.get(file.family)


def leads_of(files: list[FamilyFile]) -> dict[int, Leading]:
    """Who leads each of these families now, by family."""
    rows = _leads([file.family for file in files]) if files else []
    return {row.family_id: _leading(row) for row in rows}


@kept
def _leads(families: list[int]) -> QuerySet[Lead]:
    rows = Lead.objects.filter(family_id__any=families, until_at=None)
    return rows.select_related("practitioner__agency")


def involved_in(file: FamilyFile) -> list[Involvement]:
    """Who is recorded as working with this family or in its team now, agency by agency."""
    return _involved(file.family)


@kept
def _involved(family: int) -> QuerySet[Involvement]:
    rows = Involvement.objects.filter(family=family, until_at=None)
    return rows.select_related("practitioner__agency").order_by(
        "practitioner__agency__name", "practitioner__name", "kind"
    )


def who_sees(file: FamilyFile, *, now: datetime) -> tuple[list[SeenBy], list[str]]:
    """Every practitioner recorded with this family, or shown it without agreement, what each sees
    and because of what; and the agencies that all of its summary is shown to without agreement, as
    far as the family was told (C5).

    What the family was not told of is left out, the reader's own sight too: this is what it may be
    shown (S14), and a member of it is shown nothing of the kind. Staff of an agreed agency who
    recorded nothing see the signpost only; the page says so from the agreements. The same rules
    decide here as at the door.
    """
    recorded = {row.practitioner_id: row.practitioner for row in _leads([file.family])}
    recorded |= {row.practitioner_id: row.practitioner for row in involved_in(file)}
    told = known.told_overrides(file.family, now)
    shown = [pk for kind, pk in told if kind == "practitioner" and pk not in recorded]
    recorded |= {who.pk: who for who in _named(shown)} if shown else {}
    each = known.known_about_each(list(recorded), file.reference, now)
    inside = file.actor.kind is ActorKind.MEMBER
    lines = []
    for pk, found in each.items():
        who = recorded[pk]
        by_telling = bool({("practitioner", pk), ("agency", who.agency_id)} & told)
        facts = replace(found.facts, overridden=by_telling)
        lines.append(_seen_by(who, decide(as_told(facts) if inside else facts)))
    if inside:  # of whom the family was not told, there is nothing
        lines = [line for line in lines if line.level > Level.NOTHING]
    pks = [pk for kind, pk in told if kind == "agency"]
    agencies = [agency.name for agency in _agencies_named(pks)] if pks and not inside else []
    return sorted(lines, key=lambda line: (-line.level, line.agency, line.name)), agencies


@kept
def _named(people: list[int]) -> QuerySet[Practitioner]:
    return Practitioner.objects.filter(pk__any=people).select_related("agency")


@kept
def _agencies_named(agencies: list[int]) -> QuerySet[Agency]:
    return Agency.objects.filter(pk__any=agencies).order_by("name", "pk")


def sight_of(practitioner: int, reference: str, *, at: datetime) -> Sight:
    """What a practitioner could see of a family at a moment, and why: any moment can be asked for,
    because nothing the rules look at is ever overwritten (S34)."""
    found = known.known_about(practitioner, reference, at)
    if found is None:
        return Sight(Level.NOTHING, ("There was no family with this reference then.",))
    return decide(found.facts)


def _leading(row: Lead) -> Leading:
    who = row.practitioner
    return Leading(
        practitioner=who.pk,
        name=who.name,
        role_title=who.role_title,
        agency=who.agency.name,
        phone=who.phone,
        email=who.email,
        since=row.from_at,
        appointed=row.stage == Lead.Stage.APPOINTED,
    )


def _seen_by(who: Practitioner, sight: Sight) -> SeenBy:
    return SeenBy(who.pk, who.name, who.role_title, who.agency.name, sight.level, sight.reasons)
