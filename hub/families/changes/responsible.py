"""Who holds parental responsibility: recorded, put right, ended with a reason (S9)."""

from datetime import datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.families import rules
from hub.families.changes.rows import bump, end_held, find_row, must_be_members, one_of
from hub.families.models import Responsibility
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.dates import PartialDate
from hub.kernel.files import FamilyFile

register("responsibility.recorded", "recorded who holds parental responsibility")
register("responsibility.changed", "changed what is known of somebody's parental responsibility")
register("responsibility.ended", "recorded that somebody's parental responsibility ended")


@change("responsibility.recorded")
def hold_responsibility(
    file: FamilyFile,
    *,
    child: int,
    person: int | None,
    source: str,
    authority: str = "",
    since: PartialDate | None = None,
    now: datetime,
) -> Responsibility:
    """Record that a member, or a local authority, holds parental responsibility for a child.

    What was recorded of the same holder before ends. Raises NotAllowed, NotInYourFiles.
    """
    rules.may_edit(file.level).or_raise()
    one_of(Responsibility.Source.values, source)
    rules.may_be_responsible(
        source=source, person=person is not None, authority=authority
    ).or_raise()
    if person is None:
        must_be_members(file, child)
    else:
        rules.may_relate(person=person, other=child).or_raise()
        must_be_members(file, person, child)
    row = Responsibility(
        family_id=file.family,
        person_id=person,
        child_id=child,
        source=source,
        authority=authority.strip() if person is None else "",
        since_on=since.first_day if since else None,
        since_accuracy=since.accuracy.value if since else "",
        from_at=now,
    )
    for earlier in Responsibility.objects.filter(
        family=file.family, person=person, authority=row.authority, child=child, until_at=None
    ):
        end_held(earlier, Responsibility.Ended.REPLACED, now)
    row.save(force_insert=True)
    return row


@change("responsibility.changed")
def edit_responsibility(
    file: FamilyFile,
    pk: int,
    *,
    version: int,
    source: str,
    since: PartialDate | None = None,
    now: datetime,
) -> Responsibility:
    """Put right from what somebody has it, and since when. An authority's source stays.

    Raises NotInYourFiles, NotAllowed, and Conflict when somebody saved first.
    """
    rules.may_edit(file.level).or_raise()
    row = find_row(Responsibility, file, pk)
    one_of(Responsibility.Source.values, source)
    rules.may_be_responsible(
        source=source, person=row.person_id is not None, authority=row.authority
    ).or_raise()
    refuse_if_changed(
        stands={"How they have it": row.get_source_display(), "Since": str(row.since or "")},
        wanted={
            "How they have it": str(Responsibility.Source(source).label),
            "Since": str(since or ""),
        },
        version=row.version,
        edited=version,
    )
    row.source = source
    row.since_on = since.first_day if since else None
    row.since_accuracy = since.accuracy.value if since else ""
    bump(row, "source", "since_on", "since_accuracy")
    return row


@change("responsibility.ended", refs=lambda row: {"because": row.ended_because})
def end_responsibility(
    file: FamilyFile, pk: int, *, because: str, version: int, now: datetime
) -> Responsibility:
    """End somebody's parental responsibility, with the reason (S9). It stays to be read.

    Raises NotInYourFiles, NotAllowed without a reason, and Conflict when somebody saved first.
    """
    rules.may_edit(file.level).or_raise()
    row = find_row(Responsibility, file, pk)
    rules.may_lose_responsibility(because=because).or_raise()
    one_of(Responsibility.Ended.values, because)
    refuse_if_changed(
        stands={"How they have it": row.get_source_display()},
        wanted={"How they have it": ""},
        version=row.version,
        edited=version,
    )
    end_held(row, because, now)
    return row
