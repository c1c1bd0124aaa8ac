"""`SESSION_ENGINE`: Django's sessions in the database, read by a statement that is kept ready."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from hub.database.kept import kept
from hub.kernel import clock


class SessionStore(db.SessionStore):
    """As Django's."""

    def _get_session_from_db(self) -> Any:
        found = _sessions(self.session_key or "", clock.now())
        if not found:
            self._session_key = None
            return None
        return found[0]

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table that Django's sessions are in."""
        return Session


@kept
def _sessions(key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)
