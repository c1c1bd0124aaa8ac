"""The cache that counts attempts to sign in: shared by all processes, because it is a table.

It has a connection of its own which commits at once. Within the page's transaction a refused page
would take back its own count, and the lock on a place (a whole office behind one address) would be
held while a password is checked. Values are JSON: Django's own table holds pickles, and whoever
could write one there could run code here. Keys are keyed fingerprints: no address stays.
"""

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

_own = threading.local()

GET = "select value from accounts_limit where key = %s and expires_at > now()"
SET = (
    "insert into accounts_limit as l (key, value, expires_at) values (%s, %s, %s)"
    " on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at"
)
ADD = f"{SET} where l.expires_at <= now()"
DELETE = "delete from accounts_limit where key = %s"
CLEAR = "delete from accounts_limit"
FORGET = "delete from accounts_limit where expires_at <= now()"


class LimitCache(BaseCache):
    """What allauth's limits need of a cache, and no more."""

    LONGEST = 24 * 3600  # nothing is kept for ever

    def __init__(self, _place: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        """The value kept under a key, or the default."""
        with _cursor() as cursor:
            cursor.execute(GET, [self._fingerprint(key, version)])
            row = cursor.fetchone()
        return default if row is None else json.loads(row[0])

    def add(
        self,
        key: str,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Keep a value where none is kept; say whether it was."""
        return self._write(ADD, key, value, timeout, version)

    def set(
        self,
        key: str,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Keep a value."""
        self._write(SET, key, value, timeout, version)

    def delete(self, key: str, version: int | None = None) -> bool:
        """Forget a value; say whether there was one."""
        with _cursor() as cursor:
            cursor.execute(DELETE, [self._fingerprint(key, version)])
            return bool(cursor.rowcount)

    def clear(self) -> None:
        """Forget everything."""
        with _cursor() as cursor:
            cursor.execute(CLEAR)

    def forget_old(self) -> int:
        """Delete what has expired; say how many."""
        with _cursor() as cursor:
            cursor.execute(FORGET)
            return int(cursor.rowcount)

    def _write(
        self, statement: str, key: str, value: Any, timeout: float | None, version: int | None
    ) -> bool:
        ends = self.get_backend_timeout(timeout)
        until = datetime.fromtimestamp(time.time() + self.LONGEST if ends is None else ends, UTC)
        with _cursor() as cursor:
            cursor.execute(statement, [self._fingerprint(key, version), json.dumps(value), until])
            return bool(cursor.rowcount)

    def _fingerprint(self, key: str, version: int | None) -> str:
        made = self.make_key(key, version=version)
        return hmac.new(settings.SECRET_KEY.encode(), made.encode(), hashlib.sha256).hexdigest()


@contextmanager
def _cursor() -> Iterator[CursorWrapper]:
    """A cursor of this thread's own connection, the same as the pages' but never in their
    transaction."""
    own: BaseDatabaseWrapper | None = getattr(_own, "connection", None)
    like = connections["default"]
    if own is None or own.settings_dict != like.settings_dict:
        if own is not None:
            own.close()
        own = _own.connection = like.copy()
    own.close_if_unusable_or_obsolete()
    with own.cursor() as cursor:
        yield cursor
