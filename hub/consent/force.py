"""When a yes is in force: asked the same way by every read and every change."""

from datetime import datetime

from django.db.models import Q


def in_force(now: datetime) -> Q:
    """A yes that nobody has ended, and whose last day, if the family chose one, is not over."""
    return Q(until_at=None) | Q(until_at__gt=now, ended_by=None)
