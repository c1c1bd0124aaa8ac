"""Who is asking, and the proof that a family's file is open to them."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum


class ActorKind(StrEnum):
    """The three kinds of actor there are."""

    PRACTITIONER = "practitioner"
    MEMBER = "member"
    JOB = "job"


class Level(IntEnum):
    """How much of a file somebody may see. Each level holds the ones below it (C6, S1)."""

    NOTHING = 0
    SIGNPOST = 1
    SUMMARY = 2
    PLAN = 3
    RECORD = 4

    @property
    def word(self) -> str:
        """The level's name as settings, policies and pages spell it."""
        return self.name.lower()


@dataclass(frozen=True)
class Role:
    """A role somebody holds: its code, and the locality it counts in (None: everywhere)."""

    code: str
    locality: int | None


@dataclass(frozen=True)
class Actor:
    """Who is asking. For a job, `id` is 0 and `name` is the job's own name; `system` is the key of
    their agency's own system, when that asks for them."""

    kind: ActorKind
    id: int
    name: str
    agency: int | None = None
    agency_name: str = ""
    locality: int | None = None
    roles: frozenset[Role] = frozenset()
    account: int | None = None
    system: int | None = None

    def has_role(self, code: str, locality: int | None = None) -> bool:
        """Whether this actor holds a role, anywhere or in one locality."""
        return any(
            r.code == code and (locality is None or r.locality in (None, locality))
            for r in self.roles
        )


def job_actor(name: str) -> Actor:
    """The actor a named system job opens files as."""
    return Actor(ActorKind.JOB, 0, name)


def somebody_at(agency: int, name: str, locality: int) -> Actor:
    """Nobody in particular at an agency, for showing what a yes to it would give."""
    return Actor(
        ActorKind.PRACTITIONER,
        0,
        f"Somebody at {name}",
        agency=agency,
        agency_name=name,
        locality=locality,
    )


@dataclass(frozen=True)
class FamilyFile:
    """Proof that this actor has this family's file open. Only `hub.access.door` makes one.

    `reasons` says in plain words why the level is what it is; `held_back` are the ids of the
    items kept from this actor, which every query leaves out as the database itself does; `writes`
    is False for who may only read, by an override alone (S14). `closed` is a file whose family goes
    on in another (S21): it is read as before, and only what takes sight away is still written.
    """

    family: int
    reference: str
    locality: int
    actor: Actor
    level: Level
    purpose: str
    opened_at: datetime
    reasons: tuple[str, ...] = ()
    held_back: frozenset[int] = frozenset()
    writes: bool = True
    closed: bool = False

    def sees(self, level: Level) -> bool:
        """Whether the file is open at least at this level."""
        return self.level >= level


class NotInYourFiles(Exception):
    """Not theirs, or not there: the door makes no difference between the two (S19)."""
