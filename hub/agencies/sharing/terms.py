"""Terms of use: published by an administrator, accepted by every agency without an agreement."""

from datetime import date, datetime

from hub.agencies.answering.queries import bases_of
from hub.agencies.changes.rows import locked, refused_by, touch
from hub.agencies.models import Agency, LocalityMembership, Terms, TermsAcceptance
from hub.agencies.sharing import queries, rules
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.clock import day_of, start_of
from hub.kernel.files import Actor, ActorKind

register("terms.published", "published terms of use")
register("terms.accepted", "recorded that an agency accepted the terms of use")
register("terms.refused", "recorded that an agency no longer accepts the terms of use")

ACCEPTED = "This agency has already accepted these terms."


@change("terms.published")
def publish(actor: Actor, *, text: str, counts_from: date, now: datetime) -> Terms:
    """New terms. Until `counts_from` whoever accepted older ones goes on; then they count alone."""
    today = day_of(now)
    rules.may_publish(actor, text=text, counts_from=counts_from, today=today).or_raise()
    return Terms.objects.create(
        text=text.strip(),
        published_at=now,
        published_by_id=_practitioner(actor),
        counts_from=max(start_of(counts_from), now),
    )


@change("terms.accepted")
def accept(
    actor: Actor, agency: int, *, accepted_on: date, accepted_by: str, now: datetime
) -> TermsAcceptance:
    """An agency accepted the newest terms: a family's yes to it counts from now on (S12)."""
    who = locked(Agency, agency)
    newest = queries.newest_terms()
    mine = TermsAcceptance.objects.filter(agency=who, until_at=None)
    rules.may_accept(
        actor,
        localities=_localities(who),
        closed=who.closed_at is not None,
        published=newest is not None,
        already=mine.filter(terms=newest).exclude(accepted_by=rules.CARRIED_OVER).exists(),
        in_future=accepted_on > day_of(now),
        without_basis=queries.lacks(who, [rules.HELP], bases_of([who.pk]).get(who.pk, {})),
    ).or_raise()
    assert newest is not None  # noqa: S101 - the rule has refused
    for carried in mine.select_for_update().filter(accepted_by=rules.CARRIED_OVER):
        touch(carried, until_at=now)
    with refused_by("agency_accepts_terms_once", ACCEPTED):
        return TermsAcceptance.objects.create(
            agency=who,
            terms=newest,
            accepted_on=accepted_on,
            accepted_by=accepted_by,
            recorded_by_id=_practitioner(actor),
            from_at=now,
        )


@change("terms.refused")
def end_acceptance(actor: Actor, agency: int, *, now: datetime) -> Agency:
    """An agency no longer accepts the terms: at that moment its staff see no family by them."""
    who = locked(Agency, agency)
    mine = list(TermsAcceptance.objects.select_for_update().filter(agency=who, until_at=None))
    rules.may_end_acceptance(actor, localities=_localities(who), accepted=bool(mine)).or_raise()
    for row in mine:
        touch(row, until_at=now)
    return who


def _localities(agency: Agency) -> list[int]:
    present = LocalityMembership.objects.filter(agency=agency, until=None)
    return list(present.values_list("locality_id", flat=True))


def _practitioner(actor: Actor) -> int | None:
    return actor.id if actor.kind is ActorKind.PRACTITIONER else None
