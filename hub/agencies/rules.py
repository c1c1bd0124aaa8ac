"""Who may change agencies, practitioners and roles (A1, A3). None of this shows a family's data.

A coordinator looks after the agencies and people of their own locality; an administrator, and the
commands that set the hub up, after all of them. Nobody grants themselves anything.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Actor, ActorKind

COORDINATOR: Final = "coordinator"
PANEL_CHAIR: Final = "panel_chair"
LEADERSHIP_MANAGER: Final = "leadership_manager"
SAFEGUARDING_LEAD: Final = "safeguarding_lead"
DATA_PROTECTION_OFFICER: Final = "data_protection_officer"
ACCESS_TEAM: Final = "access_team"
ADMINISTRATOR: Final = "administrator"

ROLES: Final = {
    COORDINATOR: "hub coordinator",
    PANEL_CHAIR: "panel chair",
    LEADERSHIP_MANAGER: "leadership team manager",
    SAFEGUARDING_LEAD: "safeguarding lead",
    DATA_PROTECTION_OFFICER: "data protection officer",
    ACCESS_TEAM: "access team",
    ADMINISTRATOR: "administrator",
}
EVERYWHERE: Final = frozenset(
    {SAFEGUARDING_LEAD, DATA_PROTECTION_OFFICER, ACCESS_TEAM, ADMINISTRATOR}
)

NOT_YOURS: Final = no("Only a coordinator of that locality or an administrator can do this.")
CLOSED: Final = no("This agency is closed.")
LEFT: Final = no("This person has already left the agency.")


@dataclass(frozen=True)
class Held:
    """A role somebody holds now."""

    code: str
    locality: int | None = None


@dataclass(frozen=True)
class Person:
    """What the rules ask about a practitioner whom somebody wants to change."""

    id: int
    locality: int
    account: int
    left: bool = False
    held: frozenset[Held] = field(default_factory=frozenset)

    def holds(self, code: str) -> bool:
        """Whether they hold a role, anywhere."""
        return any(role.code == code for role in self.held)


def looks_after_everything(actor: Actor) -> bool:
    """Whether this is an administrator or a command that sets the hub up."""
    return actor.kind is ActorKind.JOB or actor.has_role(ADMINISTRATOR)


def looks_after(actor: Actor, localities: Collection[int]) -> bool:
    """Whether one of these localities is this actor's to look after."""
    return looks_after_everything(actor) or any(
        actor.has_role(COORDINATOR, locality) for locality in localities
    )


def may_add_agency(actor: Actor, *, locality: int) -> Decision:
    """Adding an agency to a locality."""
    return YES if looks_after(actor, [locality]) else NOT_YOURS


def may_edit_agency(actor: Actor, *, localities: Collection[int], closed: bool) -> Decision:
    """Changing an agency's name, sector or contacts."""
    if not looks_after(actor, localities):
        return NOT_YOURS
    return CLOSED if closed else YES


def may_close_agency(
    actor: Actor, *, localities: Collection[int], closed: bool, practitioners: int
) -> Decision:
    """Closing an agency: not over the heads of its people, nor of other localities."""
    if not looks_after(actor, localities):
        return NOT_YOURS
    if closed:
        return CLOSED
    if not all(looks_after(actor, [locality]) for locality in localities):
        return no("This agency works in other localities too. Ask an administrator to close it.")
    if practitioners:
        people = "1 person" if practitioners == 1 else f"{practitioners} people"
        return no(f"{people} still in this agency: say that they have left first.")
    return YES


def may_join_locality(actor: Actor, *, locality: int, closed: bool, already: bool) -> Decision:
    """An agency beginning to work in a locality."""
    if not looks_after(actor, [locality]):
        return NOT_YOURS
    if closed:
        return CLOSED
    return no("This agency already works in this locality.") if already else YES


