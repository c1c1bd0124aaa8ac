"""Sessions end when idle and after a working day, whatever happens in between (A2)."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import SESSION_KEY as ACCOUNT
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from hub.accounts.rules import session_is_over
from hub.kernel import clock

# Saved at most so often: a session ends up to a minute early, and a busy page writes nothing.
REFRESH: Final = timedelta(minutes=1)


class SessionEnds:
    """Signs out who has been signed in for too long; keeps alive who is at work.

    Django's own expiry, moved on here, ends an idle session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, to somebody who is still signed in or to nobody."""
        if ACCOUNT in request.session:
            now = clock.now()
            began = _moment(request.session.get("began"))
            if began is None or session_is_over(
                began=began, now=now, most_hours=settings.SESSION_MOST_HOURS
            ):
                logout(request)
            else:
                _keep_alive(request, now)
        return self.get_response(request)


def _keep_alive(request: HttpRequest, now: datetime) -> None:
    seen = _moment(request.session.get("seen"))
    if seen is not None and now - seen < REFRESH:
        return
    request.session["seen"] = now.isoformat()
    key = request.session.session_key
    UserSession.objects.filter(session_key=key).update(last_seen_at=now)


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None
