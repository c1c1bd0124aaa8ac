"""Reads: where an account is signed in."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from hub.accounts.browsers import in_words


@dataclass(frozen=True)
class Place:
    """One place where an account is signed in, in words its owner recognises."""

    mark: str
    browser: str
    began_at: datetime
    last_used_at: datetime
    here: bool


def mark_of(session_key: str) -> str:
    """What a page calls a place: neither its session's key nor a number from a counter."""
    return hashlib.sha256(session_key.encode()).hexdigest()[:16]


def places_of(account_id: int, session_key: str | None, now: datetime) -> list[Place]:
    """Where this account is signed in, this session first, then the latest used."""
    alive = Session.objects.filter(expire_date__gt=now).values("session_key")
    rows = UserSession.objects.filter(user=account_id, session_key__in=alive)
    places = [
        Place(
            mark=mark_of(row.session_key),
            browser=in_words(row.user_agent),
            began_at=row.created_at,
            last_used_at=row.last_seen_at,
            here=row.session_key == session_key,
        )
        for row in rows.order_by("-last_seen_at", "-id")
    ]
    return sorted(places, key=lambda place: not place.here)
