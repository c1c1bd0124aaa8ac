"""What stands in the way of a yes, or lets somebody say it, in one family."""

from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import QuerySet

from hub.consent.deciding.models import Capacity, CarerAgrees
from hub.database.kept import kept
from hub.kernel.files import FamilyFile, NotInYourFiles


@dataclass(frozen=True)
class Agreeing:
    """Members by what is recorded of their yes; those who cannot decide with the day to look
    again, after which nobody says yes for them."""

    barred: set[int] = field(default_factory=set)
    carers: set[int] = field(default_factory=set)
    cannot: set[int] = field(default_factory=set)
    in_their_interests: dict[int, date] = field(default_factory=dict)


def agreeing_in(file: FamilyFile) -> Agreeing:
    """What counts when somebody of this family is asked to agree, whoever may read why (S9).

    The database tells it past the wall, of an open family and no more than this."""
    found = Agreeing()
    with connection.cursor() as cursor:
        cursor.execute("select fact, person, day from hub.agreeing_facts(%s)", [file.family])
        for fact, person, day in cursor.fetchall():
            if fact == "best_interests":
                found.in_their_interests[person] = day
            else:
                {"barred": found.barred, "carer": found.carers}.get(fact, found.cannot).add(person)
    return found


def carers_in(file: FamilyFile) -> list[CarerAgrees]:
    """The carers who agree now, with `person`."""
    return _carers(file.family)


@kept
def _carers(family: int) -> QuerySet[CarerAgrees]:
    rows = CarerAgrees.objects.filter(family=family, until_at=None)
    return rows.select_related("person", "recorded_by").order_by("from_at", "pk")


def carer_in(file: FamilyFile, pk: int) -> CarerAgrees:
    """One of these. Raises NotInYourFiles when it is not in this file, or has ended."""
    found = next((row for row in carers_in(file) if row.pk == pk), None)
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def capacities_in(file: FamilyFile) -> list[Capacity]:
    """Every decision for which somebody's capacity was in doubt, newest first, with `person`."""
    return _capacities(file.family)


@kept
def _capacities(family: int) -> QuerySet[Capacity]:
    rows = Capacity.objects.filter(family=family).select_related("person", "judged_by")
    return rows.order_by("-judged_at", "pk")
