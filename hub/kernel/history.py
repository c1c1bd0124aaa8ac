"""What every history row carries beside the row's own fields: by whom and through which file.

Filled by the database from the settings the door makes for the transaction, so that a bulk update
or a line of SQL is recorded as truly as a form. pghistory's own contexts are switched off: they
would be one more table holding who looked after whom, outside the wall.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import pghistory
from django.db import models
from django.db.models import Func, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from pghistory.models import Event


def _setting(name: str, field: "models.Field[Any, Any]") -> Cast:
    current = Func(Value(name), Value(True), function="current_setting")
    return Cast(NullIf(current, Value("")), field)


class HistoryRow(Event):
    """Base of every history table."""

    by_kind = models.CharField(
        max_length=20,
        default="",
        db_default=Coalesce(_setting("hub.actor_kind", models.TextField()), Value("")),
    )
    by_id = models.BigIntegerField(
        null=True, db_default=_setting("hub.actor_id", models.BigIntegerField())
    )
    through_family = models.BigIntegerField(
        null=True, db_default=_setting("hub.through_family", models.BigIntegerField())
    )

    class Meta:
        abstract = True


M = TypeVar("M", bound=type[models.Model])


def tracked(*, exclude: Sequence[str] = ()) -> Callable[[M], M]:
    """Keep before and after of every row of this table, written by the database itself.

    Takes the fields to leave out: what is large and never changes need not be kept twice.
    """
    track: Callable[[M], M] = pghistory.track(context_field=None, exclude=exclude or None)  # type: ignore[arg-type]  # its own docs allow None
    return track
