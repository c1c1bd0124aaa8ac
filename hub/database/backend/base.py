"""`ENGINE = "hub.database.backend"`: Django's, with two things taken more lightly."""

import select
from typing import Any

from django.db.backends.postgresql import base, operations

from hub.database.lookups import fitting

NOW = 0  # milliseconds to wait


class Operations(operations.DatabaseOperations):
    """As Django's, for numbers that somebody typed into an address."""

    def adapt_integerfield_value(self, value: Any, internal_type: str) -> Any:
        """A number as the column wants it; one that fits no column is like no row's."""
        fits = fitting(value)
        return super().adapt_integerfield_value(value, internal_type) if fits is value else fits


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's, which asks the server a question before each page.

    A server that has ended a connection has said so: something waits to be read from it. Only
    then is the question asked.
    """

    ops_class = Operations

    def is_usable(self) -> bool:
        """Whether the kept connection can be used."""
        kept: Any = self.connection
        if kept is None or kept.closed or kept.broken:
            return False
        waiting = select.poll()
        waiting.register(kept.fileno(), select.POLLIN | select.POLLERR | select.POLLHUP)
        return bool(super().is_usable()) if waiting.poll(NOW) else True
