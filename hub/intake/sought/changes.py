"""Writing down advice that was asked for, and what was decided then (2.93)."""

from datetime import date, datetime
from typing import TypeVar

from django.db import connection

from hub.audit.change import change
from hub.audit.events import register
from hub.intake.models import FamilySought, OwnSought
from hub.intake.sought import rules
from hub.kernel.clock import day_of
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.files import Actor, FamilyFile, NotInYourFiles

S = TypeVar("S", FamilySought, OwnSought)

register("sought.saved", "wrote down advice they had asked for about a family")
register("sought.decided", "wrote down what they decided after asking for advice about a family")
register("sought.own_saved", "wrote down advice they had asked for without naming a family")
register("sought.own_decided", "wrote down what they decided after asking without naming a family")


@change("sought.saved")
def save(
    file: FamilyFile,
    *,
    asked_on: date | None,
    whom: str,
    named: bool,
    asked: str,
    advised: str,
    decided: str = "",
    because: str = "",
    now: datetime,
) -> FamilySought:
    """Keep advice asked for about a family: when, of whom, whether the family was `named` to them,
    what was asked and advised, and what was decided and why, as far as it is. Raises NotAllowed."""
    rules.may_write(level=file.level).or_raise()
    row = FamilySought(family_id=file.family, saved_by_id=file.actor.id, named=named)
    said = {"whom": whom, "asked": asked, "advised": advised}
    return _written(row, said, asked_on, decided, because, now)


@change("sought.own_saved")
def save_own(
    actor: Actor,
    *,
    asked_on: date | None,
    whom: str,
    named: bool,
    asked: str,
    advised: str,
    decided: str = "",
    because: str = "",
    now: datetime,
) -> OwnSought:
    """Keep advice asked for with no family's file; it is to name nobody. As `save`."""
    row = OwnSought(saved_by_id=actor.id, named=named)
    said = {"whom": whom, "asked": asked, "advised": advised}
    return _written(row, said, asked_on, decided, because, now)


@change("sought.decided")
def decide(
    file: FamilyFile, pk: int, *, decided: str, because: str, version: int, now: datetime
) -> FamilySought:
    """Whoever asked writes down what they decided and why, once. Raises NotInYourFiles, NotAllowed,
    and Conflict when it changed since `version` was shown."""
    rows = FamilySought.objects.select_for_update().filter(family=file.family, pk=pk)
    row = rows.exclude(pk__any=list(file.held_back)).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    return _decided(row, file.actor, decided, because, version, now)


@change("sought.own_decided")
def decide_own(
    actor: Actor, pk: int, *, decided: str, because: str, version: int, now: datetime
) -> OwnSought:
    """The same of advice asked for with no family's file. Raises as `decide`."""
    row = OwnSought.objects.select_for_update().filter(saved_by=actor.id, pk=pk).first()
    if row is None:
        raise NotInYourFiles("sought")
    return _decided(row, actor, decided, because, version, now)


def expire_sought(*, now: datetime) -> int:
    """Delete what is in no file and two years old, and say how many. For a job; whoever else calls
    it can delete no more than that."""
    with connection.cursor() as cursor:
        cursor.execute("select hub.expire_sought(%s)", [now - rules.KEPT])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _written(
    row: S, said: dict[str, str], asked_on: date | None, decided: str, because: str, now: datetime
) -> S:
    rules.may_have_asked(asked_on, **said, today=day_of(now)).or_raise()
    rules.may_give(decided, because).or_raise()
    for name, words in (said | {"decided": decided, "because": because}).items():
        setattr(row, name, words.strip())
    assert asked_on is not None  # noqa: S101 - the rule has asked
    row.asked_on, row.saved_at = asked_on, now
    row.decided_at = now if row.decided else None
    row.save(force_insert=True)
    return row


def _decided(row: S, actor: Actor, decided: str, because: str, version: int, now: datetime) -> S:
    rules.may_decide(
        mine=row.saved_by_id == actor.id,
        decided_already=row.decided_at is not None,
        decided=decided,
        because=because,
    ).or_raise()
    wanted = {"decided": decided.strip(), "because": because.strip()}
    stands = {name: getattr(row, name) for name in wanted}
    refuse_if_changed(stands=stands, wanted=wanted, version=row.version, edited=version)
    row.decided, row.because, row.decided_at = wanted["decided"], wanted["because"], now
    row.version += 1
    row.save(update_fields=["decided", "because", "decided_at", "version"])
    return row
