"""What could not be saved because its writer had been signed out: theirs alone, for a day."""

from django.db import models

from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@labelled(
    level="none: the practitioner's own rows only",
    held_back="seen by nobody else",
    merge="not merged",
    expires="deleted after 24 hours, or when it was saved (S27)",
    erased="with its expiry; it has no history",
    nothing_personal="id practitioner place kept_at",
    sensitive="typed",
)
class Unsent(models.Model):
    """A page's answers as they were typed. `place` is the page's address."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    place = models.CharField(max_length=200)
    typed = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "unsent"
        indexes = [models.Index(fields=["practitioner", "place"], name="unsent_of_somebody")]

    def __str__(self) -> str:
        return f"unsent {self.pk}"
