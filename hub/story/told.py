"""The shape in which the story's families are told."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Member:
    """Somebody in a family. `born` is years ago, or a text such as "due 10" (weeks from now)."""

    names: str
    family_name: str
    part: str
    born: float | str | None = None
    contact: str = ""
    responsible: str = ""


@dataclass(frozen=True)
class Step:
    """An action: whose (a key of the cast, or a member's names), due in how many days, done?"""

    words: str
    owner: str
    due: int
    done: bool = False


@dataclass(frozen=True)
class About:
    """A page of "About my family": the part, whose (names; "" the family's), what was said, who
    besides them and the lead may know it, and who wrote it down ("": who leads)."""

    part: str
    whose: str
    said: dict[str, object]
    known_to: tuple[str, ...] = ()
    by: str = ""


@dataclass(frozen=True)
class Ordered:
    """A court order: its kind, the child's names, whom it binds (nobody of the family), effects."""

    kind: str
    child: str
    bound: str
    effects: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """A family of the story."""

    key: str
    shows: str
    lead: str
    members: tuple[Member, ...]
    agreed: tuple[str, ...]
    seen_by: dict[str, str]
    address: tuple[str, str] = ("", "")
    held_by: str = ""
    working: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    goals: tuple[tuple[str, tuple[Step, ...]], ...] = ()
    plan: bool = False
    closed: str = ""
    withdrawn: tuple[str, ...] = ()
    kept_from: tuple[tuple[str, str], ...] = ()
    shown_to: tuple[str, ...] = ()
    judged: str = ""
    shares: tuple[str, str] = ("", "")
    about: tuple[About, ...] = ()
    less: tuple[tuple[str, int, int], ...] = ()  # an agency, how far its yes reaches, days left
    said_no: tuple[tuple[str, str], ...] = ()  # who, and to which agency
    ordered: tuple[Ordered, ...] = ()
    said_yes: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
