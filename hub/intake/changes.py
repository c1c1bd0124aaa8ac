"""Keeping a draft, turning it into a family, and letting a family go again."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection

from hub.access import changes as access
from hub.access import door
from hub.access.models import Involvement, Lead
from hub.audit.change import change
from hub.audit.events import register as register_event
from hub.consent import changes as consent
from hub.consent import rules as consent_rules
from hub.consent.looking.changes import look_again
from hub.families import changes as families
from hub.families.models import Family, FamilyReference, Membership, Relationship, Responsibility
from hub.families.rules import contact_kind
from hub.intake import rules
from hub.intake.models import Draft
from hub.intake.registration import NamedPerson, Registration
from hub.intake.yes import judge
from hub.kernel.clock import day_of
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, NotInYourFiles

register_event("draft.saved", "saved an unfinished registration")
register_event("draft.dropped", "deleted an unfinished registration")
register_event("family.registered", "registered the family")
register_event("family.stopped", "recorded that the family stopped everything")

SOURCES = {Relationship.Kind.MOTHER.value: Responsibility.Source.MOTHER.value}


@change("draft.saved")
def save_draft(
    actor: Actor,
    typed: Mapping[str, Any],
    *,
    draft: int | None = None,
    version: int | None = None,
    practice: bool = False,
    now: datetime,
) -> Draft:
    """Keep what was typed so far, as a new draft or in place of an earlier one.

    A draft that is `practice` is nobody's family, and can never be registered. Raises
    NotInYourFiles for another's draft, NotAllowed for too much, and Conflict when it was saved in
    another window since `version` was shown (None: whatever was saved since goes).
    """
    text = json.dumps(dict(typed)).replace("\\u0000", "")  # the database keeps no such character
    own = Draft.objects.filter(practitioner=actor.id, practice=practice)
    others = 0 if draft else own.count()
    rules.may_draft(length=len(text), drafts=others).or_raise()
    if draft is None:
        row = Draft(
            practitioner_id=actor.id, practice=practice, typed=json.loads(text), touched_at=now
        )
        row.save(force_insert=True)
        return row
    row = _own_draft(actor, draft, practice=practice)
    if version is not None and row.version != version:
        raise Conflict(theirs={}, yours={}, version=row.version)
    row.typed, row.touched_at = json.loads(text), now
    row.version += 1
    row.save(update_fields=["typed", "touched_at", "version"])
    return row


@change("draft.dropped")
def drop_draft(actor: Actor, draft: int, *, practice: bool = False, now: datetime) -> None:
    """Delete a draft for good: nothing of it is kept (S11). Raises NotInYourFiles."""
    _own_draft(actor, draft, practice=practice).delete()


def expire_drafts(*, now: datetime) -> int:
    """Delete every draft not touched for 28 days, practice for 7, and say how many. For a job;
    whoever else calls it can delete no more than that."""
    with connection.cursor() as cursor:
        cursor.execute("select hub.expire_drafts(%s)", [now - rules.DRAFT_KEPT])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def register(
    actor: Actor, registration: Registration, *, draft: int | None = None, now: datetime
) -> FamilyFile:
    """Make a family of what was typed, with the yes it rests on, and give back its open file.

    The actor starts as the one who leads (S20). The draft goes. Raises NotAllowed when there is
    no yes to writing down and keeping, or whoever said it may not; then nothing is kept.
    """
    rules.may_register(registration, now=now).or_raise()
    if actor.agency is None or actor.locality is None:
        raise NotAllowed("Only somebody who works in a locality can register a family.")
    file = door.new_file(actor, now=now)
    _register(file, registration, draft=draft, now=now)
    return file


@change("family.registered")
def _register(
    file: FamilyFile, registration: Registration, *, draft: int | None, now: datetime
) -> None:
    _write_family(file, now)
    members = [_write_member(file, person, now) for person in registration.people]
    _write_relations(file, registration, members, now)
    _write_home(file, registration, members, now)
    _write_agreement(file, registration, members[0], now)
    if rules.asks_who_decides(registration, now=now):
        for place in rules.young_children(registration, now=now):
            asked_on = day_of(now) + rules.ASK_WHO_DECIDES
            child = members[place].person_id
            look_again(file, kind="responsibility", person=child, on=asked_on, now=now)
    access.take_lead(file, now=now, stage=Lead.Stage.STARTING)
    if draft is not None:
        drop_draft(file.actor, draft, now=now)


@change("family.stopped")
def stop_everything(file: FamilyFile, *, open_plan: bool, now: datetime) -> None:
    """End every yes, everybody's work with the family, and who leads it (2.90, S13).

    From the next request on nobody opens the file. Takes whether a plan is open, which has to be
    closed first; raises NotAllowed then.
    """
    consent_rules.may_stop_everything(level=file.level, open_plan=open_plan).or_raise()
    # Also what is kept from whoever records it: they stopped, and not only as far as one sees.
    with door.past_what_is_kept(file):
        consent.withdraw_all(file, now=now)
        for table in (Involvement, Lead):
            for row in table.objects.select_for_update().filter(family=file.family, until_at=None):
                row.until_at = now
                row.save(update_fields=["until_at"])


def _own_draft(actor: Actor, pk: int, *, practice: bool) -> Draft:
    rows = Draft.objects.select_for_update().filter(practitioner=actor.id, practice=practice)
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotInYourFiles("draft")
    return found


def _write_family(file: FamilyFile, now: datetime) -> None:
    family = Family(
        id=file.family,
        locality_id=file.locality,
        registered_at=now,
        registered_by_id=file.actor.id,
    )
    family.save(force_insert=True)
    called = FamilyReference(family=family, reference=file.reference, from_at=now)
    called.save(force_insert=True)


def _write_member(file: FamilyFile, person: NamedPerson, now: datetime) -> Membership:
    row = families.add_member(
        file,
        given_names=person.given_names,
        family_name=person.family_name,
        known_as=person.known_as,
        born=person.born,
        part=person.part,
        now=now,
    )
    if person.contact:
        families.add_contact(
            file,
            person=row.person_id,
            kind=contact_kind(person.contact),
            value=person.contact,
            now=now,
        )
    return row


def _write_relations(
    file: FamilyFile, registration: Registration, members: list[Membership], now: datetime
) -> None:
    people = list(zip(registration.people, members, strict=True))
    children = [row.person_id for person, row in people if rules.is_child(person)]
    for person, row in people:
        for child in children:
            if child == row.person_id:
                continue
            if person.relation:
                families.relate(
                    file, person=row.person_id, other=child, kind=person.relation, now=now
                )
            if person.responsible:
                source = SOURCES.get(person.relation, Responsibility.Source.SAYS_SO.value)
                families.hold_responsibility(
                    file, person=row.person_id, child=child, source=source, now=now
                )


def _write_home(
    file: FamilyFile, registration: Registration, members: list[Membership], now: datetime
) -> None:
    if not (registration.lines or registration.postcode or registration.held_by):
        return
    families.add_address(
        file,
        lines=registration.lines,
        postcode=registration.postcode,
        held_by=registration.held_by,
        household=[
            row.person_id
            for person, row in zip(registration.people, members, strict=True)
            if not person.lives_elsewhere and person.part != "unborn"
        ],
        now=now,
    )


def _write_agreement(
    file: FamilyFile, registration: Registration, giver: Membership, now: datetime
) -> None:
    judgement = judge(file, giver.person_id, registration.judged, now)
    own = file.actor.agency or 0
    yeses = [(scope, own) for scope in registration.scopes]
    yeses += [("share", agency) for agency in dict.fromkeys(registration.agencies)]
    for scope, agency in yeses:
        consent.agree(
            file,
            given_by=giver.person_id,
            scope=scope,
            agency=agency,
            wording=registration.wording,
            how=registration.how,
            witness=registration.witness,
            judgement=judgement,
            explained=registration.explained,
            now=now,
        )
