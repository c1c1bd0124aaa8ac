"""Looking behind registrations that could not see each other.

Two who register a hidden family in the same moment are told nothing and do not wait for each other,
since a wait would tell (S19). A few minutes later a job asks what each could not: whether somebody
else registered the same people at that time. A coordinator cleared for it looks at what it finds.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from django.db import connection

from hub.access.lookup.index import entries_of
from hub.access.lookup.rules import Surely
from hub.access.lookup.searching import look_for
from hub.kernel.ids import random_id

LATELY: Final = timedelta(minutes=20)  # the job comes every five
TOGETHER: Final = timedelta(minutes=1)  # longer than any save takes
SAVED: Final = "select family, at, by_whom from hub.saved_lately(%s)"
BEHIND: Final = "select hub.look_behind(%s, %s, %s, %s, %s)"


class Saved(NamedTuple):
    """A family that was registered lately: when, and by which practitioner."""

    family: int
    at: datetime
    by: int


def look_behind(*, now: datetime) -> int:
    """Let a coordinator look at families registered lately at one time as another that is probably
    the same; says how many pairs it found. For the hub's own job, in a transaction that was begun
    at the door. Running it twice does no harm."""
    with connection.cursor() as cursor:
        cursor.execute(SAVED, [now - LATELY])
        saved = [Saved(*row) for row in cursor.fetchall()]
    return sum(_pairs_of(one, saved) for one in saved)


def _pairs_of(later: Saved, saved: Sequence[Saved]) -> int:
    """Pairs of a family with those registered just before it."""
    before = {one.family: one for one in saved if _just_before(one, later)}
    if not before:
        return 0
    found = look_for(entries_of(later.family), careful=False).surely({later.family})
    same = [family for family in before if found.get(family, Surely.NO) > Surely.NO]
    with connection.cursor() as cursor:
        for family in same:
            sure = found[family] is Surely.FAMILY
            cursor.execute(BEHIND, [random_id(), family, later.by, later.at, sure])
    return len(same)


def _just_before(one: Saved, later: Saved) -> bool:
    earlier = (one.at, one.family) < (later.at, later.family)
    return earlier and later.at - one.at <= TOGETHER
