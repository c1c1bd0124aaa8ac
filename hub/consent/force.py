"""When a yes is in force: asked the same way by every read and every change."""

from datetime import datetime

from django.db.models import DateTimeField, F, Func, Q
from django.db.models.lookups import GreaterThan


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
