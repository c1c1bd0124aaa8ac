"""The record of processing (Article 30): drawn from the tables' own labels, never kept by hand.

Each table says what it holds, who may read it, when it expires and how it is erased; what it rests
on comes from the agencies. A new table is in the record, as it cannot be added without labels.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from hub.agencies.answering import queries as answering
from hub.agencies.answering.rules import BASES
from hub.agencies.models import Agency
from hub.agencies.sharing import queries as sharing
from hub.agencies.sharing.queries import Held
from hub.agencies.sharing.rules import PURPOSES
from hub.audit import journal
from hub.audit.events import register
from hub.kernel.files import Actor
from hub.kernel.labels import FATES, LABELS, Holds

register("processing.taken", "took the record of processing as a file")

# Who receives what a level shows: the policy's words (hub/access/rules.py).
RECIPIENTS: Final = {
    "signpost": "staff of agencies the family said yes to, which stand in its locality; those who "
    "work with it; the hub's coordinator",
    "summary": "those recorded as working with the family; the hub's coordinator; by an override "
    "those it names",
    "plan": "the team around the family and whoever leads it",
    "record": "whoever leads the family",
}
NOT_FAMILIES: Final = "not shared with agencies as a family's record"
OWN: Final = "Running the hub's own accounts, lists and journal"


@dataclass(frozen=True)
class Processed:
    """One table: what it is, the personal facts in it by kind, who gets them and until when."""

    table: str
    what: str
    holds: tuple[tuple[str, tuple[str, ...]], ...]
    level: str
    recipients: str
    purposes: str
    bases: str
    expires: str
    erased: str

    @property
    def kinds(self) -> str:
        """The kinds of facts with their fields, in words."""
        if not self.holds:
            return Holds.NOTHING_PERSONAL.value
        return "; ".join(
            f"{kind} ({', '.join(name.replace('_', ' ') for name in names)})"
            for kind, names in self.holds
        )


@dataclass(frozen=True)
class ToOversee:
    """What waits for the data protection officer of what agencies signed and stated."""

    reviews: tuple[Held, ...]
    without_basis: tuple[Agency, ...]


def to_oversee(*, now: datetime) -> ToOversee:
    """Agreements to review soon, and agencies that state no lawful basis."""
    return ToOversee(tuple(sharing.to_review(now=now)), tuple(sharing.lacking(now=now)))


def record() -> list[Processed]:
    """Every table that is labelled, by its name."""
    rest_on = "; ".join(basis.stated for code, basis in BASES.items() if code in answering.in_use())
    for_families = "; ".join(purpose.signed for purpose in PURPOSES.values())
    rows = []
    for model, fate in FATES.items():
        level = fate.level.partition(":")[0].partition(",")[0].strip()
        of_families = level in RECIPIENTS
        rows.append(
            Processed(
                table=str(model._meta.db_table),
                what=(model.__doc__ or "").strip().partition("\n")[0],
                holds=_holds(LABELS[model]),
                level=fate.level,
                recipients=RECIPIENTS.get(level, NOT_FAMILIES),
                purposes=for_families if of_families else OWN,
                bases=rest_on if of_families else BASES["public_task"].stated,
                expires=fate.expires,
                erased=fate.erased,
            )
        )
    return sorted(rows, key=lambda row: row.table)


def taken(actor: Actor) -> None:
    """Write down that somebody took the record as a file."""
    journal.record("processing.taken", actor=actor)


def _holds(labels: dict[str, Holds]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    personal = (Holds.IDENTITY, Holds.PLACE, Holds.SENSITIVE)
    found = {kind: tuple(n for n, held in labels.items() if held is kind) for kind in personal}
    return tuple((kind.value, names) for kind, names in found.items() if names)
