"""Reads of questions to join: a family's, for who leads it; one's own, without the family."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import QuerySet

from hub.database.kept import kept
from hub.intake.models import JoinQuestion
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles

ASKED = "select asked_at, answer, answered_at from hub.joins_asked()"


@dataclass(frozen=True)
class Asked:
    """One's own question to join: when it was asked, and what was answered, "" while it waits."""

    asked_at: datetime
    answer: str
    answered_at: datetime | None


def waiting_in(file: FamilyFile) -> list[JoinQuestion]:
    """The questions to join this family's team that wait for who leads it, the oldest first; none
    for anybody else."""
    if not file.sees(Level.RECORD) or file.family in file.held_back:
        return []
    return [row for row in _waiting(file.family) if row.pk not in file.held_back]


def theirs_to_answer(
    files: Sequence[FamilyFile], asked: Iterable[tuple[int, int]]
) -> list[tuple[FamilyFile, int]]:
    """Of questions that wait, each as its family and its number and found past the wall, those that
    whoever opened these files answers, as `waiting_in` says; asks the database nothing."""
    held_back = {item for file in files for item in file.held_back}
    led = {file.family: file for file in files if file.sees(Level.RECORD)}
    theirs = ((led[family], pk) for family, pk in asked if family in led and pk not in held_back)
    return [(file, pk) for file, pk in theirs if file.family not in held_back]


def question(file: FamilyFile, pk: int) -> JoinQuestion:
    """One of a family's questions. Raises NotInYourFiles."""
    rows = JoinQuestion.objects.filter(family=file.family, pk=pk)
    found = rows.select_related("asked_by__agency").first()
    kept_back = file.family in file.held_back or pk in file.held_back
    if found is None or kept_back or not file.sees(Level.RECORD):
        raise NotInYourFiles(file.reference)
    return found


def asked(actor: Actor) -> list[Asked]:
    """What this practitioner has asked in the last 90 days, the newest first."""
    # The function knows who asks from the door's settings; the actor is who they were made for.
    assert actor.id is not None  # noqa: S101
    with connection.cursor() as cursor:
        cursor.execute(ASKED)
        return [Asked(*row) for row in cursor.fetchall()]


@kept
def _waiting(family: int) -> QuerySet[JoinQuestion]:
    rows = JoinQuestion.objects.filter(family=family, answer="")
    return rows.select_related("asked_by__agency").order_by("asked_at", "pk")
