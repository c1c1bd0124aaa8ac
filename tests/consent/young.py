"""A family, registered two months ago, in which Dylan turned 16 one month ago."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hub.access import changes as access
from hub.access import queries
from hub.consent.birthdays.models import BirthdayAnswer
from hub.families.queries import members_in
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.files import FamilyFile, Level
from tests.families_setup import CHILD, MOTHER, Staff, acting, aged, make_staff, open_as, published

TURNED_16 = clock.today()


@dataclass
class Young:
    """The family, its staff, and Dylan's id."""

    staff: Staff
    reference: str
    person: int
    now: datetime

    @contextmanager
    def opened(self, who: str) -> Iterator[FamilyFile]:
        """The file as somebody has it open."""
        with acting(self.staff.actor(who)):
            yield open_as(self.staff, who, self.reference)

    def sights(self, at: datetime) -> dict[str, Level]:
        """How much of the family each of the staff sees at a moment."""
        return {
            who: queries.sight_of(person.pk, self.reference, at=at).level
            for who, person in self.staff.people.items()
        }

    def rows(self) -> int:
        """How many answers the wall lets through now."""
        return BirthdayAnswer.objects.count()


def make() -> Young:
    """The registrar leads; the nurse works with them."""
    staff, now = make_staff(), clock.now()
    registered = now - timedelta(days=60)
    staff.wording = published(staff, registered)
    dylan = replace(CHILD, born=aged(16))
    with acting(staff.actor("registrar")) as actor:
        file = intake.register(actor, staff.registration(MOTHER, dylan), now=registered)
        person = next(m.person_id for m in members_in(file) if m.person.given_names == "Dylan")
    with acting(staff.actor("nurse")):
        access.work_with(
            open_as(staff, "nurse", file.reference),
            why="Her health",
            since_on=registered.date(),
            now=registered,
        )
    return Young(staff, file.reference, person, now)
