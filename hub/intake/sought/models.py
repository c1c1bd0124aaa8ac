"""What a practitioner asked, was advised and decided: in a family's file, or theirs alone."""

from django.db import models
from django.db.models import Q

from hub.families.models.rows import ROWS, FamilyRow
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

LONGEST = 4000


def decided_whole(name: str) -> models.CheckConstraint:
    """The constraint that a decision has its reason and its time, or there is none yet."""
    none = Q(decided="", because="", decided_at=None)
    whole = Q(decided_at__isnull=False) & ~Q(decided="") & ~Q(because="")
    return models.CheckConstraint(name=name, condition=none | whole)


class Sought(models.Model):
    """What both kinds have."""

    asked_on = models.DateField()
    whom = models.CharField(max_length=200)
    named = models.BooleanField()
    asked = models.TextField(max_length=LONGEST)
    advised = models.TextField(max_length=LONGEST)
    decided = models.TextField(max_length=LONGEST, blank=True)
    because = models.TextField(max_length=LONGEST, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    saved_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    saved_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"advice sought {self.pk}"


@tracked()
@labelled(
    level="summary, and of those who wrote it down and who leads",
    held_back="by its id; it may name a place, which goes with the family's id (S3)",
    **ROWS,
    nothing_personal="id family version asked_on named decided_at saved_by saved_at",
    sensitive="whom asked advised decided because",
)
class FamilySought(FamilyRow, Sought):
    """Advice asked for about a family. No member of the family is shown it."""

    class Meta:
        verbose_name_plural = "advice sought"
        indexes = [models.Index(fields=["family", "asked_on"], name="sought_about_a_family")]
        constraints = [decided_whole("family_sought_is_decided_whole")]


@labelled(
    level="none: the practitioner's own rows only",
    held_back="seen by nobody else; it is in no family's file",
    merge="not merged",
    expires="deleted two years after it was written down",
    erased="with its expiry; it has no history: what is in it is written once, the decision too",
    nothing_personal="id version asked_on named decided_at saved_by saved_at",
    sensitive="whom asked advised decided because",
)
class OwnSought(Sought):
    """Advice asked for with no family's file: it names nobody."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "advice sought, in no file"
        indexes = [
            models.Index(fields=["saved_by", "asked_on"], name="sought_by_somebody"),
            models.Index(fields=["saved_at"], name="sought_by_age"),
        ]
        constraints = [decided_whole("own_sought_is_decided_whole")]
