"""`ENGINE = "hub.database.backend"`: is a connection kept from the last page still good?"""

import select
from typing import Any

from django.db.backends.postgresql import base

NOW = 0  # milliseconds to wait


class DatabaseWrapper(base.DatabaseWrapper):  # type: ignore[misc]  # untyped in Django's stubs
    """As Django's, which asks the server a question before each page.

    A server that has ended a connection has said so: something waits to be read from it. Only
    then is the question asked.
    """

    def is_usable(self) -> bool:
        """Whether the kept connection can be used."""
        kept: Any = self.connection
        if kept is None or kept.closed or kept.broken:
            return False
        waiting = select.poll()
        waiting.register(kept.fileno(), select.POLLIN | select.POLLERR | select.POLLHUP)
        return bool(super().is_usable()) if waiting.poll(NOW) else True
