"""Behind the look-ups: what a coordinator looks at, and what those who oversee see of fishing.

Both go through functions of the door that answer the right role alone; for anybody else they are
empty. Neither shows a word that was typed.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection

from hub.access.lookup import events as _registered  # noqa: F401 - what this writes down
from hub.access.lookup.rules import Counted, patterns
from hub.audit import journal
from hub.audit.events import purpose_words
from hub.kernel.files import Actor, NotInYourFiles

MOST: Final = 200
WAITING: Final = "select * from hub.lookups_hidden(%s, %s)"
DEALT: Final = "select * from hub.lookup_dealt(%s, %s)"
OVERSEEN: Final = "select * from hub.lookups_overseen(%s, %s)"


@dataclass(frozen=True)
class Waiting:
    """Somebody asked about a family and was told nothing: who, when, what for, how to ring them."""

    id: int
    family: int
    reference: str
    at: datetime
    purpose: str
    surely: bool
    name: str
    role_title: str
    agency: str
    phone: str

    @property
    def what_for(self) -> str:
        """What they asked it for, in words."""
        return purpose_words(self.purpose)


@dataclass(frozen=True)
class Asker:
    """Somebody who looked up, how often, and how it looks like fishing; nothing they typed."""

    practitioner: int
    name: str
    role_title: str
    agency: str
    counted: Counted

    @property
    def patterns(self) -> list[str]:
        """How it looks like fishing, in words."""
        return patterns(self.counted)


def waiting_for(actor: Actor, *, now: datetime) -> list[Waiting]:
    """What waits for a coordinator behind, the oldest first (S19)."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [now, MOST])
        rows = [Waiting(*row) for row in cursor.fetchall()]
    families = list(dict.fromkeys(one.family for one in rows))
    journal.record("lookup.hidden_listed", actor=actor, families=families, shown=len(rows))
    return rows


def deal_with(actor: Actor, hidden: int, *, now: datetime) -> None:
    """Write down that a coordinator has looked at one behind. Raises NotInYourFiles, alike for one
    that is not theirs and one that is not there."""
    with connection.cursor() as cursor:
        cursor.execute(DEALT, [hidden, now])
        row = cursor.fetchone()
    if row is None:
        raise NotInYourFiles("look-up")
    journal.record("lookup.dealt", actor=actor, family=row[0], row=hidden)


def askers(actor: Actor, *, since: datetime, until: datetime) -> list[Asker]:
    """Who looked up in these days, those whose look-ups look like fishing first; for the data
    protection officer. That it was asked is written down."""
    with connection.cursor() as cursor:
        cursor.execute(OVERSEEN, [since, until])
        rows = [
            Asker(number, name, title, agency, Counted(*counts))
            for number, name, title, agency, *counts in cursor.fetchall()
        ]
    journal.record("lookup.overseen", actor=actor, shown=len(rows))
    return sorted(rows, key=lambda one: (-len(one.patterns), -one.counted.checks, one.name))
