"""Reads every walled table with no filter of ours, as the role web with a file opened as the door
would, and compares what comes with the oracle."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db import connection

from hub.access import door, opening
from hub.kernel.files import NotInYourFiles
from tests.matrix.rows import tables
from tests.worlds.oracle import Oracle
from tests.worlds.stage import actor_of
from tests.worlds.world import Family, Job


@dataclass(frozen=True)
class Difference:
    """Where the hub and the oracle differ: who asked, how, which word or row, and the reason."""

    who: int
    route: str
    asked: str
    marker: str
    leak: bool
    why: str

    @property
    def what(self) -> tuple[object, ...]:
        """The same difference in a smaller world."""
        return self.who, self.route, self.marker, self.leak


def differences(oracle: Oracle, now: datetime) -> Iterator[Difference]:
    """Everybody at every family's door, and what the tables show them then."""
    world = oracle.world
    for job in world.jobs:
        refused = False
        for family in world.families:
            opening.begin(actor_of(job))
            sight = oracle.sight(job, family)
            try:
                file = door.open_file(actor_of(job), family.reference, "family", now=now)
            except NotInYourFiles:
                if sight.level:
                    yield Difference(job.id, "the door", family.reference, "the file", False,
                                     sight.why)  # fmt: skip
                refused = True
                continue
            if int(file.level) != sight.level:
                leak = int(file.level) > sight.level
                word = f"level {file.level.word}"
                yield Difference(job.id, "the door", family.reference, word, leak, sight.why)
                continue
            yield from _compared(oracle, job, [family], "the wall")
        if refused:
            opening.begin(actor_of(job))
            yield from _compared(oracle, job, [], "the wall with nothing open")
        yield from _with_all_open(oracle, job, now)
        yield from _asked_about(oracle, job, now)
    opening.forget()


def _asked_about(oracle: Oracle, job: Job, now: datetime) -> Iterator[Difference]:
    """Every family, asked about at once as the first page asks where something may be due: those
    that somebody may see are open then, as far as they see them, and no other."""
    opening.begin(actor_of(job))
    everybody = [family.id for family in oracle.world.families]
    page, also, _ = door.list_page(actor_of(job), everybody, now=now, page=1, size=20)
    levels = {file.family: (int(file.level), file.held_back) for file in (*page, *also)}
    for family in oracle.world.families:
        sight = oracle.sight(job, family)
        level, held = levels.get(family.id, (0, frozenset()))
        shown = family.id in levels
        if (shown, level) != (sight.level > 0, sight.level) or (shown and held != sight.held):
            leak = shown and (level > sight.level or not sight.level or not held >= sight.held)
            yield Difference(job.id, "where something is due", family.reference, f"level {level}",
                             leak, sight.why)  # fmt: skip


def _with_all_open(oracle: Oracle, job: Job, now: datetime) -> Iterator[Difference]:
    """The families of somebody's first page, open at once: each still keeps what it keeps."""
    opening.begin(actor_of(job))
    files = door.list_mine(actor_of(job), now=now) if oracle.works(job) else []
    listed, mine = {file.family for file in files}, oracle.mine(job)
    for family in oracle.world.families:
        sight = oracle.sight(job, family)
        if (family.id in listed) != (family in mine):
            yield Difference(job.id, "the list of mine", "", family.reference,
                             family.id in listed, sight.why)  # fmt: skip
    levels = {file.family: int(file.level) for file in files}
    for family in mine:
        sight = oracle.sight(job, family)
        if levels.get(family.id, sight.level) != sight.level:
            leak = levels[family.id] > sight.level
            yield Difference(job.id, "the list of mine", family.reference, "level", leak, sight.why)
    if len(files) > 1 and listed == {family.id for family in mine}:
        yield from _compared(oracle, job, mine, "the wall, several open")


def _compared(oracle: Oracle, job: Job, families: list[Family], route: str) -> Iterator[Difference]:
    world = oracle.world
    asked = ", ".join(family.reference for family in families)
    why = "; ".join(oracle.sight(job, family).why for family in families) or "nothing is open"
    may_rows = {(r.kind, r.id) for family in families for r in oracle.rows(job, family)}
    may_words = {word for family in families for word in oracle.may_read(job, family)}
    may_words |= {draft.secret for draft in world.drafts if draft.job == job.id}
    people = {p for family in families for p in oracle.people(job, family)}
    known = {r.id: r.kind for r in world.rows} | dict.fromkeys(world.people, "person")
    rows, past, text = _read()
    for pk in (rows | past) & set(known):
        kind = known[pk]
        if (pk not in people) if kind == "person" else (kind, pk) not in may_rows:
            yield Difference(job.id, route, asked, f"{kind} {pk}", True, why)
    for kind, pk in may_rows | {("person", p) for p in people}:
        if pk not in rows:
            yield Difference(job.id, route, asked, f"{kind} {pk}", False, why)
    for word in sorted(world.secrets()):
        if (word in text) != (word in may_words):
            yield Difference(job.id, route, asked, word, word in text, why)


def _read() -> tuple[set[int], set[int], str]:
    """The ids of rows, of the rows that histories tell of, and everything as one text."""
    found = _ask()
    rows = {pk for table, pk, _ in found if not table.endswith("historyrow")}
    past = {pk for table, pk, _ in found if table.endswith("historyrow")}
    return rows, past, "\n".join(text for _, _, text in found)


def _ask() -> list[tuple[str, int, str]]:
    connection.ensure_connection()
    raw: Any = connection.connection
    with raw.cursor() as cursor:
        rows: list[tuple[str, int, str]] = cursor.execute(_everything(), prepare=True).fetchall()
        return rows


@cache
def _everything() -> str:
    parts = [
        f"select '{table.name}', {'pgh_obj_id' if table.history else 'id'}, t::text "
        f'from "{table.name}" t'
        for table in tables()
    ]
    parts.append("select 'intake_draft', id, t::text from intake_draft t")
    return " union all ".join(parts)
