"""A no: to one agency, or to the record as a whole. Neither is held against anybody."""

from django.db import models

from hub.consent.models.agreements import ROWS
from hub.families.models import FamilyRow
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="record",
    held_back="by its id, and with the person",
    **ROWS | {"expires": "with the family's file"},
    nothing_personal="id family version agency recorded_by said_at looked_at",
    identity="said_by",
    sensitive="words",
)
class Refusal(FamilyRow):
    """One person's no to one agency, on one day. It ends nobody else's yes, and goes to who leads
    (S8); their own later yes stands over it. `looked_at`: whoever leads has seen it."""

    said_by = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    words = models.CharField(max_length=500, blank=True)
    recorded_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    said_at = models.DateTimeField()
    looked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "consent"
        indexes = [models.Index(fields=["family", "agency"], name="refusals_in_a_family")]


@labelled(
    level="none: a number for each hub and month",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="kept for the hub's yearly figures",
    erased="not personal",
    nothing_personal="id locality month times",
)
class HelpedWithoutRecord(models.Model):
    """How often a hub helped somebody in a month who wanted nothing written down (2.69)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    locality = models.ForeignKey("agencies.Locality", on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    times = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "consent"
        constraints = [
            models.UniqueConstraint(fields=["locality", "month"], name="one_number_a_hub_and_month")
        ]

    def __str__(self) -> str:
        return f"help of {self.locality_id} in {self.month:%Y-%m}"