def may_invite(
    actor: Actor, *, locality: int, localities: Collection[int], closed: bool, already: bool
) -> Decision:
    """Inviting somebody into an agency that works in `localities`, to work in `locality`."""
    if not looks_after(actor, [locality]):
        return NOT_YOURS
    if closed:
        return CLOSED
    if locality not in localities:
        return no("This agency does not work in that locality.")
    if already:
        return no("Somebody with this email address is already in this agency.")
    return YES


def may_edit_practitioner(actor: Actor, *, person: Person) -> Decision:
    """Changing a practitioner's name, title or contacts; one's own are one's own to change."""
    if not looks_after(actor, [person.locality]) and not _is(actor, person):
        return NOT_YOURS
    return LEFT if person.left else YES


def may_deactivate(actor: Actor, *, person: Person, administrators: int) -> Decision:
    """Saying that somebody has left their agency. `administrators` is how many there are now."""
    if not looks_after(actor, [person.locality]):
        return NOT_YOURS
    if person.left:
        return LEFT
    if _is(actor, person):
        return no("You cannot do this to yourself. Ask another coordinator or administrator.")
    if not looks_after_everything(actor) and any(person.holds(code) for code in EVERYWHERE):
        return no("Only an administrator can do this for somebody who holds this role.")
    if person.holds(ADMINISTRATOR) and administrators <= 1:
        return no("This is the last administrator. Make somebody else an administrator first.")
    return YES


def may_revive(actor: Actor, *, localities: Collection[int], active: bool) -> Decision:
    """Waking an account that was not used for long; `localities` are those of its people."""
    if not localities:
        return no("Nobody who works here uses this account. Invite them instead.")
    if not looks_after(actor, localities):
        return NOT_YOURS
    return YES if active else no("This account is closed. Invite the person again.")


def may_grant(actor: Actor, *, person: Person, role: Held) -> Decision:
    """Giving somebody a role."""
    if role.code not in ROLES:
        return no("Choose one of the roles listed.")
    if not _looks_after_role(actor, person, role):
        return NOT_YOURS
    if _is(actor, person):
        return no("You cannot give yourself a role. Ask another coordinator or administrator.")
    if person.left:
        return LEFT
    if role.code in EVERYWHERE and role.locality is not None:
        return no(f"A {ROLES[role.code]} is one for the whole area, not for a locality.")
    if role.code not in EVERYWHERE and role.locality is None:
        return no(f"Say in which locality they are {ROLES[role.code]}.")
    return no("They already hold this role.") if role in person.held else YES


def may_end_role(actor: Actor, *, person: Person, role: Held, administrators: int) -> Decision:
    """Taking a role from somebody; one may lay down one's own."""
    if not _looks_after_role(actor, person, role) and not _is(actor, person):
        return NOT_YOURS
    if role not in person.held:
        return no("They do not hold this role any more.")
    if role.code == ADMINISTRATOR and administrators <= 1:
        return no("This is the last administrator. Make somebody else an administrator first.")
    return YES


def may_edit_locality(actor: Actor, *, locality: int | None) -> Decision:
    """Changing how a hub is reached, or the numbers to ring; None: those shown everywhere."""
    if locality is None:
        ours = looks_after_everything(actor)
        return YES if ours else no("Only an administrator can change what is shown everywhere.")
    return YES if looks_after(actor, [locality]) else NOT_YOURS


def may_leave_numbers(*, locality: int | None, lines: int) -> Decision:
    """Numbers to ring as they would stand: every page shows at least one (S32)."""
    if locality is None and not lines:
        return no("Keep at least one number: every page shows it to whoever is worried.")
    return YES


def _is(actor: Actor, person: Person) -> bool:
    """The same account is the same person here: two of one's own practitioners do not count."""
    return actor.kind is ActorKind.PRACTITIONER and (
        actor.id == person.id or (actor.account is not None and actor.account == person.account)
    )


def _looks_after_role(actor: Actor, person: Person, role: Held) -> bool:
    if looks_after_everything(actor):
        return True
    if role.code in EVERYWHERE or role.locality is None:
        return False
    return looks_after(actor, [role.locality]) and looks_after(actor, [person.locality])
