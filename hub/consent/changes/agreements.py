"""A yes and its end, and the judgement a young person's yes may rest on."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from hub.audit.change import change
from hub.audit.events import register
from hub.consent import rules
from hub.consent.deciding.basis import basis_of
from hub.consent.deciding.young import ask_for_the_children, may_share
from hub.consent.emergency.queries import running_on, sign_by
from hub.consent.emergency.rules import SPOKEN
from hub.consent.force import in_force
from hub.consent.giving import end, may_be_asked_about, may_be_explained, until, wording_in_use
from hub.consent.looking import rules as looking
from hub.consent.looking.changes import look_again
from hub.consent.models import Agreement, Basis, Judgement, Scope
from hub.consent.terms import NOT_ASKED, WHOLLY, Explained, Terms
from hub.families import queries as families
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles

register("agreement.judged", "judged whether a young person understands")
register("agreement.given", "recorded what somebody agreed to")
register("agreement.withdrawn", "recorded that somebody stopped agreeing")
register("agreement.all_withdrawn", "recorded that the family stopped everything")

AGREED_ALREADY = "They have already agreed to this."


@change("agreement.judged")
def judge(
    file: FamilyFile,
    *,
    person: int,
    understands: bool,
    parent_needed: bool,
    because: str,
    decision: str = "",
    encouraged: str | None = None,
    again_on: date | None = None,
    now: datetime,
) -> Judgement:
    """Record whether a young person of 12 to 15 understands this decision (2.84, 2.86).

    `encouraged` says what was done so that they involve a parent (2.87), None where it was not
    asked. It comes back on `again_on`, else in half a year. Raises NotAllowed with the rule's no.
    """
    again = again_on or day_of(now) + looking.JUDGED_AGAIN
    looking.may_wait(again, today=day_of(now)).or_raise()
    member = families.member(file, person)
    ages, died = families.ages_of(member, day_of(now)), bool(member.loss)
    asked = rules.may_judge(
        level=file.level, ages=ages, because=because, encouraged=encouraged, died=died
    )
    asked.or_raise()
    row = Judgement(
        family_id=file.family,
        person_id=person,
        understands=understands,
        parent_needed=parent_needed,
        because=because.strip(),
        decision=decision.strip(),
        encouraged=(encouraged or "").strip(),
        again_on=again,
        judged_by_id=file.actor.id,
        judged_at=now,
    )
    row.save(force_insert=True)
    look_again(file, kind="judgement", person=person, on=again, now=now)
    return row


@change("agreement.given")
def agree(
    file: FamilyFile,
    *,
    given_by: int,
    scope: str,
    agency: int,
    wording: int,
    how: str,
    witness: str = "",
    judgement: Judgement | None = None,
    terms: Terms = WHOLLY,
    explained: Explained = NOT_ASKED,
    narrows: bool = False,
    now: datetime,
) -> Agreement:
    """Record a member's yes to one thing for one agency, in the wording they were shown (C1); with
    `narrows` in place of one that reached as far. On what basis is worked out from their age on
    that London day and what they hold. Raises NotAllowed with the reason."""
    rules.may_record(file.level).or_raise()
    rests_on = _said_so(how, witness, now)
    basis = basis_of(file, given_by, scope, agency, judgement, now)
    may_be_asked_about(file, scope, agency, now)
    if not narrows:
        may_share(file, scope, agency, basis, now)
    may_be_explained(file, given_by, wording_in_use(wording, now), explained)
    _refuse_twice(file, given_by, (scope, agency), now)
    row = Agreement(
        family_id=file.family,
        given_by_id=given_by,
        scope=scope,
        agency_id=agency,
        wording_id=wording,
        basis=basis,
        judgement=judgement if basis == Basis.COMPETENT else None,
        how=how,
        witness=witness.strip(),
        taken_by_id=file.actor.id,
        recorded_at=now,
        from_at=now,
        until_at=until(scope, terms, now),
        **rests_on,
        **terms.columns(),
        **explained.columns(),
    )
    _save(row)
    return row


def _said_so(how: str, witness: str, now: datetime) -> dict[str, Any]:
    """The emergency rule that a spoken yes rests on and the day it is signed by, while one runs
    (4.2). Raises NotAllowed for a way that does not count."""
    rule = running_on(day_of(now)) if how in SPOKEN else None
    running = rule is not None
    rules.may_agree_so(how=how, witness=witness, in_emergency=running).or_raise()
    return {"emergency": rule, "sign_by": sign_by(rule, day_of(now))}


def _save(row: Agreement) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowed(AGREED_ALREADY) from error


def _refuse_twice(file: FamilyFile, person: int, to: tuple[str, int], now: datetime) -> None:
    """Refuse a second yes to the same. One with a last day is in no unique index: whoever adds
    one takes their turn here."""
    mine = Agreement.objects.select_for_update().filter(family=file.family, given_by=person)
    if any((row.scope, row.agency_id) == to for row in mine.filter(in_force(now))):
        raise NotAllowed(AGREED_ALREADY)


@change("agreement.withdrawn")
def withdraw(file: FamilyFile, pk: int, *, now: datetime) -> Agreement:
    """End one yes, at once. Another person's yes to the same stays in force (S8).

    Raises NotInYourFiles, or NotAllowed when it would end the record itself: that is asked as
    stopping everything.
    """
    rules.may_record(file.level).or_raise()
    rows = Agreement.objects.select_for_update().filter(family=file.family)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    running = rows.filter(in_force(now))
    others = running.filter(scope=row.scope).exclude(pk=pk).exists()
    rules.may_withdraw(
        in_force=running.filter(pk=pk).exists(),
        ends_the_record=row.scope in (Scope.RECORD, Scope.KEEP) and not others,
    ).or_raise()
    end(row, file, now)
    if row.scope == Scope.SHARE:
        ask_for_the_children(file, row.agency_id, now)
    return row


@change("agreement.all_withdrawn", refs=lambda ended: {"ended": len(ended)})
def withdraw_all(file: FamilyFile, *, now: datetime) -> list[Agreement]:
    """End every yes of this family at once; give back those that ended.

    Who works with the family is ended with it by `hub.intake.changes.stop_everything`, which
    pages call; it also asks for the plan to be closed first.
    """
    rules.may_record(file.level).or_raise()
    rows = Agreement.objects.select_for_update().filter(in_force(now), family=file.family)
    ended = list(rows.order_by("pk"))
    for row in ended:
        end(row, file, now)
    return ended
