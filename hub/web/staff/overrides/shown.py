"""What the pages of sharing without agreement are drawn from."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from hub.access.overrides import Overseen
from hub.consent import queries as consent
from hub.kernel import clock
from hub.kernel.clock import LONDON
from hub.kernel.files import FamilyFile, NotInYourFiles

GROUNDS = {
    "harm": "Risk of serious harm or threat to life",
    "legal_duty": "The law requires it",
    "complete_service": "To give a complete service",
}
OUTCOMES = {
    "right": "It was right to share",
    "right_but": "Right, with something to do better",
    "wrong": "It should not have been shared",
}
HIDING = {"still_unsafe": "Still unsafe to tell the family", "tell": "The family is to be told"}
TOLD = {"in_person": "face to face", "telephone": "by telephone", "letter": "in writing"}
WORDS = {"ground": GROUNDS, "outcome": OUTCOMES, "hiding": HIDING, "told": TOLD}
KINDS = {
    "member": "Somebody in the family",
    "address": "An address",
    "contact": "A telephone number or email",
    "relationship": "A relationship",
    "responsibility": "Who has parental responsibility",
    "order": "A court order, and what it does",
    "agreement": "Something agreed to",
    "involvement": "Who works with them",
    "goal": "A goal",
    "action": "An action",
}


@dataclass(frozen=True)
class Month:
    """A month as it is asked for, and the ones beside it."""

    first: date
    before: str
    after: str

    @property
    def begins(self) -> datetime:
        """The moment it begins in London."""
        return datetime.combine(self.first, time(), LONDON)

    @property
    def ends(self) -> datetime:
        """The moment the next one begins."""
        return datetime.combine(_beside(self.first, 1), time(), LONDON)


def month(typed: str) -> Month:
    """The month that was asked for as `2026-11`; for anything else, this one."""
    today = clock.today()
    try:
        first = date.fromisoformat(f"{typed}-01") if len(typed) == 7 else today.replace(day=1)
    except ValueError:
        first = today.replace(day=1)
    first = min(max(first, date(2000, 1, 1)), today.replace(day=1))
    after = _beside(first, 1)
    return Month(first, f"{_beside(first, -1):%Y-%m}", f"{after:%Y-%m}" if after <= today else "")


def items(file: FamilyFile) -> list[tuple[int, str]]:
    """What can be shared: the summary (0), and each item kept from a whole agency. What is kept
    from one person is never shared with that person, and others see it anyhow."""
    agencies = dict(agencies_here(file))
    kept = [
        (row.item, f"{KINDS.get(row.item_kind, 'An item')} kept from {_of(agencies, row)}")
        for row in consent.restrictions_in(file)
        if row.item is not None and row.kept_from == "agency"
    ]
    return [(0, "That the family is here, and its summary"), *kept]


def agencies_here(file: FamilyFile) -> list[tuple[int, str]]:
    """The locality's agencies, as choices."""
    asked = consent.agencies_at_work(file.locality, now=clock.now())
    return [(agency.id, agency.name) for agency in asked]


def of_family(file: FamilyFile) -> list[Any]:
    """What was shared of one family, newest first, each with whether it runs."""
    now = clock.now()
    return [(row, row.from_at <= now < row.until_at) for row in consent.overrides_in(file)]


def one_of_family(file: FamilyFile, override: int) -> Any:
    """One of them. Raises NotInYourFiles."""
    for row in consent.overrides_in(file):
        if row.pk == override:
            return row
    raise NotInYourFiles(file.reference)


def wait_first(seen: list[Overseen]) -> tuple[list[Overseen], list[Overseen]]:
    """Those that wait for a review, and those that only still run."""
    waiting = [one for one in seen if one.of.reviewed_at is None]
    return waiting, [one for one in seen if one.of.reviewed_at is not None]


def _of(agencies: dict[int, str], row: Any) -> str:
    return agencies.get(row.kept_from_id, "an agency")


def _beside(first: date, months: int) -> date:
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)
