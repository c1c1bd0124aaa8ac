"""What the nightly review found: probable duplicates, the likeliest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from hub.matching.queries import homes
from hub.matching.rules.comparisons import compare
from hub.matching.rules.known import Known
from hub.matching.rules.prepared import from_text
from hub.matching.rules.reasons import apart, reasons


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries of different groups that are probably one person; `left_entry` is the smaller."""

    left_entry: int
    right_entry: int
    left_person: int
    right_person: int
    left_group: int
    right_group: int
    probability: float
    found_at: datetime


def duplicates(*, above: float, limit: int, after: Pair | None = None) -> list[Pair]:
    """At most `limit` pairs of a probability of `above` or more, the likeliest first, from the
    one behind `after` on.

    Whoever may see neither family is told nothing of it: the caller decides (S7, S18, S19).
    """
    behind = (after.probability, after.left_entry, after.right_entry) if after else (None,) * 3
    with connection.cursor() as cursor:
        cursor.execute(
            "select * from hub.matching_pairs(%s, %s, %s, %s, %s)", [above, limit, *behind]
        )
        return [Pair(*row) for row in cursor.fetchall()]


def agrees(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What agrees between the two of a pair and what does not, in words; nothing of what is
    missing on one side. Only for those who may see both families."""
    found = _compared([pair.left_group, pair.right_group])
    left, right = found.get(pair.left_entry), found.get(pair.right_entry)
    if left is None or right is None:
        return (), ()
    levels = compare(left, right)
    return reasons(levels), apart(levels)


def _compared(groups: Sequence[int]) -> dict[int, Known]:
    return {row[1]: from_text(row[4]) for row in homes(groups)}
