"""Making an emergency rule, and ending one before its last day (4.2)."""

from datetime import datetime
from typing import Final

from django.conf import settings
from django.db import connection

from hub.audit.change import change
from hub.audit.events import register
from hub.consent.emergency import rules
from hub.consent.emergency.models import EmergencyRule
from hub.consent.emergency.queries import over_on
from hub.kernel.clock import day_of
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, NotInYourFiles

register("emergency_rule.made", "made an emergency rule")
register("emergency_rule.ended", "ended an emergency rule early")

TAKE_TURNS: Final = "select pg_advisory_xact_lock(hashtextextended('consent_emergencyrule', 0))"


@change("emergency_rule.made")
def make_rule(actor: Actor, rule: rules.Rule, *, now: datetime) -> EmergencyRule:
    """A rule with its first and last day, when no other runs then. Raises NotAllowed."""
    rules.may_set(actor, rule, today=day_of(now), usual_days=settings.SIGNATURE_DAYS).or_raise()
    assert rule.from_on is not None  # noqa: S101 - asked above
    assert rule.until_on is not None  # noqa: S101 - asked above
    with connection.cursor() as cursor:
        cursor.execute(TAKE_TURNS)
    there = EmergencyRule.objects.filter(ended_at=None, until_on__gte=rule.from_on)
    if there.filter(from_on__lte=rule.until_on).exists():
        raise NotAllowed(rules.OVERLAPS)
    row = EmergencyRule(
        reason=rule.reason.strip(),
        from_on=rule.from_on,
        until_on=rule.until_on,
        sign_days=rule.sign_days,
        set_by_id=actor.id,
        set_at=now,
    )
    row.save(force_insert=True)
    return row


@change("emergency_rule.ended")
def end_rule(actor: Actor, pk: int, *, version: int, now: datetime) -> EmergencyRule:
    """End a rule from this moment on; nothing said under it ends, and what is unsigned is due.

    Raises NotAllowed, NotInYourFiles, and Conflict where somebody else ended it meanwhile.
    """
    with connection.cursor() as cursor:
        cursor.execute(TAKE_TURNS)
    row = EmergencyRule.objects.filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles
    rules.may_end(actor, over=over_on(row) <= day_of(now)).or_raise()
    stands = {"version": row.version}
    refuse_if_changed(stands=stands, wanted=stands, version=row.version, edited=version)
    row.ended_at, row.ended_by_id = now, actor.id
    row.version += 1
    row.save(update_fields=["ended_at", "ended_by", "version"])
    return row
