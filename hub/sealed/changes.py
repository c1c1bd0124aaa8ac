"""Seal an identity, name its two people, open it, hand it over, end it (S7).

What is written down of it in the hub's journal names no family: a line in a family's own journal
would tell that there is something. Why it was opened stands in its own (`Look`)."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection

from hub.agencies.models import Practitioner, RoleGrant
from hub.agencies.queries import at_work_by_email, held_now
from hub.audit.change import change
from hub.audit.events import register
from hub.families import changes as families
from hub.families import queries as families_queries
from hub.kernel.dates import PartialDate
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile, NotInYourFiles
from hub.kernel.ids import random_id
from hub.notify.outbox import queue
from hub.sealed import queries, rules
from hub.sealed.models import Keeper, Look, Sealed
from hub.sealed.snapshot import snapshot

register("sealed.made", "sealed an identity")
register("sealed.named", "named the two people of something sealed")
register("sealed.opened", "opened something sealed")
register("sealed.handing", "asked that somebody else keeps something sealed")
register("sealed.handed", "agreed that somebody else keeps something sealed")
register("sealed.ending", "asked that something is sealed no more")
register("sealed.ended", "agreed that something is sealed no more")

OFFICER = "data_protection_officer"


@change("sealed.made")
def seal(
    actor: Actor,
    file: FamilyFile,
    person: int,
    *,
    ground: str,
    because: str,
    given_names: str = "",
    family_name: str = "",
    known_as: str = "",
    born: PartialDate | None = None,
    relations: list[int] | None = None,
    now: datetime,
) -> Sealed:
    """Seal who a member was before, with the names and date that stand from now on; or, for a
    protected person, that they are there at all.

    It has effect at the door's next decision, for the actor too. Nobody opens it before the officer
    named two people, who are told. Raises NotAllowed, and NotInYourFiles for another's member.
    """
    member = families_queries.member(file, person)
    before, whole = member.person, ground == rules.WHOLE
    same = (before.given_names, before.family_name) == (given_names.strip(), family_name.strip())
    rules.may_seal(level=file.level, ground=ground, because=because, same_as_before=same).or_raise()
    row = snapshot(file, member, whole=whole, chosen=set(relations or ()))
    row.ground, row.because = ground, because.strip()
    row.sealed_by_id, row.sealed_at = actor.id, now
    if not whole:
        families.edit_person(
            file,
            person,
            version=before.version,
            given_names=given_names,
            family_name=family_name,
            known_as=known_as,
            born=born,
            part=member.part,
            now=now,
        )
    return _written(row, now)


@change("sealed.named")
def name_keepers(actor: Actor, sealed: int, *, first: str, second: str, now: datetime) -> None:
    """Name the two who may open it, by their work email addresses. For the officer, once.

    Raises NotInYourFiles, and NotAllowed with the rule's reason."""
    queries.one_overseen(actor, sealed)
    both = [at_work_by_email(email, now) for email in (first, second)]
    mine = Practitioner.objects.values_list("account_id", flat=True).get(pk=actor.id)
    one, two = (_somebody(who, now) for who in both)
    rules.may_name(one, two, officer=mine).or_raise()
    named = [who for who in both if who is not None]
    with connection.cursor() as cursor:
        pks = [who.pk for who in named]
        asked: tuple[Any, ...] = (sealed, *pks, random_id(), random_id(), now)
        cursor.execute("select hub.name_keepers(%s, %s, %s, %s, %s, %s)", asked)
        (done,) = cursor.fetchone()
    if not done:
        raise NotAllowed("Its two people are named already. They hand it over themselves.")
    for who in named:
        queue("sealed_named", who.email, address=f"{settings.HUB_ADDRESS}/sealed/{sealed}/")


@change("sealed.opened")
def open_sealed(actor: Actor, sealed: int, *, because: str, now: datetime) -> Sealed:
    """Open it, with a reason that is written down. Raises NotInYourFiles for whoever is not one of
    the two, alike whether there is one."""
    row = queries.row_of(actor, sealed)
    rules.may_open(because=because, ended=row.until_at is not None).or_raise()
    Look(sealed=row, by_id=actor.id, at=now, because=because.strip()).save(force_insert=True)
    return row


