"""What the pages of agreement are drawn from."""

from dataclasses import dataclass
from typing import Any

from hub.consent import queries as consent
from hub.families import queries as families
from hub.kernel import clock
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile

TO = {"record": "Writing it down", "keep": "Keeping it", "share": "Letting this agency know"}
HOW = {"on_screen": "on screen", "paper": "on paper", "spoken": "spoken"}


@dataclass(frozen=True)
class Yes:
    """One yes in plain words."""

    id: int
    to: str
    agency: str
    by: str
    how: str
    on: Any
    wording: Any
    may_stop: bool


def agreed(file: FamilyFile) -> list[Yes]:
    """Every yes in force: what to, for whom, who gave it, how, when and in which wording."""
    order = list(TO)
    rows = sorted(consent.agreements_in(file), key=lambda row: order.index(row.scope))
    return [_yes(row) for row in rows]


def _yes(row: Any) -> Yes:
    heard = f", heard by {row.witness}" if row.witness else ""
    return Yes(
        id=row.pk,
        to=TO[row.scope],
        agency=row.agency.name,
        by=row.given_by.full_name,
        how=f"{HOW[row.how]}{heard}",
        on=day_of(row.from_at),
        wording=day_of(row.wording.published_at),
        may_stop=row.scope == "share",
    )


def others_to_the_same(file: FamilyFile, row: Any) -> list[str]:
    """Who else said yes to the same, so that it goes on when one of them stops (S8)."""
    return [
        other.given_by.full_name
        for other in consent.agreements_in(file)
        if other.pk != row.pk and (other.scope, other.agency_id) == (row.scope, row.agency_id)
    ]


def agencies_to_add(file: FamilyFile) -> list[tuple[int, str]]:
    """The locality's agencies, as choices."""
    asked = consent.agencies_to_ask(file.locality, now=clock.now())
    return [(agency.id, agency.name) for agency in asked]


def people_to_ask(file: FamilyFile) -> list[tuple[int, str]]:
    """Who may be asked: everybody but the unborn, those who died and those known to be under 12."""
    today = clock.today()
    return [
        (row.person_id, row.person.full_name)
        for row in families.living_in(file)
        if row.part != "unborn" and not _under_twelve(families.ages_of(row, today))
    ]


def _under_twelve(ages: range) -> bool:
    return bool(ages) and max(ages) < 12
