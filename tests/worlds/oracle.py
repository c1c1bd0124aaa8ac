"""Who may see what in a world, written from the rules and nothing else.

From safety.md S1, S2, S14, product.md A3, C1-C6 and docs/reference/wall.md. It imports nothing of
the hub: where the two differ, one of them is wrong.
"""

from dataclasses import dataclass
from typing import Final

from tests.worlds.world import PLAN, RECORD, SIGNPOST, SUMMARY, Family, Job, Row, World

# What is read at which level (docs/reference/wall.md).
NEVER: Final = -(10**9)  # before anything was
READ_AT: Final = {
    "lead": SIGNPOST, "membership": SUMMARY, "relationship": SUMMARY, "responsibility": SUMMARY,
    "address": SUMMARY, "household": SUMMARY, "contact": SUMMARY, "agreement": SUMMARY,
    "involvement": SUMMARY, "plan": SUMMARY, "goal": PLAN, "action": PLAN, "closure": PLAN,
    "judgement": RECORD, "restriction": RECORD, "override": RECORD,
}  # fmt: skip


@dataclass(frozen=True)
class Sight:
    """How much of a family somebody may see, what is kept from them, and in words why."""

    level: int
    held: frozenset[int]
    why: str


class Oracle:
    """The answers for one world. What was worked out once is kept."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._sights: dict[tuple[int, int], Sight] = {}

    def works(self, job: Job) -> bool:
        """Who has left, or whose agency closed, is nobody (A1, A3)."""
        return job.window.holds and self.world.agencies[job.agency].holds

    def has_role(self, job: Job, *codes: str) -> bool:
        """Whether somebody holds one of these roles now."""
        held = (r for r in self.world.roles if r.job == job.id and r.window.holds)
        return any(role.code in codes for role in held)

    def coordinates(self, job: Job, locality: int) -> bool:
        """Whether somebody coordinates the hub of a locality."""
        return any(
            r.job == job.id and r.code == "coordinator" and r.locality == locality
            for r in self.world.roles
            if r.window.holds
        )

    def sight(self, job: Job, family: Family) -> Sight:
        """How much somebody may see of a family (S1, S14, C3, C4, C6)."""
        if (job.id, family.id) not in self._sights:
            self._sights[job.id, family.id] = self._decided(job, family)
        return self._sights[job.id, family.id]

    def _decided(self, job: Job, family: Family) -> Sight:
        if not self.works(job):
            return _nothing("does not work there")
        if self.has_role(job, "administrator"):
            return _nothing("an administrator sees no family's data (A3)")
        kept = self._kept_from(job, family)
        leads = self._has(family, "lead", job)
        if any(r.more["item"] is None and r.more["whom"] == "practitioner" for r in kept):
            return _nothing("the family is kept from this person (C3)")
        if not leads and any(r.more["item"] is None for r in kept):
            return _nothing("the family is kept from their agency (C3)")
        level, why = self._given(job, family, leads=leads)
        return Sight(level, self._held(job, family, kept) if level else frozenset(), why)

    def rows(self, job: Job, family: Family) -> list[Row]:
        """What somebody may read of what was recorded of a family."""
        sight = self.sight(job, family)
        return [
            row
            for row in self.world.of(family.id)
            if self._at_level(row, job, sight) and self._shown(row, sight.held)
        ]

    def _at_level(self, row: Row, job: Job, sight: Sight) -> bool:
        """What somebody wrote down as private themselves they see with the summary already (S5)."""
        own = row.kind == "restriction" and job.id == self.world.jobs[0].id
        return (SUMMARY if own else READ_AT[row.kind]) <= sight.level

    def people(self, job: Job, family: Family) -> set[int]:
        """Whose identity somebody may know through this family."""
        return {p for r in self.rows(job, family) if r.kind == "membership" for p in r.people}

    def may_read(self, job: Job, family: Family) -> set[str]:
        """Every secret word of a family that somebody may see."""
        if not self.sight(job, family).level:
            return set()
        told = {secret for row in self.rows(job, family) for secret in row.secrets}
        names = {n for p in self.people(job, family) for n in self.world.people[p].names}
        return told | names | {family.reference}

    def members(self, job: Job, family: Family) -> set[int]:
        """Who is in the family now, as far as somebody may know."""
        rows = self.rows(job, family)
        return {p for r in rows if r.kind == "membership" and r.window.holds for p in r.people}

    def mine(self, job: Job) -> list[Family]:
        """The families somebody leads or works with, and may see."""
        return [
            family
            for family in self.world.families
            if self.works_with(job, family) and self.sight(job, family).level
        ]

    def works_with(self, job: Job, family: Family) -> bool:
        """Whether it is recorded that somebody leads or works with a family, or is in its team."""
        return any(self._has(family, kind, job) for kind in ("lead", "involvement"))

    def without_a_lead(self, job: Job) -> list[Family]:
        """Families of a coordinator's localities that nobody leads who is still there (E2)."""
        return [
            family
            for family in self.world.families
            if self.coordinates(job, family.locality)
            and self.sight(job, family).level
            and self._agreed(family, "keep")
            and not any(
                self.world.job(lead.more["job"]).window.end is None
                for lead in self.world.of(family.id, "lead")
                if lead.window.holds
            )
        ]

    def found(self, job: Job, typed: str) -> list[Family]:
        """The families a name finds: part of one among their own, the whole among others (S18)."""
        words = sorted({word.casefold() for word in typed.split()})
        return [
            family
            for family in self.world.families
            if self.sight(job, family).level
            and any(
                self._matches(person, words, part=self.works_with(job, family))
                for person in self._in_family(job, family)
            )
        ]

    def _in_family(self, job: Job, family: Family) -> set[int]:
        """Who is in the family now and not kept from somebody, at whichever level they see it."""
        held = self.sight(job, family).held
        rows = self.world.of(family.id, "membership")
        return {p for r in rows if r.window.holds and r.id not in held for p in r.people}

    def _matches(self, person: int, words: list[str], *, part: bool) -> bool:
        name = sorted({n.casefold() for n in self.world.people[person].names})
        return name == words or (part and all(word in " ".join(name) for word in words))

    def _given(self, job: Job, family: Family, *, leads: bool) -> tuple[int, str]:
        """The level, by whatever gives the most."""
        kept = self._agreed(family, "record") and self._agreed(family, "keep")
        since = self._stands(job.agency, family.locality)
        shared = since is not None and self._agreed(family, "share", job.agency, since=since)
        recorded = since is not None and self._agreed(family, "record", job.agency)
        agency = shared or recorded
        ways = [(0, "nothing gives them sight")]
        far = self._reach(job, family)
        if kept and agency and leads:
            ways.append((min(far, RECORD), "leads, and the family agrees with the agency"))
        if kept and agency and self._has(family, "involvement", job, "team"):
            ways.append((min(far, PLAN), "in the team, and the family agrees with the agency"))
        if kept and agency and self._has(family, "involvement", job, "working"):
            ways.append(
                (min(far, SUMMARY), "works with them, and the family agrees with the agency (S1)")
            )
        if kept and shared:
            ways.append((SIGNPOST, "the family agreed to the agency (S1)"))
        if kept and self.coordinates(job, family.locality):
            ways.append((SUMMARY, "coordinates the hub of the family's locality (C6)"))
        whole = [r for r in self._shown_to(job, family) if r.more["item"] is None]
        # 2.61: a family that stopped everything is shown for harm only.
        if any(kept or r.more["ground"] == "harm" for r in whole):
            ways.append((SUMMARY, "an override (C4)"))
        return max(ways)

    def _reach(self, job: Job, family: Family) -> int:
        """How far the family's yes to somebody's agency reaches: the widest of its yeses, since
        nobody ends it for another (S8); all the way where it reaches the plan, and for the agency
        that writes the record down (C1, 3.14)."""
        if self._agreed(family, "record", job.agency):
            return RECORD
        yeses = (
            row.more["reach"]
            for row in self.world.of(family.id, "agreement")
            if row.window.holds and (row.more["scope"], row.more["agency"]) == ("share", job.agency)
        )
        widest = max(yeses, default=0)
        return RECORD if widest == PLAN else widest

    def _held(self, job: Job, family: Family, kept: list[Row]) -> frozenset[int]:
        """Items kept from somebody. Only harm lifts one, never from the very person (S14)."""
        from_them = {r.more["item"] for r in kept if r.more["whom"] == "practitioner"}
        from_agency = {r.more["item"] for r in kept if r.more["whom"] == "agency"}
        lifted = {r.more["item"] for r in self._shown_to(job, family) if r.more["ground"] == "harm"}
        return frozenset((from_them | (from_agency - lifted)) - {None})

    def _kept_from(self, job: Job, family: Family) -> list[Row]:
        """What is kept from this person, whichever job they come in, or from this job's agency."""
        jobs = {same.id for same in self.world.jobs if same.account == job.account}
        return [
            row
            for row in self.world.of(family.id, "restriction")
            if row.window.holds
            and (
                (row.more["whom"] == "practitioner" and row.more["target"] in jobs)
                or (row.more["whom"] == "agency" and row.more["target"] == job.agency)
            )
        ]

    def _shown_to(self, job: Job, family: Family) -> list[Row]:
        me = {("practitioner", job.id), ("agency", job.agency)}
        rows = (r for r in self.world.of(family.id, "override") if r.window.holds)
        return [r for r in rows if (r.more["whom"], r.more["target"]) in me]

    def overseen(self, job: Job) -> set[str]:
        """References of families that were shown without agreement at some time: for who oversees
        that (S14), but not for the very person a family keeps itself from."""
        oversees = self.has_role(job, "safeguarding_lead", "data_protection_officer")
        if not (oversees and self.works(job)):
            return set()
        return {
            family.reference
            for family in self.world.families
            if list(self.world.of(family.id, "override"))
            and not any(
                row.more["whom"] == "practitioner" and row.more["item"] is None
                for row in self._kept_from(job, family)
            )
        }

    def waits(self, job: Job) -> list[Family]:
        """Families of a coordinator's localities with a yes to an agency that does not count since
        the agency does not stand there: the hub's page names their references (S12)."""
        return [
            family
            for family in self.world.families
            if self.coordinates(job, family.locality)
            and (sight := self.sight(job, family)).level
            and any(
                self._lapsed(row, family.locality)
                for row in self.world.of(family.id, "agreement")
                if row.window.holds and row.id not in sight.held
            )
        ]

    def _lapsed(self, row: Row, locality: int) -> bool:
        since = self._stands(row.more["agency"], locality)
        if since is None:
            return row.more["scope"] in ("share", "record")
        return row.more["scope"] == "share" and row.window.start < since

    def _stands(self, agency: int, locality: int) -> int | None:
        """Since when a yes to an agency counts in a locality: it is party to a sharing agreement
        there, or accepted the terms of use (S12, 2.63). None: no yes counts."""
        ways = [
            NEVER if signed.asks_from is None else signed.asks_from
            for signed in self.world.signed
            if signed.agency == agency
            and signed.locality in (None, locality)
            and signed.window.holds
        ]
        return min(ways, default=None)

    def _agreed(
        self, family: Family, scope: str, agency: int | None = None, since: int | None = None
    ) -> bool:
        return any(
            row.more["scope"] == scope
            and agency in (None, row.more["agency"])
            and (since is None or row.window.start >= since)
            for row in self.world.of(family.id, "agreement")
            if row.window.holds
        )

    def _has(self, family: Family, kind: str, job: Job, way: str | None = None) -> bool:
        return any(
            row.more["job"] == job.id and way in (None, row.more.get("way"))
            for row in self.world.of(family.id, kind)
            if row.window.holds
        )

    def _shown(self, row: Row, held: frozenset[int]) -> bool:
        """A row goes with what it hangs on, and with the people it names (C3)."""
        if row.id in held or held & set(row.hangs_on):
            return False
        members = self.world.of(row.family, "membership")
        known = {p for m in members if m.id not in held for p in m.people}
        return row.kind == "membership" or set(row.people) <= known


def _nothing(why: str) -> Sight:
    return Sight(0, frozenset(), why)
