"""Two files of one family, made through the changes themselves: `kept` was registered by the school
and is led there, `gone` by the clinic's nurse. Each agreed to the other's agency."""

from dataclasses import dataclass
from typing import Any

from hub.access import door
from hub.families import queries as families
from hub.intake import changes as intake
from hub.kernel import clock
from hub.kernel.files import FamilyFile
from hub.merging import changes
from hub.plans import changes as plans
from tests.access.looking_up import CHILD, HOME, MOTHER
from tests.families_setup import Staff, acting, register

LEADS = {"kept": "registrar", "gone": "nurse"}


@dataclass
class Two:
    """Both files by their references, and the proposal that they are one family's."""

    staff: Staff
    kept: str
    gone: str
    merge: int = 0

    def reference(self, side: str) -> str:
        return self.kept if side == "kept" else self.gone

    def other(self, side: str) -> str:
        return self.gone if side == "kept" else self.kept

    def files(self, who: str) -> tuple[FamilyFile, FamilyFile]:
        """Both files, open to somebody, in a transaction that `acting` began."""
        actor = self.staff.actor(who)
        now = clock.now()
        return (
            door.open_file(actor, self.kept, "merging", now=now),
            door.open_file(actor, self.gone, "merging", now=now),
        )

    def propose(self, who: str = "coordinator") -> int:
        with acting(self.staff.actor(who)):
            row = changes.propose(*self.files(who), because="The same child", now=clock.now())
        self.merge = row.pk
        return self.merge

    def ask(self, side: str, *, yes: bool = True, who: str = "", only: str = "") -> None:
        """Ask the adults of one of the files, each alone."""
        who = who or LEADS[side]
        with acting(self.staff.actor(who)):
            kept, gone = self.files(who)
            file, other = (kept, gone) if side == "kept" else (gone, kept)
            for row in families.members_in(file):
                if row.part == "adult" and only in ("", row.person.given_names):
                    changes.ask(
                        file, other, self.merge, member=row.pk, said_yes=yes, alone=True,
                        asked_on=clock.today(), now=clock.now(),
                    )  # fmt: skip

    def say_yes(self, side: str, *, who: str = "") -> None:
        who = who or LEADS[side]
        with acting(self.staff.actor(who)):
            kept, gone = self.files(who)
            file, other = (kept, gone) if side == "kept" else (gone, kept)
            changes.say_yes(file, other, self.merge, now=clock.now())

    def agree(self) -> None:
        """Propose, ask everybody, and both leads say yes."""
        self.propose()
        for side in ("kept", "gone"):
            self.ask(side)
            self.say_yes(side)

    def do(self, who: str = "coordinator") -> None:
        with acting(self.staff.actor(who)):
            changes.merge(*self.files(who), self.merge, now=clock.now())

    def end(self, who: str = "coordinator") -> None:
        with acting(self.staff.actor(who)):
            changes.end(*self.files(who), self.merge, because="Not so", now=clock.now())


def make_two(staff: Staff, *, plan: bool = False, **gone: Any) -> Two:
    """Two files of one family; a plan in the one that will be closed."""
    kept = register(staff, staff.registration(MOTHER, CHILD, **HOME))
    usual: dict[str, Any] = {"agencies": (staff.clinic.pk, staff.school.pk)}
    with acting(staff.actor("nurse")) as actor:
        typed = staff.registration(MOTHER, CHILD, **HOME, **(usual | gone))
        file = intake.register(actor, typed, now=clock.now())
        if plan:
            plans.open_plan(file, now=clock.now())
            plans.add_goal(file, words="Sleep", now=clock.now())
    return Two(staff, kept, file.reference)
