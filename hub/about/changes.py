"""Saving a part, what was asked alone, and what could not be saved."""

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection

from hub.about import caring, rules
from hub.about.models import Answers, OwnAnswers, Unsent
from hub.about.queries import COLUMNS, TABLES, answers_in, answers_of, in_words, shared_with
from hub.about.rules import Part
from hub.audit.change import change
from hub.audit.events import register, register_purpose
from hub.families import queries as families
from hub.kernel.clock import day_of
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, NotInYourFiles

register("about.saved", "wrote down what the family told")
register("alone.saved", "wrote down what somebody said on their own")
register("about.known", "changed who may know what somebody told")
register("unsent.kept", "kept what could not be saved before signing in again")
register("unsent.forgotten", "deleted what had been kept, now that it is saved")
register_purpose("about", "Reading or writing what the family told")
register_purpose("alone", "Reading or writing what somebody said on their own")

KNOWN = "Who may know this"
TAKE_TURNS = "select pg_advisory_xact_lock(hashtextextended(%s, 0))"


@change("about.saved")
def save_part(
    file: FamilyFile,
    code: str,
    *,
    person: int | None = None,
    version: int,
    said: Mapping[str, Any],
    known_to: Collection[str] = (),
    told_on: date | None = None,
    finished: bool = False,
    now: datetime,
) -> Answers:
    """Keep what stands on one page of "About my family", in place of what stood there.

    Takes the part's code, whose page it is (None: the family's), the version that was shown (0:
    nothing was saved yet) and an answer for each question; what is left out is empty. `known_to`
    is who may know somebody's own page besides them and the lead (of `rules.WITH`, S4); `told_on`
    the day it was said, when it was not today. Raises NotInYourFiles, NotAllowed, and Conflict
    when somebody saved the page first.
    """
    part = rules.PARTS[code]
    if part is rules.ALONE:
        raise NotAllowed("What is asked alone is not written down here.")
    return _save(file, part, person, version, said, known_to, told_on, finished, now)


@change("about.known")
def let_know(
    file: FamilyFile, code: str, pk: int, *, whom: str, may: bool, version: int, now: datetime
) -> OwnAnswers:
    """Share a page that is somebody's own with the team, the other adults or everybody in the
    family, or stop sharing it (S4). Who leads does, or who wrote a child's words down.

    Raises NotInYourFiles, NotAllowed, and Conflict when the page was changed meanwhile.
    """
    part = rules.PARTS.get(code)
    if part is None or not part.own or not issubclass(TABLES[part.code], OwnAnswers):
        raise NotInYourFiles(file.reference)
    rows = TABLES[part.code]._default_manager.select_for_update()
    row = rows.filter(family=file.family, pk=pk).exclude(pk__any=list(file.held_back)).first()
    if not isinstance(row, OwnAnswers):
        raise NotInYourFiles(file.reference)
    rules.may_let_know(part, level=file.level, recorded=row.saved_by_id == file.actor.id).or_raise()
    before = shared_with(row)
    after = before | {whom} if may else before - {whom}
    rules.may_be_known(part, answers_of(part, row), after).or_raise()
    refuse_if_changed(
        stands={KNOWN: rules.in_company(before)},
        wanted={KNOWN: rules.in_company(after)},
        version=row.version,
        edited=version,
    )
    _share(row, after)
    row.version += 1
    row.save(force_update=True)
    return row


@change("alone.saved")
def save_asked_alone(
    file: FamilyFile,
    person: int,
    *,
    alone: bool,
    version: int,
    said: Mapping[str, Any],
    told_on: date | None = None,
    now: datetime,
) -> Answers:
    """Keep what an adult said of being safe with nobody else there but who interpreted (S15, S16).

    Raises as `save_part`, and NotAllowed when they were not alone.
    """
    rules.may_ask_alone(alone=alone).or_raise()
    return _save(file, rules.ALONE, person, version, said, (), told_on, False, now)


