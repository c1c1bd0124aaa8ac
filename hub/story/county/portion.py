"""Five hundred families at a time: each portion is drawn from the seed and its number alone, so
that portions can be made in any process and memory holds only a few of them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from hub.story.county import household, plan_rows, sharing_rows
from hub.story.county.family_rows import write_family
from hub.story.county.household import Drawn, Member
from hub.story.county.journal_rows import write_journal
from hub.story.county.sheet import Sheet
from hub.story.county.staff import BUSY, FAMILIES_OF_THE_BUSY, Staff, Worker

FAMILIES: Final = 500


@dataclass(frozen=True, slots=True)
class County:
    """What every portion is drawn from."""

    seed: int
    families: int
    now: datetime
    staff: Staff
    transaction: int  # which moved the journal's heads

    @property
    def portions(self) -> int:
        """How many portions there are; the last may be smaller."""
        return -(-self.families // FAMILIES)


@dataclass(slots=True)
class Family:
    """One family on its way to rows: who, where, since when, and who works with them."""

    id: int
    reference: str
    drawn: Drawn
    locality: int
    place: int  # the locality's number
    registered: datetime
    worker: Worker  # who registered them, and leads if anybody does
    others: list[Worker]  # workers of other agencies round them
    busy: bool
    address: int = 0
    ended: datetime | None = None  # when the family stopped everything

    def later(self, rng: Random, now: datetime) -> datetime:
        """A moment between registration and now."""
        return self.registered + (now - self.registered) * rng.random()


def draw_portion(county: County, number: int) -> dict[str, bytes]:
    """The rows of one portion, by table, as COPY reads them."""
    rng = Random(f"{county.seed} {number}")  # noqa: S311 - a story, not a secret
    sheet = Sheet(county.seed, number + 1)  # portion 0 is the staff's
    first = number * FAMILIES
    count = min(FAMILIES, county.families - first)
    today, before = county.now.date(), None
    for nth, size in enumerate(household.sizes(rng, count)):
        drawn = household.draw(rng, size, [sheet.id() for _ in range(size)], today)
        family = _family(county, rng, sheet, first + nth, drawn)
        shared = _child_of_two_families(rng, before)
        write_family(sheet, rng, family, county.now, shared)
        sharing_rows.write_sharing(sheet, rng, family, county)
        plan_rows.write_plan(sheet, rng, family, county.now)
        write_journal(sheet, rng, family, county)
        before = drawn
    return sheet.text()


def _family(county: County, rng: Random, sheet: Sheet, index: int, drawn: Drawn) -> Family:
    """Where a family is, since when, and which practitioners are near it."""
    staff = county.staff
    busy = _belongs_to_the_busy(county, index)
    place = 0 if busy else int(rng.random() * len(staff.localities))
    teams = rng.sample(staff.teams[place], k=min(5, len(staff.teams[place])))
    near = [rng.choice(team) for team in teams]
    worker, others = near[0], near[1:]
    if busy:
        others = [w for w in near if w.agency != staff.special[BUSY].agency][:4]
        worker = staff.special[BUSY]
        if rng.random() < 0.4:
            worker, others[0] = others[0], worker
    days = 2 + rng.random() ** 1.5 * 1400
    return Family(
        id=sheet.id(),
        reference=sheet.reference(),
        drawn=drawn,
        locality=staff.localities[place],
        place=place,
        registered=county.now - timedelta(days=days),
        worker=worker,
        others=others,
        busy=busy,
    )


def _belongs_to_the_busy(county: County, index: int) -> bool:
    step = max(1, county.families // FAMILIES_OF_THE_BUSY)
    return index % step == 0 and index // step < FAMILIES_OF_THE_BUSY


def _child_of_two_families(rng: Random, before: Drawn | None) -> Member | None:
    """Sometimes a child of the family before is in this one too, and neither is told (S2)."""
    if before is None or rng.random() > 0.03:
        return None
    return next((c for c in before.children if c.part == "child"), None)
