"""Asking to join a team through a look-up, and the lead's answer."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import IntegrityError, transaction

from hub.access import changes as access
from hub.access import opening
from hub.access.lookup import asking
from hub.access.models import Lead
from hub.access.queries import sight_of
from hub.agencies.queries import working
from hub.audit import journal
from hub.audit.change import change
from hub.audit.events import register, register_purpose
from hub.families.models import FamilyReference
from hub.intake.joining import queries, rules
from hub.intake.models import JoinQuestion
from hub.kernel.clock import day_of
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, Level, NotInYourFiles
from hub.matching.rules import Description
from hub.notify.outbox import queue

register_purpose("joining", "Somebody asks to join the team")
register("join.asked", "asked to join the team around the family")
register("join.accepted", "accepted that somebody joins the team around the family")
register("join.declined", "answered somebody who asked to join the team with a call")

HOW = JoinQuestion.How.choices
NOBODY_LEADS = "What you typed finds nobody now who leads a plan. Look again, or ring the hub."


def ask(
    actor: Actor,
    typed: Sequence[Description],
    *,
    reference: str = "",
    yes_by: str,
    yes_on: date | None,
    yes_how: str,
    words: str,
    now: datetime,
) -> None:
    """Ask to join the team of the family that was typed, of which a look-up tells that somebody
    leads it. The family is looked up again: no id of it leaves the server.

    `yes_by` is who in the family said yes to it, `yes_how` a code of `JoinQuestion.How`. Who leads
    answers, and is told by mail; asking twice asks once. Raises NotAllowed, also where nobody is
    told of any more.
    """
    waiting = sum(not one.answer for one in queries.asked(actor))
    rules.may_ask(
        yes_by=yes_by, yes_on=yes_on, words=words, waiting=waiting, today=day_of(now)
    ).or_raise()
    assert yes_on is not None  # noqa: S101 - the rule has asked
    families = asking.led(actor, typed, reference=reference, now=now)
    if not families:
        raise NotAllowed(NOBODY_LEADS)
    for family in families:
        row = JoinQuestion(
            family_id=family, asked_by_id=actor.id, asked_at=now, yes_how=yes_how,
            yes_by=yes_by.strip(), yes_on=yes_on, words=words.strip(),
        )  # fmt: skip
        with opening.whole(family):
            try:
                with transaction.atomic():
                    row.save(force_insert=True)
            except IntegrityError:  # it waits already
                continue
            _tell_the_lead(family, now)
        journal.record("join.asked", actor=actor, family=family, purpose="lookup", row=row.pk)


def _tell_the_lead(family: int, now: datetime) -> None:
    """A message for whoever leads, where they are the one to answer; nothing of the family. Its
    rows are open meanwhile."""
    leads = Lead.objects.filter(family=family, until_at=None)
    called = FamilyReference.objects.filter(family=family, until_at=None)
    lead = leads.values_list("practitioner_id", flat=True).first()
    reference = called.values_list("reference", flat=True).first()
    if lead is None or reference is None:
        return
    sight = sight_of(lead, reference, at=now)
    if sight.level < Level.RECORD or family in sight.held_back:
        return
    for to in working(now).filter(pk=lead).values_list("email", flat=True):
        queue("join_asked", to, address=f"{settings.HUB_ADDRESS}/")


@change("join.accepted")
def accept(
    file: FamilyFile, pk: int, *, words: str = "", version: int, now: datetime
) -> JoinQuestion:
    """Bring who asked into the team. They see the plan as far as the family agrees with their
    agency, and no more (S12). Raises NotInYourFiles, NotAllowed, Conflict."""
    row = _answered(file, pk, JoinQuestion.Answer.ACCEPTED, words, version, now)
    access.add_to_team(
        file,
        row.asked_by_id,
        why=f"Asked to join: {row.words}"[:200],
        since_on=day_of(now),
        now=now,
    )
    return row


@change("join.declined")
def decline(
    file: FamilyFile, pk: int, *, words: str = "", version: int, now: datetime
) -> JoinQuestion:
    """Answer with a call in place of a yes. Who asked learns that the lead will be in touch; the
    words stay in the file. Raises as `accept`."""
    return _answered(file, pk, JoinQuestion.Answer.DECLINED, words, version, now)


def _answered(
    file: FamilyFile, pk: int, answer: str, words: str, version: int, now: datetime
) -> JoinQuestion:
    rows = JoinQuestion.objects.select_for_update().filter(family=file.family, pk=pk)
    row = rows.exclude(pk__any=list(file.held_back)).first()
    if row is None or file.family in file.held_back:
        raise NotInYourFiles(file.reference)
    rules.may_answer(leads=file.sees(Level.RECORD), answered=bool(row.answer)).or_raise()
    if row.version != version:
        raise Conflict(theirs={}, yours={}, version=row.version)
    row.answer, row.answer_words = answer, words.strip()
    row.answered_by_id, row.answered_at = file.actor.id, now
    row.version += 1
    row.save()
    return row