@change("sealed.handing")
def ask_to_hand_over(actor: Actor, sealed: int, *, email: str, now: datetime) -> Sealed:
    """Ask that somebody takes one's place. Raises NotInYourFiles, NotAllowed."""
    row = queries.row_of(actor, sealed, lock=True)
    to = at_work_by_email(email, now)
    rules.may_hand_over(
        _somebody(to, now), keepers=frozenset(_accounts(row)), ended=row.until_at is not None
    ).or_raise()
    if to is None:
        raise NotInYourFiles("sealed")
    row.handing_from, row.handing_to = actor.id, to.pk
    return _saved(row, "handing_from", "handing_to")


@change("sealed.handed")
def agree_to_hand_over(actor: Actor, sealed: int, *, now: datetime) -> Sealed:
    """Say yes, as the other one of the two, to who was asked for: from now on they are one of the
    two, and who asked is not. Raises NotInYourFiles, NotAllowed."""
    row = queries.row_of(actor, sealed, lock=True)
    rules.may_say_yes(asked_by=row.handing_from, me=actor.id).or_raise()
    going = Keeper.objects.filter(sealed=row, practitioner=row.handing_from, until_at=None)
    assert row.handing_to is not None  # noqa: S101 - the table says so
    Keeper(sealed=row, practitioner_id=row.handing_to, from_at=now).save(force_insert=True)
    going.update(until_at=now)
    email = Practitioner.objects.values_list("email", flat=True).get(pk=row.handing_to)
    queue("sealed_named", email, address=f"{settings.HUB_ADDRESS}/sealed/{sealed}/")
    row.handing_from = row.handing_to = None
    return _saved(row, "handing_from", "handing_to")


@change("sealed.ending")
def ask_to_end(actor: Actor, sealed: int, *, now: datetime) -> Sealed:
    """Ask that it is sealed no more. Raises NotInYourFiles, NotAllowed."""
    row = queries.row_of(actor, sealed, lock=True)
    if row.until_at is not None or row.ending_asked_by is not None:
        raise NotAllowed("It has been asked for already, or it is sealed no more.")
    row.ending_asked_by = actor.id
    return _saved(row, "ending_asked_by")


@change("sealed.ended")
def agree_to_end(actor: Actor, sealed: int, *, now: datetime) -> Sealed:
    """Say yes, as the other one of the two, to its end: what was sealed stands in the family's file
    again, history too. Raises NotInYourFiles, NotAllowed."""
    row = queries.row_of(actor, sealed, lock=True)
    rules.may_say_yes(asked_by=row.ending_asked_by, me=actor.id).or_raise()
    row.until_at = now
    _saved(row, "until_at")
    with connection.cursor() as cursor:
        cursor.execute("select hub.unseal_past(%s)", [row.pk])
    return row


def _written(row: Sealed, now: datetime) -> Sealed:
    """The row saved, what the history said inside it, and the officers told."""
    row.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("select hub.seal_past(%s)", [row.pk])
    for email in _officers(now):
        queue("sealed_made", email, address=f"{settings.HUB_ADDRESS}/oversight/sealed/{row.pk}/")
    return row


def _saved(row: Sealed, *fields: str) -> Sealed:
    row.version += 1
    row.save(update_fields=[*fields, "version"])
    return row


def _somebody(who: Practitioner | None, now: datetime) -> rules.Somebody | None:
    if who is None:
        return None
    held = RoleGrant.objects.filter(held_now(now), practitioner=who, code="administrator")
    return rules.Somebody(who.account_id, administrator=held.exists())


def _accounts(row: Sealed) -> list[int]:
    keepers = Keeper.objects.filter(sealed=row, until_at=None)
    return list(keepers.values_list("practitioner__account_id", flat=True))


def _officers(now: datetime) -> list[str]:
    held = RoleGrant.objects.filter(held_now(now), code=OFFICER, practitioner__left_at=None)
    return sorted(set(held.values_list("practitioner__email", flat=True)))
