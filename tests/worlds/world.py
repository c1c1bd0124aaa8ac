"""A world as plain values: who there is, what was recorded of families, and which words tell it.

Nothing here knows the hub. Moments are minutes from the moment that is asked about.
"""

from dataclasses import dataclass, field, replace
from typing import Any

SIGNPOST, SUMMARY, PLAN, RECORD = 1, 2, 3, 4


@dataclass(frozen=True)
class Window:
    """From when until when something holds; it holds at its first moment, not at its last."""

    start: int
    end: int | None = None

    @property
    def holds(self) -> bool:
        """Whether it holds at the moment that is asked about."""
        return self.start <= 0 and (self.end is None or self.end > 0)

    @property
    def is_open(self) -> bool:
        """Whether it began and nobody has said when it ends."""
        return self.start <= 0 and self.end is None


@dataclass(frozen=True)
class Job:
    """Somebody's place in one agency. Two jobs with one account are one person."""

    id: int
    account: int
    agency: int
    locality: int
    name: str
    window: Window


@dataclass(frozen=True)
class Role:
    """A role of a job, in one locality or (None) everywhere."""

    id: int
    job: int
    code: str
    locality: int | None
    window: Window


@dataclass(frozen=True)
class Signed:
    """What an agency signed: a sharing agreement of a locality, or (None) terms of use. One that
    asks again counts for a yes given from a moment on."""

    id: int
    agency: int
    locality: int | None
    window: Window
    asks_from: int | None = None


@dataclass(frozen=True)
class Person:
    """Somebody in a family or two; each name is a word that nothing else holds."""

    id: int
    given: str
    family_name: str
    known_as: str

    @property
    def names(self) -> tuple[str, ...]:
        """Every word that tells who this is."""
        return tuple(name for name in (self.given, self.family_name, self.known_as) if name)

    @property
    def shown(self) -> tuple[str, ...]:
        """The words of the whole name, which pages show."""
        return tuple(name for name in (self.given, self.family_name) if name)


@dataclass(frozen=True)
class Family:
    """A family, where it belongs and what it is called aloud."""

    id: int
    reference: str
    locality: int


@dataclass(frozen=True)
class Row:
    """One thing recorded of a family: the people it names, what it hangs on, its secret words."""

    id: int
    kind: str
    family: int
    window: Window = Window(-60)
    people: tuple[int, ...] = ()
    hangs_on: tuple[int, ...] = ()
    secrets: tuple[str, ...] = ()
    more: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Draft:
    """What somebody typed of a family that is not registered."""

    id: int
    job: int
    secret: str


@dataclass(frozen=True)
class World:
    """All there is. Ids are those of the database."""

    seed: int
    localities: tuple[int, ...]
    agencies: dict[int, Window]
    jobs: tuple[Job, ...]
    roles: tuple[Role, ...]
    people: dict[int, Person]
    families: tuple[Family, ...]
    rows: tuple[Row, ...]
    drafts: tuple[Draft, ...]
    signed: tuple[Signed, ...] = ()

    def of(self, family: int, *kinds: str) -> list[Row]:
        """What was recorded of a family, of these kinds or all."""
        return [r for r in self.rows if r.family == family and (not kinds or r.kind in kinds)]

    def job(self, pk: int) -> Job:
        """A job by its number."""
        return next(job for job in self.jobs if job.id == pk)

    def secrets(self) -> set[str]:
        """Every word of the world that somebody must not see."""
        names = {name for person in self.people.values() for name in person.names}
        told = {secret for row in self.rows for secret in row.secrets}
        return names | told | {f.reference for f in self.families} | {d.secret for d in self.drafts}

    def parts(self) -> list[Row | Role]:
        """What can be taken away and leave a world: what nothing else hangs on, and roles."""
        hung = {on for row in self.rows for on in row.hangs_on}
        rows = [r for r in self.rows if r.id not in hung and r.kind not in ("membership", "plan")]
        return [*rows, *self.roles]

    def without(self, part: Row | Role) -> "World":
        """The same world without one of its parts, for finding out which matter."""
        rows = tuple(row for row in self.rows if row.id != part.id)
        return replace(self, rows=rows, roles=tuple(r for r in self.roles if r.id != part.id))
