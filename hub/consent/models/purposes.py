"""What a yes is for: the authority's own list. Another purpose is another question (2.74)."""

from django.db import models

from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@labelled(
    level="none: the same list for everybody",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="kept while an agreement names it; until_at takes it off the list",
    erased="not personal",
    nothing_personal="id words position from_at until_at",
)
class Purpose(models.Model):
    """One purpose that a family can be asked about, as it is said to them."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    words = models.CharField(max_length=160)
    position = models.PositiveSmallIntegerField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"purpose {self.pk}"
