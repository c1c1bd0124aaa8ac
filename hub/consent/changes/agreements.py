"""A yes and its end, and the judgement a young person's yes may rest on."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from hub.agencies.models import Agency, LocalityMembership
from hub.agencies.sharing.queries import standing_in
from hub.audit.change import change
from hub.audit.events import register
from hub.consent import queries, rules
from hub.consent import terms as limits
from hub.consent.deciding.basis import basis_of
from hub.consent.looking import rules as looking
from hub.consent.looking.changes import look_again
from hub.consent.models import Agreement, Basis, Judgement, Purpose, Scope, Wording
from hub.consent.queries import in_force
from hub.consent.terms import NOT_ASKED, WHOLLY, Explained, Terms
from hub.families import queries as families
from hub.families.models import Membership
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

    `encouraged` is what was done so that they involve a parent (2.87), None where it was not
    asked. It comes back to whoever leads on `again_on`, else in half a year. Raises NotAllowed for
    another age, without a reason, or for anybody but who leads.
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
    now: datetime,
) -> Agreement:
    """Record a member's yes to one thing for one agency, in the wording they were shown (C1).

    On what basis they may agree is worked out here from their age on that London day and what
    they hold; `terms` limits the yes, `explained` says how it was explained. Raises NotAllowed
    with the reason when they may not, or have agreed already.
    """
    rules.may_record(file.level).or_raise()
    rules.may_agree_so(how=how, witness=witness).or_raise()
    basis = basis_of(file, given_by, scope, agency, judgement, now)
    may_be_asked_about(file, scope, agency, now)
    may_be_explained(file, given_by, _wording(wording, now), explained)
    until_at = _until(scope, terms, now)
    # Rows that end by themselves are in no unique index: whoever adds one takes their turn here.
    mine = Agreement.objects.select_for_update().filter(family=file.family, given_by=given_by)
    if any((row.scope, row.agency_id) == (scope, agency) for row in mine.filter(in_force(now))):
        raise NotAllowed(AGREED_ALREADY)
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
        until_at=until_at,
        reach=int(terms.reach),
        purpose_id=terms.purpose,
        purpose_words=terms.purpose_words.strip(),
        language=explained.language,
        read_by=explained.read_by,
        interpreter=explained.interpreter.strip(),
        understood=explained.understood,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowed(AGREED_ALREADY) from error
    return row


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


def may_be_asked_about(file: FamilyFile, scope: str, agency: int, now: datetime) -> None:
    """Refuse what nobody can be asked: another scope, an agency that is not there (S12)."""
    if scope not in Scope.values:
        raise NotAllowed("Choose what the yes is to.")
    found = Agency.objects.filter(pk=agency, opened_at__lte=now).exclude(closed_at__lte=now)
    if scope == Scope.SHARE:
        here = LocalityMembership.objects.filter(
            locality=queries.locality_for(file), since__lte=now
        )
        found = found.filter(pk__in=here.exclude(until__lte=now).values("agency"))
    if not found.exists():
        raise NotAllowed("Choose an agency that works in this locality.")
    if scope != Scope.KEEP and agency not in standing_in(file.locality, now=now):
        raise NotAllowed(rules.NOT_STANDING)


def may_be_explained(file: FamilyFile, person: int, wording: Wording, said: Explained) -> None:
    """Refuse a yes whose words a child or the signer's partner read to them (S16)."""
    if not said.read_by and not said.language:
        return
    names = {row.person_id: _names(row) for row in families.members_in(file)}
    pairs = [(r.person, r.other) for r in families.relationships_in(file) if r.kind == "partner"]
    partners = {a if b == person else b for a, b in pairs if person in (a, b)}
    children = [m for m in families.members_in(file) if m.part != Membership.Part.ADULT]
    limits.was_explained(
        said,
        wording_language=wording.language,
        children=[name for m in children for name in _names(m)],
        partners=[name for one in partners for name in names.get(one, [])],
    ).or_raise()


def _names(row: Membership) -> list[str]:
    who = row.person
    return [name for name in (who.given_names, who.known_as, who.full_name) if name]


def _wording(pk: int, now: datetime) -> Wording:
    rows = Wording.objects.filter(pk=pk, published_at__lte=now).exclude(checked_by="")
    found = rows.first()
    if found is None:
        raise NotAllowed("Show them wording that is in use, then ask again.")
    return found


def _until(scope: str, terms: Terms, now: datetime) -> datetime | None:
    """The moment these terms end the yes at. Raises NotAllowed for terms that cannot be."""
    sharing = scope == Scope.SHARE
    limits.may_be_limited(terms, sharing=sharing, today=day_of(now)).or_raise()
    offered = Purpose.objects.filter(from_at__lte=now).exclude(until_at__lte=now)
    if terms.purpose is not None and not offered.filter(pk=terms.purpose).exists():
        raise NotAllowed("Choose what it is for from the list, or say it in your own words.")
    return limits.end_of(terms.until_on)


def end(
    row: Agreement,
    file: FamilyFile,
    now: datetime,
    because: str = Agreement.Ended.WITHDRAWN,
) -> None:
    """End one yes now, before the day it may have been given until. For the changes beside this."""
    row.until_at, row.ended_by_id = now, file.actor.id
    row.ended_because = because
    row.version += 1
    row.save(update_fields=["until_at", "ended_by", "ended_because", "version"])