@change("unsent.kept")
def keep_unsent(actor: Actor, place: str, typed: Mapping[str, Any], *, now: datetime) -> Unsent:
    """Keep what somebody typed on a page and could not save, for themselves and for a day (S27).

    What was kept of the same page goes. Raises NotAllowed for too much.
    """
    text = json.dumps(dict(typed)).replace("\\u0000", "")  # the database keeps no such character
    rules.may_keep_unsent(length=len(text)).or_raise()
    Unsent.objects.filter(practitioner=actor.id, place=place).delete()
    row = Unsent(practitioner_id=actor.id, place=place, typed=json.loads(text), kept_at=now)
    row.save(force_insert=True)
    return row


@change("unsent.forgotten")
def forget_unsent(actor: Actor, place: str) -> None:
    """Delete what was kept of a page: it has been saved."""
    Unsent.objects.filter(practitioner=actor.id, place=place).delete()


def expire_unsent(*, now: datetime) -> int:
    """Delete whatever was kept for more than a day and say how much. For a job; whoever else calls
    it can delete no more than that."""
    with connection.cursor() as cursor:
        cursor.execute("select hub.expire_unsent(%s)", [now - rules.UNSENT_KEPT])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def _save(
    file: FamilyFile,
    part: Part,
    person: int | None,
    version: int,
    said: Mapping[str, Any],
    known_to: Collection[str],
    told_on: date | None,
    finished: bool,
    now: datetime,
) -> Answers:
    member = None
    if person is not None:
        member = families.member(file, person)
        rules.is_asked(part, member=member.part, loss=member.loss).or_raise()
    rules.may_answer(part, level=file.level).or_raise()
    rules.may_be_known(part, said, known_to).or_raise()
    rules.may_have_been_told(told_on, today=day_of(now)).or_raise()
    caring.refuse_unasked(part, said, now=now)
    # Two first savers of one page take turns; a unique key would tell of a page that is held back.
    with connection.cursor() as cursor:
        cursor.execute(TAKE_TURNS, [f"about {file.family} {part.code} {person}"])
    row = answers_in(file, part, person)
    blank = TABLES[part.code]()
    wanted = {name: said.get(name) or _empty(blank, name) for name in part.labels}
    before = answers_of(part, row) if row else {}
    if row is not None:  # what was kept from this person meanwhile is a page not begun
        refuse_if_changed(
            stands=_in_words(part, answers_of(part, row), shared_with(row)),
            wanted=_in_words(part, wanted, set(known_to)),
            version=row.version,
            edited=version,
        )
    row = row or blank
    _share(row, known_to)
    written = _write(row, file, person, wanted, told_on, finished, now)
    caring.follow(file, part, member, before=before, said=wanted, now=now)
    return written


def _write(
    row: Answers,
    file: FamilyFile,
    person: int | None,
    wanted: Mapping[str, Any],
    told_on: date | None,
    finished: bool,
    now: datetime,
) -> Answers:
    for name, value in wanted.items():
        setattr(row, COLUMNS.get(name, name), value)
    row.told_on, row.finished = told_on, finished
    row.saved_by_id, row.saved_at = file.actor.id, now
    if row._state.adding:
        row.family_id = file.family
        if person is not None:
            row.person_id = person  # type: ignore[attr-defined]  # only parts of a person are given one
        row.save(force_insert=True)
    else:
        row.version += 1
        row.save(force_update=True)
    return row


def _share(row: Answers, known_to: Collection[str]) -> None:
    if isinstance(row, OwnAnswers):
        for whom in rules.WITH:
            setattr(row, f"with_{whom}", whom in known_to)


def _empty(row: Answers, name: str) -> Any:
    """What stands where nothing was said: the column's own default."""
    column: Any = row._meta.get_field(name)
    return column.get_default()


def _in_words(part: Part, answers: Mapping[str, Any], known_to: set[str]) -> dict[str, str]:
    """The answers as the two people are shown them, by what each is called."""
    words = in_words(part, dict(answers))
    known = {KNOWN: rules.in_company(known_to)} if part.own else {}
    return {part.labels[name]: value for name, value in words.items()} | known
