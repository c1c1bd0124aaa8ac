"""Families that live outside the authority: which borough helps, and what they were advised."""

from django.db import models

from hub.families.models.rows import ROWS, FamilyRow
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

OFFICE = {
    "level": "none: another authority's office, the same for everybody",
    "held_back": "never: holds no fact of a family",
    "merge": "not merged",
    "expires": "kept",
    "erased": "not personal",
}


@tracked()
@labelled(**OFFICE, nothing_personal="id name service phone email website version")
class Borough(models.Model):
    """Another local authority, and how its Family Information Service is reached (2.181)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    name = models.CharField(max_length=120)
    service = models.CharField(max_length=160)
    phone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.name


@labelled(**OFFICE, nothing_personal="code borough")
class OutwardCode(models.Model):
    """The first half of postcodes that lie in another borough, all of them. One that lies in two
    authorities is not here: then nobody is sent away by it."""

    code = models.CharField(primary_key=True, max_length=4)
    borough = models.ForeignKey(Borough, on_delete=models.CASCADE, related_name="codes")

    def __str__(self) -> str:
        return self.code


@tracked()
@labelled(
    level="summary",
    held_back="by its id; it may name a place, which goes with the family's id (S3)",
    **ROWS,
    nothing_personal="id family version given_by given_at",
    sensitive="asked advised",
)
class Advice(FamilyRow):
    """What a family asked and what it was advised, by whom (2.181)."""

    asked = models.TextField(max_length=2000)
    advised = models.TextField(max_length=2000)
    given_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    given_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "advice"
        indexes = [models.Index(fields=["family", "given_at"], name="advice_to_a_family")]
