"""Drafts and arrivals, which are nobody's record yet, and advice that was asked for."""

from django.db import models

from hub.intake.arrivals.models import Arrival
from hub.intake.joining.models import JoinQuestion
from hub.intake.sought.models import FamilySought, OwnSought
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

__all__ = ["Arrival", "Draft", "FamilySought", "JoinQuestion", "OwnSought"]


@labelled(
    level="none: the practitioner's own rows only",
    held_back="seen by nobody else",
    merge="not merged",
    expires="deleted 28 days after it was last touched, practice after 7, or at registration",
    erased="with its expiry; it has no history",
    nothing_personal="id practitioner practice touched_at version",
    sensitive="typed",
)
class Draft(models.Model):
    """A registration being typed. One that is `practice` never becomes a family."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    practice = models.BooleanField(default=False)
    typed = models.JSONField(default=dict)
    touched_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["practitioner", "touched_at"], name="drafts_of_somebody")]

    def __str__(self) -> str:
        return f"draft {self.pk}"
