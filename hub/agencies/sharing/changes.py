"""Sharing agreements: written, changed, renewed, ended; agencies sign and leave."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from hub.agencies.answering.queries import bases_of
from hub.agencies.changes.rows import edit, locked, refused_by, touch
from hub.agencies.models import (
    Agency,
    Locality,
    LocalityMembership,
    SharingAgreement,
    SharingParty,
)
from hub.agencies.sharing import queries, rules
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.clock import day_of, start_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, NotInYourFiles

register("sharing.added", "wrote down a sharing agreement")
register("sharing.changed", "changed a sharing agreement")
register("sharing.renewed", "renewed a sharing agreement")
register("sharing.ended", "ended a sharing agreement")
register("sharing.signed", "recorded that an agency signed a sharing agreement")
register("sharing.left", "recorded that an agency left a sharing agreement")

SIGNED = "This agency is already party to this agreement."
RENEWED = "This sharing agreement has already been renewed."


@change("sharing.added")
def add_agreement(
    actor: Actor,
    *,
    locality: int,
    name: str,
    purposes: Sequence[str],
    shares: str,
    begins: date,
    last_day: date | None,
    review_on: date,
    document: str = "",
    now: datetime,
) -> SharingAgreement:
    """A sharing agreement of a locality (2.63, 2.64). It has no party yet."""
    rules.may_write(actor, locality=locality, purposes=purposes).or_raise()
    _may_last(begins, last_day, review_on, now)
    locked(Locality, locality)
    return SharingAgreement.objects.create(
        locality_id=locality,
        name=name,
        purposes=list(purposes),
        shares=shares,
        document=document,
        from_at=_begin(begins, now),
        until_at=_end(last_day),
        review_on=review_on,
    )


@change("sharing.changed")
def change_agreement(
    actor: Actor,
    agreement: int,
    *,
    version: int,
    name: str,
    shares: str,
    last_day: date | None,
    review_on: date,
    document: str = "",
    now: datetime,
) -> SharingAgreement:
    """Its words, its last day and its next review, on top of the version shown. What it is for
    cannot be changed: that is another agreement. Raises Conflict."""
    row = _agreement(actor, agreement, now)
    begins = day_of(row.from_at)
    today = day_of(now)
    rules.may_last(
        begins=begins, last_day=last_day, review_on=review_on, today=today, begun=True
    ).or_raise()
    wanted = {
        "name": name,
        "shares": shares,
        "document": document,
        "until_at": _end(last_day),
        "review_on": review_on,
    }
    edit(row, edited=version, wanted=wanted)
    return row


@change("sharing.signed")
def add_party(
    actor: Actor, agreement: int, *, agency: int, signed_on: date, signed_by: str, now: datetime
) -> SharingParty:
    """An agency of the locality signed the agreement: a family's yes to it counts from now on."""
    row = _agreement(actor, agreement, now)
    who = locked(Agency, agency)
    here = LocalityMembership.objects.filter(agency=who, locality=row.locality_id, until=None)
    party = SharingParty.objects.filter(agreement=row, agency=who, until_at=None)
    rules.may_join(
        works_here=here.exists() and who.closed_at is None,
        already=party.exclude(signed_by=rules.CARRIED_OVER).exists(),
        in_future=signed_on > day_of(now),
        without_basis=queries.lacks(who, row.purposes, bases_of([who.pk]).get(who.pk, {})),
    ).or_raise()
    for carried in party.select_for_update():  # nobody had signed: it gives way to who has
        touch(carried, until_at=now)
    with refused_by("agency_is_party_once", SIGNED):
        return SharingParty.objects.create(
            agreement=row, agency=who, signed_on=signed_on, signed_by=signed_by, from_at=now
        )


@change("sharing.left")
def leave(actor: Actor, party: int, *, now: datetime) -> SharingParty:
    """An agency leaves: at that moment its staff see no family by this agreement any more."""
    found = SharingParty.objects.filter(pk=party).values_list("agreement_id", flat=True).first()
    if found is None:
        raise NotInYourFiles
    _agreement(actor, found, now)
    row = locked(SharingParty, party)
    rules.may_leave(left=row.until_at is not None).or_raise()
    touch(row, until_at=now)
    return row


@change("sharing.ended")
def end_agreement(actor: Actor, agreement: int, *, now: datetime) -> SharingAgreement:
    """The agreement ends at this moment, for all its parties."""
    row = _agreement(actor, agreement, now)
    touch(row, until_at=max(now, row.from_at))
    return row


@change("sharing.renewed")
def renew_agreement(
    actor: Actor,
    agreement: int,
    *,
    purposes: Sequence[str],
    parties: Sequence[int],
    signed_on: date,
    begins: date,
    last_day: date | None,
    review_on: date,
    document: str = "",
    now: datetime,
) -> SharingAgreement:
    """The same agreement anew, signed again by these of its parties' agencies.

    One that still runs ends when the new one begins. Families are not asked again, unless it is
    for more than before (2.74): then a yes counts that is given from that day on.
    """
    old = locked(SharingAgreement, agreement)
    rules.may_write(actor, locality=old.locality_id, purposes=purposes).or_raise()
    _may_last(begins, last_day, review_on, now)
    again = _signed_again(actor, old, parties, signed_on, now)
    from_at = _begin(begins, now)
    if old.until_at is None or old.until_at > from_at:
        touch(old, until_at=max(from_at, old.from_at))
    with refused_by("agencies_sharingagreement_renews_id_key", RENEWED):
        new = SharingAgreement.objects.create(
            locality_id=old.locality_id,
            name=old.name,
            purposes=list(purposes),
            shares=old.shares,
            document=document,
            from_at=from_at,
            until_at=_end(last_day),
            review_on=review_on,
            renews=old,
            asks_from=from_at if rules.asks_again(old.purposes, purposes) else old.asks_from,
        )
    _let_sign(new, again, signed_on)
    return new


def _signed_again(
    actor: Actor, old: SharingAgreement, agencies: Sequence[int], signed_on: date, now: datetime
) -> list[SharingParty]:
    parties = SharingParty.objects.filter(agreement=old, until_at=None).order_by("pk")
    again = [one for one in parties if one.agency_id in set(agencies)]
    rules.may_renew(
        actor,
        locality=old.locality_id,
        renewed=SharingAgreement.objects.filter(renews=old).exists(),
        parties=len(again),
    ).or_raise()
    if signed_on > day_of(now):
        raise NotAllowed("The day it was signed must be today or in the past.")
    return again


def _let_sign(new: SharingAgreement, again: list[SharingParty], signed_on: date) -> None:
    for one in again:
        SharingParty.objects.create(
            agreement=new,
            agency_id=one.agency_id,
            signed_on=signed_on,
            signed_by="Not said" if one.signed_by == rules.CARRIED_OVER else one.signed_by,
            from_at=new.from_at,
        )


def _agreement(actor: Actor, pk: int, now: datetime) -> SharingAgreement:
    row = locked(SharingAgreement, pk)
    ended = row.until_at is not None and row.until_at <= now
    rules.may_change(actor, locality=row.locality_id, ended=ended).or_raise()
    return row


def _may_last(begins: date, last_day: date | None, review_on: date, now: datetime) -> None:
    rules.may_last(
        begins=begins, last_day=last_day, review_on=review_on, today=day_of(now)
    ).or_raise()


def _begin(day: date, now: datetime) -> datetime:
    return max(start_of(day), now)


def _end(last_day: date | None) -> datetime | None:
    return None if last_day is None else start_of(last_day + timedelta(days=1))
