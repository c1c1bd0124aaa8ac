"""A family in which a father is bound by an order: mother, father, aunt, two children."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from hub.access import changes as access
from hub.consent import changes
from hub.consent.looking.queries import to_look_at, waiting_in
from hub.consent.orders.rules import Told
from hub.families.queries import members_in
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from hub.kernel.files import FamilyFile
from tests.families_setup import (
    CHILD,
    MOTHER,
    Staff,
    acting,
    aged,
    make_staff,
    open_as,
    register,
)

FATHER = NamedPerson("Karim", "adult", "Yusuf", relation="father", responsible=True)
AUNT = NamedPerson("Samira", "adult", "Haddad", relation="carer", born=aged(50))
SISTER = NamedPerson("Ines", "child", "Yusuf", born=aged(13))


@dataclass
class Deciders:
    """The family, its staff, and its people by their given names."""

    staff: Staff
    reference: str
    people: dict[str, int] = field(default_factory=dict)

    @contextmanager
    def opened(self, who: str = "registrar") -> Iterator[FamilyFile]:
        """The file as somebody has it open: the registrar leads."""
        with acting(self.staff.actor(who)):
            yield open_as(self.staff, who, self.reference)

    def share(self, file: FamilyFile, name: str, **more: Any) -> Any:
        """A member's yes to the charity."""
        usual: dict[str, Any] = {
            "given_by": self.people[name],
            "scope": "share",
            "agency": self.staff.charity.pk,
            "wording": self.staff.wording.pk,
            "how": "on_screen",
            "now": clock.now(),
        }
        return changes.agree(file, **(usual | more))

    def told(self, *effects: str, **more: Any) -> Told:
        """A non-molestation order that binds the father, for the boy."""
        usual: dict[str, Any] = {
            "kind": "non_molestation",
            "effects": effects or ("no_place", "no_contact"),
            "children": [self.people["Dylan"]],
            "person": self.people["Karim"],
        }
        return Told(**(usual | more))

    def asked(self, file: FamilyFile) -> list[tuple[str, str]]:
        """The kinds of question that wait, with whom they are about."""
        waiting = waiting_in(file, today=clock.today())
        assert {one.id for one in to_look_at([file], today=clock.today())} <= {
            one.id for one in waiting
        }
        return [(one.kind, one.name.split(" ")[0]) for one in waiting]


def make() -> Deciders:
    """The registrar leads, the nurse is in the team, the doctor works with them."""
    staff = make_staff()
    reference = register(staff, people=(MOTHER, FATHER, AUNT, CHILD, SISTER))
    made = Deciders(staff, reference)
    with made.opened() as file:
        made.people = {m.person.given_names: m.person_id for m in members_in(file)}
        access.add_to_team(
            file, staff.people["nurse"].pk, why="Asked", since_on=clock.today(), now=clock.now()
        )
    with made.opened("doctor") as file:
        access.work_with(file, why="Her health", since_on=clock.today(), now=clock.now())
    return made
