"""The rules made for emergencies: kept for good, since agreements name them."""

from datetime import timedelta

import pgtrigger
from django.db import models
from django.db.models import F, Q

from hub.consent.models.purposes import ADMINISTRATORS_ONLY
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@labelled(
    level="none: the same rules for everybody",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="kept while an agreement names it",
    erased="not personal: who made and ended it are staff",
    nothing_personal="id version reason from_on until_on sign_days set_by set_at ended_at ended_by",
)
class EmergencyRule(models.Model):
    """One rule with its first and last day. Nothing of it changes but that it is ended early."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    version = models.PositiveIntegerField(default=1)
    reason = models.CharField(max_length=500)
    from_on = models.DateField()
    until_on = models.DateField()
    sign_days = models.PositiveSmallIntegerField()
    set_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    set_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )

    class Meta:
        app_label = "consent"
        constraints = [
            models.CheckConstraint(
                name="an_emergency_rule_has_an_end_in_half_a_year",
                condition=Q(until_on__gte=F("from_on"))
                & Q(until_on__lte=F("from_on") + timedelta(days=183)),
            ),
            models.CheckConstraint(
                name="who_ended_an_emergency_rule_is_known",
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="made_by_administrators",
                operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
                when=pgtrigger.Before,
                func=ADMINISTRATORS_ONLY,
            ),
            pgtrigger.ReadOnly(
                name="an_emergency_rule_is_never_widened",
                fields=["reason", "from_on", "until_on", "sign_days", "set_by", "set_at"],
            ),
        ]

    def __str__(self) -> str:
        return f"emergency rule {self.pk}"
