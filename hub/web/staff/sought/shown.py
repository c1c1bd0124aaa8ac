"""What the pages of advice that was asked for are drawn from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from hub.access import door
from hub.families import queries as families
from hub.intake.sought import queries
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, FamilyFile
from hub.ui.addresses import address

MOST = 200  # as many files as the door opens at once


@dataclass(frozen=True)
class Entry:
    """One time that advice was asked for. `family` and `reference` are empty where it is about
    none; `decision_href` is where who asked writes down what they decided, "" when they did."""

    row: Any
    mine: bool
    by: str
    href: str
    decision_href: str
    family: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Mine:
    """What somebody asked: what they have still to decide, then the rest."""

    waiting: list[Entry]
    decided: list[Entry]


def mine(actor: Actor, *, now: datetime) -> Mine:
    """All that somebody asked, as far as they have the families' files open still."""
    files = door.list_mine(actor, now=now, size=MOST)
    about = queries.sought_by(actor, files)
    wanted = {file.family for file, _ in about}
    named = door.keep_open([file for file in files if file.family in wanted])
    names = families.names_of(named) if named else {}
    entries = [of_nobody(row) for row in queries.own(actor)]
    entries += [_named(file, row, names) for file, row in about]
    entries.sort(key=lambda entry: (entry.row.asked_on, entry.row.saved_at), reverse=True)
    return Mine(
        waiting=[entry for entry in entries if not entry.row.decided_at],
        decided=[entry for entry in entries if entry.row.decided_at],
    )


def of_family(file: FamilyFile) -> list[Entry]:
    """What was asked about a family, as far as the reader is shown it."""
    return [in_file(file, row) for row in queries.sought_in(file)]


def of_nobody(row: Any) -> Entry:
    """One that is in no family's file."""
    decision = "" if row.decided_at else address("sought_decision", row.pk)
    return Entry(row, True, "", address("sought_one", row.pk), decision)


def in_file(file: FamilyFile, row: Any, family: str = "") -> Entry:
    """One in a family's file."""
    own = row.saved_by_id == file.actor.id
    open_still = own and not row.decided_at
    at = (file.reference, row.pk)
    return Entry(
        row,
        mine=own,
        by="" if own else f"{row.saved_by.name}, {row.saved_by.agency.name}",
        href=address("family_sought_one", *at),
        decision_href=address("family_sought_decision", *at) if open_still else "",
        family=family,
        reference=file.reference,
    )


def since(now: datetime) -> date:
    """The first day of last month: how far back is counted."""
    this = day_of(now).replace(day=1)
    return (this - timedelta(days=1)).replace(day=1)


def by_month(rows: Iterable[queries.Counted]) -> list[tuple[date, list[queries.Counted]]]:
    """The counts under their months."""
    found: dict[date, list[queries.Counted]] = {}
    for row in rows:
        found.setdefault(row.month, []).append(row)
    return list(found.items())


def _named(file: FamilyFile, row: Any, names: dict[int, list[str]]) -> Entry:
    members = names.get(file.family, [])
    return in_file(file, row, members[0] if members else file.reference)
