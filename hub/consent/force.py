"""When a yes is in force: asked the same way by every read and every change."""

from datetime import datetime
from typing import Final

from django.db.models import BooleanField, DateTimeField, F, Func, Q
from django.db.models.expressions import RawSQL
from django.db.models.lookups import GreaterThan

# With the same values for every yes, the function is asked once; with its agency, for each.
_COUNTS: Final = """(
    select consent_agreement.scope <> 'share' or consent_agreement.from_at >= stands.since
    from hub.standing(null, %s) stands
    where stands.locality_id = %s and stands.agency_id = consent_agreement.agency_id)"""


def ends() -> Func:
    """When a yes ends, as the index of those in force has it: never where no end is known."""
    return Func(
        F("until_at"),
        template="COALESCE(%(expressions)s, 'infinity'::timestamptz)",
        output_field=DateTimeField(),
    )


def in_force(now: datetime) -> Q:
    """A yes that nobody has ended, and whose last day, if the family chose one, is not over."""
    return Q(GreaterThan(ends(), now)) & (Q(until_at=None) | Q(ended_by=None))


def counts(locality: int, now: datetime) -> RawSQL:
    """Whether a yes reaches its agency (S12): None where the agency does not stand in the locality,
    False where a yes to sharing was given before an agreement that asks again (2.74)."""
    return RawSQL(_COUNTS, [now, locality], output_field=BooleanField(null=True))  # noqa: S611
