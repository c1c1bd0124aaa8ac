"""What the journal's tests are made of: actors, events, chains loaded and sealed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from hub.audit import events, seals
from hub.audit.chains import build_chains
from hub.audit.encoding import Line
from hub.audit.lines import line_for
from hub.audit.verify import past_the_wall
from hub.database.bulk import as_bulk_owner
from hub.kernel.files import Actor, ActorKind, FamilyFile, Level, job_actor

events.register("test.looked", "looked")
events.register("test.changed", "changed something")
events.register_purpose("test.helping", "Helping the family")

AMINA = Actor(ActorKind.PRACTITIONER, 11, "Amina Yusuf", agency=3)
BEN = Actor(ActorKind.PRACTITIONER, 12, "Ben Carter", agency=4)
DEE = Actor(ActorKind.MEMBER, 21, "Dee Okafor")
CLOCKS = job_actor("clocks.run")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def file_of(family: int, actor: Actor = AMINA, level: Level = Level.RECORD) -> FamilyFile:
    """A file as the door would make it."""
    return FamilyFile(family, "FH-BCDFGHJK", 1, actor, level, "test.helping", NOON)


def lines(families: int, each: int) -> Iterator[Line]:
    """Lines of some families and, every fourth, of an actor's list or a job, interleaved."""
    for number in range(families * each):
        family = 1000 + number % families
        at = NOON + timedelta(seconds=number)
        yield line_for(
            "test.looked", actor=AMINA, at=at, family=family, refs={"row": number, "code": "a-1"}
        )
        if number % 4 == 0:
            yield line_for("test.looked", actor=(BEN, CLOCKS)[number % 8 // 4], at=at)


def load(made: Iterator[Line]) -> None:
    """Load lines as new chains, as a county is loaded."""
    with as_bulk_owner(["audit_entry", "audit_chain"]) as cursor:
        build_chains(made, cursor)


def seal(when: datetime = NOON) -> seals.Sealed:
    """Seal what there is, as the owner."""
    return seals.seal(when, using="owner")


@dataclass(frozen=True)
class Row:
    """What a test asks of a line in the database."""

    chain: str
    number: int
    event: str


def rows() -> list[Row]:
    """Every line there is, chain by chain."""
    with past_the_wall() as cursor:
        cursor.execute(
            "SELECT concat(chain_kind, ' ', chain_id), number, event FROM public.audit_entry"
            " ORDER BY chain_kind, chain_id, number"
        )
        return [Row(*row) for row in cursor.fetchall()]


def as_owner_without_guard(cursor: CursorWrapper) -> None:
    """What a person with the owner's password does first: take the guards away."""
    for table in ("audit_entry", "audit_chain"):
        cursor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    cursor.execute(
        "ALTER TABLE audit_entry DROP CONSTRAINT IF EXISTS entry_holds_codes_and_no_text,"
        " DROP CONSTRAINT IF EXISTS entry_refers_and_does_not_tell,"
        " DROP CONSTRAINT IF EXISTS entry_of_a_family_is_in_its_chain"
    )


def owner() -> CursorWrapper:
    """A cursor of the tables' owner."""
    return connections["owner"].cursor()


def empty_the_journal() -> None:
    """Take out what the story wrote, guards down and up again."""
    with transaction.atomic(using="owner"), owner() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, quote_ident(tgname) FROM pg_trigger"
            " WHERE tgrelid IN ('audit_entry'::regclass, 'audit_chain'::regclass)"
        )
        triggers = cursor.fetchall()
        for table, trigger in triggers:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}")
        cursor.execute("TRUNCATE audit_entry, audit_chain")
        for table, trigger in triggers:
            cursor.execute(f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {trigger}")
