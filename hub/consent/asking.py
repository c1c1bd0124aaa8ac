"""What the rules of sharing without agreement are told, looked up for them."""

from datetime import datetime

from hub.agencies.models import Practitioner, RoleGrant
from hub.agencies.queries import held_now
from hub.consent import override_rules as rules
from hub.consent.models import Kept, Override
from hub.kernel.files import Actor, Level


def look(
    actor: Actor,
    *,
    because: str,
    advice: str = "",
    second: int | None = None,
    told_family: bool,
    why_not_told: str = "",
    until_at: datetime,
    now: datetime,
) -> Override:
    """An emergency look as it would be written down, of no family yet.

    Whether what was given is enough is decided here, from the actor alone, so that a refusal says
    nothing of any family. Raises NotAllowed with the rule's reason.
    """
    row = Override(
        shown_to=Kept.PRACTITIONER,
        shown_to_id=actor.id,
        ground=rules.HARM,
        emergency=True,
        because=because.strip(),
        advice=advice.strip(),
        told_family=told_family,
        why_not_told=why_not_told.strip(),
        until_at=until_at,
    )
    given = asked(actor.id, row, second_by=second, locality=actor.locality, now=now)
    rules.may_look(given).or_raise()
    return row


def asked(
    practitioner: int,
    row: Override,
    *,
    level: Level = Level.NOTHING,
    second_by: int | None,
    locality: int | None,
    kept_from_them: bool = False,
    now: datetime,
) -> rules.Asked:
    """An override that is not written yet, as the rules take it."""
    return rules.Asked(
        level=level,
        ground=row.ground,
        because=row.because,
        advice=row.advice,
        account=account_of(practitioner),
        second=None if second_by is None else second(second_by, locality, now),
        told_family=row.told_family,
        why_not_told=row.why_not_told,
        one_item=row.item is not None,
        kept_from_them=kept_from_them,
        now=now,
        until_at=row.until_at,
    )


def second(practitioner: int, locality: int | None, now: datetime) -> rules.Second:
    """Somebody as the rules take a second person: roles of another locality do not count."""
    grants = RoleGrant.objects.filter(
        held_now(now), practitioner=practitioner, practitioner__left_at=None
    )
    held = grants.values_list("code", "locality_id")
    here = {code for code, where in held if where in (None, locality)}
    return rules.Second(account_of(practitioner), frozenset(here))


def state(row: Override, now: datetime) -> rules.State:
    """An override as the rules look at it at a moment."""
    return rules.State(
        decided_by=account_of(row.decided_by_id),
        seconded_by=None if row.second_by_id is None else account_of(row.second_by_id),
        reviewed=row.reviewed_at is not None,
        told_family=row.told_family,
        runs=row.from_at <= now < row.until_at,
    )


def account_of(practitioner: int) -> int:
    """The account somebody signs in with, so that two jobs of one person are one person."""
    found = Practitioner.objects.filter(pk=practitioner).values_list("account_id", flat=True)
    return found.first() or 0
