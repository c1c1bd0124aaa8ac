"""What a yes is for: the authority's own list. Another purpose is another question (2.74)."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from hub.families.models import window
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

ADMINISTRATORS_ONLY = """
if coalesce(current_setting('hub.actor_kind', true), '') not in ('', 'job') and not exists (
    select 1 from agencies_rolegrant
    where practitioner_id = nullif(current_setting('hub.actor_id', true), '')::bigint
      and code = 'administrator' and until is null
) then
    raise insufficient_privilege
        using message = 'Only an administrator keeps the words families are asked with.';
end if;
return coalesce(new, old);
"""


def kept_by_administrators() -> pgtrigger.Trigger:
    """The database itself refuses everybody else: what every family is asked is in no file."""
    return pgtrigger.Trigger(
        name="kept_by_administrators",
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        when=pgtrigger.Before,
        func=ADMINISTRATORS_ONLY,
    )


@labelled(
    level="none: the same list for everybody",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="kept while an agreement names it; until_at takes it off the list",
    erased="not personal",
    nothing_personal="id version words position from_at until_at",
)
class Purpose(models.Model):
    """One purpose that a family can be asked about, as it is said to them. Its words never change:
    somebody said yes to them."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    version = models.PositiveIntegerField(default=1, db_default=1)
    words = models.CharField(max_length=160)
    position = models.PositiveSmallIntegerField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("words"), condition=Q(until_at=None), name="one_purpose_with_these_words"
            ),
            window("purpose_ends_after_it_begins"),
        ]
        triggers = [kept_by_administrators()]

    def __str__(self) -> str:
        return f"purpose {self.pk}"
