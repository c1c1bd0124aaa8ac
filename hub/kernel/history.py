"""What every history row carries beside the row's own fields: by whom and through which file.

Filled by the database from the settings the door makes for the transaction, so that a bulk update
or a line of SQL is recorded as truly as a form. pghistory's own contexts are switched off: they
would be one more table holding who looked after whom, outside the wall.
"""

from django.db import models
from django.db.models.expressions import RawSQL
from pghistory.models import Event


def _setting(name: str, kind: str) -> RawSQL:
    return RawSQL(f"nullif(current_setting('{name}', true), '')::{kind}", ())  # noqa: S608


class HistoryRow(Event):
    """Base of every history table."""

    by_kind = models.TextField(null=True, db_default=_setting("hub.actor_kind", "text"))
    by_id = models.BigIntegerField(null=True, db_default=_setting("hub.actor_id", "bigint"))
    through_family = models.BigIntegerField(
        null=True, db_default=_setting("hub.through_family", "bigint")
    )

    class Meta:
        abstract = True
