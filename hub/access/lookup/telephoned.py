"""The hub checked by telephone that a family is not known: who there, and on which day (2.137).

It travels in the form that registers the family as one text, and ends as a line in the journal,
which names nobody: it holds the number of the coordinator.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from hub.agencies.models import RoleGrant
from hub.kernel.files import Actor

TELEPHONE: Final = "telephone"
_FORM: Final = re.compile(rf"{TELEPHONE}:([0-9]{{1,19}}):([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})")


@dataclass(frozen=True)
class Telephoned:
    """Which coordinator checked, and when; both unknown in a text that says only that one did."""

    coordinator: int | None = None
    on: date | None = None


def coordinators(actor: Actor) -> Sequence[tuple[int, str]]:
    """Who coordinates the hub of whoever asks, by name: number and name."""
    rows = RoleGrant.objects.filter(
        code="coordinator", locality=actor.locality, until=None, practitioner__left_at=None
    )
    named = rows.values_list("practitioner_id", "practitioner__name")
    return sorted(named, key=lambda one: (one[1], one[0]))


def carried(coordinator: int, on: date) -> str:
    """The text that travels."""
    return f"{TELEPHONE}:{coordinator}:{on.isoformat()}"


def telephoned(text: str, *, today: date) -> Telephoned | None:
    """What such a text says; None when the hub did not check, and nobody named for what cannot
    be."""
    if not text.startswith(TELEPHONE):
        return None
    found = _FORM.fullmatch(text)
    try:
        on = date.fromisoformat(found[2]) if found else None
    except ValueError:
        return Telephoned()
    if found is None or on is None or on > today:
        return Telephoned()
    return Telephoned(int(found[1]), on)
