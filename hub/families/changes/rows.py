"""Finding, ending and keeping the version of a file's rows; what all changes here share."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from hub.families.models import FamilyRow, Membership, Responsibility
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles

R = TypeVar("R", bound=FamilyRow)


def find_member(file: FamilyFile, person: int) -> Membership:
    """The membership of a person in this family, locked. Raises NotInYourFiles."""
    found = (
        Membership.objects.select_for_update()
        .filter(family=file.family, person=person, until_at=None)
        .first()
    )
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def find_row(table: type[R], file: FamilyFile, pk: int) -> R:
    """A row of this file that has not ended, locked. Raises NotInYourFiles."""
    rows = table._default_manager.select_for_update()
    found = rows.filter(family=file.family, pk=pk, until_at=None).first()
    if found is None:
        raise NotInYourFiles(file.reference)
    return found


def must_be_members(file: FamilyFile, *people: int) -> None:
    """Raise NotInYourFiles unless each of these people is in this family."""
    wanted = set(people)
    rows = Membership.objects.filter(family=file.family, person__in=wanted, until_at=None)
    if len(set(rows.values_list("person_id", flat=True))) != len(wanted):
        raise NotInYourFiles(file.reference)


def one_of(values: Iterable[str], value: str) -> str:
    """The value, when it is one of these. Raises NotAllowed."""
    if value not in values:
        raise NotAllowed("Choose one of the answers listed.")
    return value


def bump(row: FamilyRow, *fields: str) -> None:
    """Save these fields and the next version."""
    row.version += 1
    row.save(update_fields=[*fields, "version"])


def end(rows: Iterable[FamilyRow], now: datetime) -> None:
    """End these rows now."""
    for row in rows:
        row.until_at = now  # type: ignore[attr-defined]  # every dated row has it
        bump(row, "until_at")


def end_held(row: Responsibility, because: str, now: datetime) -> None:
    """End one of these now, for a change that has found and locked what it hangs on."""
    row.until_at, row.ended_because = now, because
    bump(row, "until_at", "ended_because")
