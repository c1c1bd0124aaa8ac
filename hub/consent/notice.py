"""What a family is told of who knows what, on what basis and for how long (S13, 2.67, 2.70)."""

from dataclasses import dataclass
from datetime import datetime

from hub.agencies.answering.queries import Answers, answers_of
from hub.agencies.models import Agency
from hub.agencies.sharing.queries import standing_in
from hub.consent.models import Scope
from hub.consent.queries import agreements_in
from hub.kernel.files import FamilyFile, Level


@dataclass(frozen=True)
class Told:
    """One agency in a family's notice: what it may do by their yes, and how it answers."""

    answers: Answers
    writes_down: bool
    knows: bool
    waits: bool


def notice_of(file: FamilyFile) -> list[Told]:
    """The agencies of this family's present agreements, by name; those kept from the reader are
    left out, as their agreements are.

    Which agency works with them and writes the record down is for who leads to say, and may tell a
    place (S3): for others the notice has whom they let know, whoever reads it.
    """
    scopes: dict[int, set[str]] = {}
    counts: set[int] = set()
    leads = file.sees(Level.RECORD)
    for row in (row for row in agreements_in(file) if leads or row.scope == Scope.SHARE):
        scopes.setdefault(row.agency_id, set()).add(row.scope)
        if row.counts:
            counts.add(row.agency_id)
    rows = Agency.objects.filter(pk__any=list(scopes)).select_related("sector")
    return [
        Told(
            answers=answers,
            writes_down=Scope.RECORD in scopes[answers.agency.pk],
            knows=Scope.SHARE in scopes[answers.agency.pk],
            waits=answers.agency.pk not in counts,
        )
        for answers in answers_of(list(rows.order_by("name", "pk")))
    ]


def general_notice(locality: int, *, now: datetime) -> list[Answers]:
    """How the agencies that stand in a locality answer, by name, for everybody to read."""
    stand = list(standing_in(locality, now=now))
    rows = Agency.objects.filter(pk__any=stand, closed_at=None).select_related("sector")
    here = rows.filter(localities__locality=locality, localities__until=None)
    return answers_of(list(here.order_by("name", "pk")))
