"""How much rests on each emergency rule, and what of it is still to be signed (4.2)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection


@dataclass(frozen=True)
class Counted:
    """Of one rule: the yeses taken under it, and those in force that nobody has signed. None is a
    count so small that it could point at a family."""

    taken: int | None = 0
    unsigned: int | None = 0


def counted(now: datetime) -> dict[int, Counted]:
    """The counts of each rule by its id, over all families: for who administers and the data
    protection officer. Nobody else is told any."""
    with connection.cursor() as cursor:
        cursor.execute("select rule, taken, unsigned from hub.emergency_counts(%s)", [now])
        return {rule: Counted(taken, unsigned) for rule, taken, unsigned in cursor.fetchall()}
