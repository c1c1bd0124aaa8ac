"""Reads of the authority's lists: situations, and the headlines they count under (2.48)."""

from collections.abc import Collection

from django.db.models import QuerySet

from hub.about.models import Headline, Situation
from hub.database.kept import kept


def situations_asked(chosen: Collection[str] = ()) -> list[Situation]:
    """The situations that are asked about, with those a family chose when they still were."""
    return [one for one in all_situations() if one.ended_at is None or one.code in chosen]


@kept
def all_situations() -> QuerySet[Situation]:
    """Every situation there ever was, in the order in which they are asked."""
    return Situation.objects.order_by("position", "added_at", "code")


@kept
def headlines() -> QuerySet[Headline]:
    """What situations are counted under."""
    return Headline.objects.order_by("position")
