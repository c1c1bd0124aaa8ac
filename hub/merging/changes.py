"""Propose, ask, say yes, merge, and take a merge back.

Merging moves no row. It closes the file that does not go on, and its open plan; the door lets it be
read as before. Undoing it opens both again, and then everything is as it was (S21)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from hub.access import door
from hub.audit import journal
from hub.audit.change import change
from hub.audit.events import register, register_purpose
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles
from hub.merging import queries, rules
from hub.merging.models import AdultAsked, Merge, NotSame, SharedChild
from hub.plans.models import Plan

# The journal's words tell whoever reads one family's lines nothing of the other (S19).
register("merge.proposed", "asked for something about the family's file to its leads")
register("merge.asked", "wrote down what somebody said when asked alone about the file")
register("merge.agreed", "said yes for the family about its file")
register("merge.done", "put the family's file in order, after everybody was asked")
register("merge.ended", "put the family's file back as it was")
register("merge.closed", "closed the file")
register("merge.opened", "opened the file again")
register("not_same.shared", "said in which other family a child has a home")
register("not_same.said", "said which families a file is not of")
register("not_same.ended", "took back that a file is no other family's")
register_purpose("merging", "Looking at files that may be one family's")


@change("merge.proposed")
def propose(kept: FamilyFile, gone: FamilyFile, *, because: str, now: datetime) -> Merge:
    """Propose that `kept` goes on and `gone` is closed. Raises NotAllowed with what to do; also,
    without saying more, when one of them is in another merge (S19)."""
    readers = queries.reader_of(kept), queries.reader_of(gone)
    rules.may_propose(*readers, because=because).or_raise()
    apart, _ = queries.stops(kept, gone, 0, now=now)
    if apart:
        raise NotAllowed(rules.NOT_NOW)
    row = Merge(
        family_id=gone.family,
        kept_id=kept.family,
        because=because.strip(),
        proposed_by_id=kept.actor.id,
        proposed_at=now,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowed(rules.NOT_NOW) from error
    return row


@change("merge.asked")
def ask(
    file: FamilyFile,
    other: FamilyFile,
    merge: int,
    *,
    member: int,
    said_yes: bool,
    alone: bool,
    asked_on: date,
    now: datetime,
) -> AdultAsked:
    """Write down what an adult of `file`, asked alone, said to the merge with `other`; the last
    answer counts, and a no takes back the yes for the family. Takes the member's row.

    Raises NotAllowed, and NotInYourFiles for somebody who is no adult of it."""
    row = _either(file, other, merge)
    rules.may_ask(
        queries.reader_of(file),
        queries.stage_of(row),
        alone=alone,
        asked_on=asked_on,
        today=day_of(now),
    ).or_raise()
    if member not in {one.member.pk for one in queries.adults_in(file, merge)}:
        raise NotInYourFiles("adult")
    asked = AdultAsked(
        family_id=file.family,
        other_id=other.family,
        merge=row,
        member_id=member,
        said_yes=said_yes,
        asked_on=asked_on,
        asked_by_id=file.actor.id,
        asked_at=now,
    )
    asked.save(force_insert=True)
    if not said_yes:
        _say(row, _side(row, file), None, None)
    return asked


@change("merge.agreed")
def say_yes(file: FamilyFile, other: FamilyFile, merge: int, *, now: datetime) -> Merge:
    """Say yes for the family of `file`, when each of its adults did (S21). Raises NotAllowed."""
    row = _either(file, other, merge)
    side = _side(row, file)
    adults = queries.adults_in(file, merge)
    rules.may_say_yes(
        queries.reader_of(file),
        queries.stage_of(row),
        said=getattr(row, f"{side}_yes_at") is not None,
        answers=[one.said_yes for one in adults],
    ).or_raise()
    return _say(row, side, file.actor.id, now)


@change("merge.done")
def merge(kept: FamilyFile, gone: FamilyFile, pk: int, *, now: datetime) -> Merge:
    """Merge: from now on `kept` goes on, and `gone` is read as before and written no more. Its
    open plan is closed with it; the reason stands here, where only who sees both reads it.

    Raises NotAllowed, and NotInYourFiles when they do not see both."""
    row = queries.row_of(kept, gone, pk, lock=True)
    apart, asked = queries.stops(kept, gone, pk, now=now)
    readers = queries.reader_of(kept), queries.reader_of(gone)
    stage = queries.stage_of(row)
    answers = [one.said_yes for file in (kept, gone) for one in queries.adults_in(file, pk)]
    rules.may_merge(*readers, stage, answers=answers, stops=apart, everybody_asked=asked).or_raise()
    row.plan = _close_plan(gone, now)
    row.merged_by_id, row.merged_at = kept.actor.id, now
    _line("merge.closed", gone, row)
    return _saved(row, "plan", "merged_by", "merged_at")


@change("merge.ended")
def end(kept: FamilyFile, gone: FamilyFile, pk: int, *, because: str, now: datetime) -> Merge:
    """Undo a merge, or give up one that is not done. What merging closed is open again as it was;
    what was written in `kept` since stays there. Raises NotAllowed, NotInYourFiles."""
    row = queries.row_of(kept, gone, pk, lock=True)
    readers = queries.reader_of(kept), queries.reader_of(gone)
    rules.may_end(*readers, queries.stage_of(row), because=because).or_raise()
    row.ended_by_id, row.until_at, row.why_ended = kept.actor.id, now, because.strip()
    _saved(row, "ended_by", "until_at", "why_ended")
    if row.merged_at is not None:
        _open_plan(gone, row.plan)
        _line("merge.opened", gone, row)
    return row


@change("not_same.said")
def say_not_same(one: FamilyFile, other: FamilyFile, *, because: str, now: datetime) -> NotSame:
    """Say that two files are of two families: they are not shown as alike again. What was proposed
    of them ends. Raises NotAllowed."""
    return _two_families(one, other, because, now)


@change("not_same.shared")
def say_shared(
    one: FamilyFile,
    other: FamilyFile,
    *,
    children: Sequence[tuple[int, int]],
    because: str,
    now: datetime,
) -> list[SharedChild]:
    """Say that two files are of two families, and that a child has a home in both. That links them
    for who sees the child in both, and joins neither (S21).

    Takes the children as the member of `one` and the member of `other` who they are. Raises
    NotAllowed, and NotInYourFiles for whoever is not a child there."""
    rules.may_share(children).or_raise()
    if len(queries.children_among(one, other, children)) < len(children):
        raise NotInYourFiles("child")
    said = _two_families(one, other, because, now)
    turned = said.family_id != one.family
    rows = [
        SharedChild(
            family_id=said.family_id,
            other_id=said.other_id,
            not_same=said,
            member_id=second if turned else first,
            same_id=first if turned else second,
        )
        for first, second in children
    ]
    for row in rows:
        row.save(force_insert=True)
    return rows


@change("not_same.ended")
def take_back_not_same(one: FamilyFile, other: FamilyFile, *, now: datetime) -> NotSame:
    """Take back that two files are of two families, and that a child has a home in both. Raises
    NotAllowed, NotInYourFiles."""
    readers = queries.reader_of(one), queries.reader_of(other)
    rules.may_say_not_same(*readers, because="taken back").or_raise()
    said = queries.not_same(one, other, lock=True)
    if said is None:
        raise NotInYourFiles("not the same")
    said.ended_by_id, said.until_at = one.actor.id, now
    said.version += 1
    said.save(update_fields=["ended_by", "until_at", "version"])
    return said


def _two_families(one: FamilyFile, other: FamilyFile, because: str, now: datetime) -> NotSame:
    readers = queries.reader_of(one), queries.reader_of(other)
    rules.may_say_not_same(*readers, because=because).or_raise()
    low, high = sorted((one.family, other.family))
    if queries.not_same(one, other) is not None:
        raise NotAllowed("That is written down already.")
    for row in Merge.objects.select_for_update(no_key=True).filter(
        family__in=(low, high), kept__in=(low, high), until_at=None
    ):
        if row.merged_at is not None:
            raise NotAllowed("These files are merged. Undo that first.")
        row.ended_by_id, row.until_at, row.why_ended = one.actor.id, now, because.strip()
        _saved(row, "ended_by", "until_at", "why_ended")
    said = NotSame(
        family_id=low,
        other_id=high,
        because=because.strip(),
        said_by_id=one.actor.id,
        from_at=now,
    )
    said.save(force_insert=True)
    return said


def _close_plan(gone: FamilyFile, now: datetime) -> int | None:
    """Close the open plan of the file that is closed, also past what is kept from who merges; gives
    its id. No closure is written: its reason would be read by who sees this file alone (S19)."""
    with door.past_what_is_kept(gone):
        plans = Plan.objects.select_for_update(no_key=True)
        plan = plans.filter(family=gone.family, closed_at=None).first()
        if plan is not None:
            plan.closed_at = now
            plan.save(update_fields=["closed_at"])
    return plan.pk if plan is not None else None


def _open_plan(gone: FamilyFile, plan: int | None) -> None:
    """Open the plan that was closed with the file; not beside one that was opened since, when the
    other file was kept no more for a while."""
    with door.past_what_is_kept(gone):
        if not Plan.objects.filter(family=gone.family, closed_at=None).exists():
            Plan.objects.filter(family=gone.family, pk=plan or 0).update(closed_at=None)


def _either(file: FamilyFile, other: FamilyFile, pk: int) -> Merge:
    """A merge of two open files, whichever of them goes on, locked. Raises NotInYourFiles."""
    try:
        return queries.row_of(file, other, pk, lock=True)
    except NotInYourFiles:
        return queries.row_of(other, file, pk, lock=True)


def _side(row: Merge, file: FamilyFile) -> str:
    return "kept" if row.kept_id == file.family else "gone"


def _say(row: Merge, side: str, by: int | None, at: datetime | None) -> Merge:
    setattr(row, f"{side}_yes_by_id", by)
    setattr(row, f"{side}_yes_at", at)
    return _saved(row, f"{side}_yes_by", f"{side}_yes_at")


def _saved(row: Merge, *fields: str) -> Merge:
    row.version += 1
    row.save(update_fields=[*fields, "version"])
    return row


def _line(event: str, file: FamilyFile, row: Merge) -> None:
    journal.record(event, actor=file.actor, family=file.family, purpose=file.purpose, row=row.pk)
