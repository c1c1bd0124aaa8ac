"""Reading the journal: who has looked at a family, and which families somebody had before them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection

from hub.audit.encoding import RefValue
from hub.audit.events import purpose_words, sentence
from hub.kernel.decisions import Decision, no
from hub.kernel.files import Actor, ActorKind, FamilyFile, Level

PAGE: Final = 50
DATA_PROTECTION_OFFICER: Final = "data_protection_officer"


@dataclass(frozen=True)
class Look:
    """A line as it is shown in "who has looked": ids, which the page turns into names."""

    at: datetime
    event: str
    actor_kind: str
    actor_id: int
    job: str
    agency: int | None
    purpose: str
    refs: Mapping[str, RefValue]

    @property
    def sentence(self) -> str:
        """What was done, to go on after a name."""
        return sentence(self.event)

    @property
    def purpose_words(self) -> str:
        """Why, in words."""
        return purpose_words(self.purpose)


@dataclass(frozen=True)
class Looks:
    """One page of looks, newest first."""

    looks: tuple[Look, ...]
    page: int
    has_more: bool


@dataclass(frozen=True)
class Opened:
    """One time that an actor had families before them."""

    at: datetime
    event: str
    families: tuple[int, ...]
    purpose: str


def may_read_looks(file: FamilyFile) -> Decision:
    """Whether this file shows who has looked at the family (S30)."""
    if file.sees(Level.RECORD):
        return Decision(True)
    return no("Who has looked is shown to those who may see the family's whole record.")


def may_ask_what_was_opened(reader: Actor) -> Decision:
    """Whether somebody may ask which families another actor opened (S34)."""
    if reader.has_role(DATA_PROTECTION_OFFICER):
        return Decision(True)
    return no("Only a data protection officer may ask which families somebody opened.")


def entries_for_family(file: FamilyFile, page: int = 1) -> Looks:
    """Who looked at the family or changed something, 50 a page, newest first (S30).

    Also the lists it was on. Raises NotAllowed when the file is not open at record level; the
    database shows nothing then either.
    """
    may_read_looks(file).or_raise()
    page = max(page, 1)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT at, event, actor_kind, actor_id, job, agency_id, purpose, refs"
            " FROM hub.journal_of_family(%s, %s, %s)",
            [file.family, (page - 1) * PAGE, PAGE + 1],
        )
        rows = cursor.fetchall()
    looks = tuple(_look(row) for row in rows[:PAGE])
    return Looks(looks, page, has_more=len(rows) > PAGE)


def opened_by(
    reader: Actor,
    *,
    actor_id: int,
    since: datetime,
    until: datetime,
    actor_kind: ActorKind = ActorKind.PRACTITIONER,
) -> tuple[Opened, ...]:
    """Which families an actor opened or had on a list, from `since` to before `until` (S34).

    The first 10,000, oldest first. For the data protection officer: raises NotAllowed for anybody
    else. Whoever shows this records that it was asked.
    """
    may_ask_what_was_opened(reader).or_raise()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT at, event, family_id, families, purpose"
            " FROM hub.journal_opened_by(%s, %s, %s, %s)",
            [actor_kind.value, actor_id, since, until],
        )
        rows = cursor.fetchall()
    return tuple(
        Opened(at, event, tuple(families) if family is None else (family,), purpose)
        for at, event, family, families, purpose in rows
    )


def _look(row: tuple[Any, ...]) -> Look:
    at, event, actor_kind, actor_id, job, agency, purpose, refs = row
    return Look(at, event, actor_kind, actor_id, job, agency, purpose, json.loads(refs))
