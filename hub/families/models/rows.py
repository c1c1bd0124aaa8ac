"""A family, what it is called aloud, and what every row of its file has."""

from django.db import models
from django.db.models import F, Q

from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

ROWS = {
    "merge": "stays in its own file, each with its own sight",
    "expires": "with the family's file",
    "erased": "with the family's file, history too",
}


def window(name: str) -> models.CheckConstraint:
    """The constraint that something ends no earlier than it begins."""
    return models.CheckConstraint(
        name=name, condition=Q(until_at=None) | Q(until_at__gte=F("from_at"))
    )


class FamilyRow(models.Model):
    """A row of one family's file, with the version that tells two editors apart."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    family = models.ForeignKey(
        "families.Family", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


@tracked()
@labelled(
    level="signpost",
    held_back="as a whole, by a restriction on the family",
    merge="stays in its own file, each with its own sight",
    expires="by the retention schedule after closing",
    erased="last, when its rows are gone",
    nothing_personal="id locality registered_at registered_by version",
)
class Family(models.Model):
    """One family. It holds nothing but where it belongs and when it was registered."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    locality = models.ForeignKey(
        "agencies.Locality", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "families"
        indexes = [
            models.Index(fields=["locality", "id"], name="families_of_a_locality"),
            models.Index(
                fields=["locality", "registered_at", "id"], name="families_by_registration"
            ),
        ]

    def __str__(self) -> str:
        return f"family {self.pk}"


@tracked()
@labelled(
    level="signpost",
    held_back="replaced by a new one (S3)",
    merge="stays in its own file, each with its own sight",
    expires="until_at ends it",
    erased="with the family",
    nothing_personal="id family version from_at until_at",
    identity="reference",
)
class FamilyReference(FamilyRow):
    """What a family is called aloud. Unique, drawn at random, never reused."""

    reference = models.CharField(max_length=11, unique=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "until_at"], name="references_of_a_family")]
        constraints = [
            models.UniqueConstraint(
                fields=["family"], condition=Q(until_at=None), name="family_has_one_reference"
            ),
            window("reference_ends_after_it_begins"),
        ]
