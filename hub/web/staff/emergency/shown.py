"""What the page of the rules for emergencies is drawn from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hub.consent.emergency import queries
from hub.consent.emergency.rules import in_words
from hub.papers.emergency import Counted


@dataclass(frozen=True)
class Row:
    """One rule: its days, how it stands, and how much rests on it, in words."""

    id: int
    reason: str
    from_on: date
    until_on: date
    sign_days: int
    set_by: str
    ended_on: date | None
    ended_by: str
    standing: str
    taken: str
    unsigned: str


def listed(found: Sequence[Any], counts: Mapping[int, Counted], *, today: date) -> list[Row]:
    """The rules in the order they came."""
    return [_row(row, counts.get(row.pk, Counted()), today) for row in found]


def _row(row: Any, counts: Counted, today: date) -> Row:
    over = queries.over_on(row)
    standing = "over" if over <= today else "runs" if row.from_on <= today else "coming"
    return Row(
        id=row.pk,
        reason=row.reason,
        from_on=row.from_on,
        until_on=row.until_on,
        sign_days=row.sign_days,
        set_by=row.set_by.name,
        ended_on=over if row.ended_at else None,
        ended_by=row.ended_by.name if row.ended_by else "",
        standing=standing,
        taken=in_words(counts.taken),
        unsigned=in_words(counts.unsigned),
    )
