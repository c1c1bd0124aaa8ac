"""Reads: the keys of an agency, and whose a key is."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Q

from hub.accounts.rules import last_use, may_sign_in
from hub.agencies import queries as agencies
from hub.agencies.systems import rules
from hub.agencies.systems.models import SystemKey
from hub.kernel.files import Actor


@dataclass(frozen=True)
class System:
    """A system of an agency that has shown its key."""

    key: int
    agency: int
    name: str


def keys_of(agency: int, now: datetime) -> list[SystemKey]:
    """The keys of an agency, those that count first, then the latest; a year back."""
    rows = (
        SystemKey.objects.filter(agency=agency)
        .exclude(ended_at__lt=now - timedelta(days=365))
        .select_related("made_by")
    )
    return sorted(
        rows,
        key=lambda one: (
            not rules.counts(expires_at=one.expires_at, ended_at=one.ended_at, now=now),
            -one.made_at.timestamp(),
        ),
    )


def counts(key: SystemKey, now: datetime) -> bool:
    """Whether a key opens anything now."""
    return rules.counts(expires_at=key.expires_at, ended_at=key.ended_at, now=now)


def system_with(key: str, now: datetime) -> System | None:
    """The system whose key this is; None for one that is wrong, ended, expired, or of an agency
    that is closed."""
    open_still = Q(agency__closed_at=None) | Q(agency__closed_at__gt=now)
    row = SystemKey.objects.filter(open_still, digest=rules.digest_of(key) or "-").first()
    if row is None or not counts(row, now):
        return None
    return System(row.pk, row.agency_id, row.name)


def acting_for(system: System, email: str, now: datetime) -> Actor | None:
    """The practitioner of the system's own agency who signs in with this address, in any letters.

    None alike for who is not there, works elsewhere, has left, or whose account is closed or has
    been asleep (A2): a system wakes nobody.
    """
    who = (
        agencies.working(now)
        .filter(agency=system.agency, account__email=email.strip().lower())
        .select_related("account")
        .first()
    )
    if who is None:
        return None
    account = who.account
    used = last_use(
        opened_at=account.opened_at, last_login=account.last_login, revived_at=account.revived_at
    )
    awake = may_sign_in(
        active=account.is_active,
        last_used=used,
        now=now,
        stale_days=settings.STALE_ACCOUNT_DAYS,
    )
    return agencies.actor_for(account.pk, who.pk, now) if awake else None
