"""A child is born, somebody dies, a pregnancy ends: each one quiet step (2.20, S17)."""

from collections.abc import Iterable
from datetime import datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.families import rules
from hub.families.changes.people import _in_words, _write_identity
from hub.families.changes.rows import bump, end, end_held, find_member
from hub.families.models import Contact, HouseholdMember, Membership, Person, Responsibility
from hub.kernel.conflicts import Conflict, refuse_if_changed
from hub.kernel.dates import PartialDate
from hub.kernel.files import FamilyFile

register("child.born", "recorded that a child was born")
register("loss.recorded", "recorded a loss in the family")
register("loss.taken_back", "recorded that a loss had been written down by mistake")

# What a loss ends, and by which column it is theirs. Who they are to each other stays.
ENDED = (
    (Contact, "person"),
    (HouseholdMember, "person"),
    (Responsibility, "person"),
    (Responsibility, "child"),
)
LOSS = ("loss", "loss_on", "loss_accuracy", "loss_at")


@change("child.born")
def record_birth(
    file: FamilyFile,
    person: int,
    *,
    version: int,
    given_names: str,
    family_name: str = "",
    known_as: str = "",
    born: PartialDate | None,
    now: datetime,
) -> Membership:
    """Make an unborn child a child: the same person, with a birth date for the due date (2.20).

    `version` is the person's, as it was shown. Raises NotInYourFiles, NotAllowed without a name or
    a date, and Conflict when somebody saved first.
    """
    rules.may_edit(file.level).or_raise()
    row = find_member(file, person)
    found = Person.objects.select_for_update().get(pk=row.person_id)
    if found.version != version:
        yours = Person(version=found.version)
        _write_identity(yours, given_names, family_name, known_as, born)
        child = Membership.Part.CHILD.value
        raise Conflict(
            theirs=_in_words(found, row.part), yours=_in_words(yours, child), version=found.version
        )
    rules.may_have_been_born(part=row.part, loss=row.loss, born=born).or_raise()
    rules.may_be_named(given_names).or_raise()
    _write_identity(found, given_names, family_name, known_as, born)
    found.version += 1
    found.save(force_update=True)
    row.part = Membership.Part.CHILD
    bump(row, "part")
    row.person = found
    return row


@change("loss.recorded")
def record_loss(
    file: FamilyFile,
    person: int,
    *,
    loss: str,
    on: PartialDate | None = None,
    version: int,
    now: datetime,
) -> Membership:
    """Record that a member died or a pregnancy ended (S17).

    From now on nobody rings them, nothing is asked about them, and the parental responsibility
    they held, or that was held for them, has ended. They stay in the family and so does its plan.
    `version` is the membership's. Raises NotInYourFiles, NotAllowed, and Conflict.
    """
    rules.may_edit(file.level).or_raise()
    row = find_member(file, person)
    refuse_if_changed(
        stands={"What happened": row.get_loss_display()},
        wanted={"What happened": dict(Membership.Loss.choices).get(loss, "")},
        version=row.version,
        edited=version,
    )
    rules.may_be_lost(part=row.part, loss=loss, earlier=row.loss, on=on).or_raise()
    row.loss, row.loss_at = loss, now
    row.loss_on = on.first_day if on else None
    row.loss_accuracy = on.accuracy.value if on else ""
    bump(row, *LOSS)
    for table, column in ENDED:
        _end(table.objects.filter(family=file.family, until_at=None, **{column: person}), now)
    return row


@change("loss.taken_back")
def take_back_loss(file: FamilyFile, person: int, *, version: int, now: datetime) -> Membership:
    """Take back a loss that was recorded by mistake, with all that ended because of it.

    Raises NotInYourFiles, NotAllowed when nothing is recorded, and Conflict.
    """
    rules.may_edit(file.level).or_raise()
    row = find_member(file, person)
    refuse_if_changed(
        stands={"What happened": row.get_loss_display()},
        wanted={"What happened": "Recorded by mistake"},
        version=row.version,
        edited=version,
    )
    rules.may_be_found_alive(loss=row.loss).or_raise()
    for table, column in ENDED:
        ended = table.objects.filter(family=file.family, until_at=row.loss_at, **{column: person})
        _begin_again(ended)
    row.loss, row.loss_on, row.loss_accuracy, row.loss_at = "", None, "", None
    bump(row, *LOSS)
    return row


def _end(rows: Iterable[Contact | HouseholdMember | Responsibility], now: datetime) -> None:
    for row in rows:
        if isinstance(row, Responsibility):
            end_held(row, Responsibility.Ended.DIED, now)
        else:
            end([row], now)


def _begin_again(rows: Iterable[Contact | HouseholdMember | Responsibility]) -> None:
    for row in rows:
        row.until_at = None
        if isinstance(row, Responsibility):
            row.ended_because = ""
            bump(row, "until_at", "ended_because")
        else:
            bump(row, "until_at")
