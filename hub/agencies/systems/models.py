"""The table of keys. A key is shown once and kept as a digest, so nobody can read it again."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@labelled(
    level="none: read before anybody is known; a key is kept as a digest that gives nothing back",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="from expires_at or ended_at the key opens nothing",
    erased="not personal",
    nothing_personal="id agency name digest made_at made_by expires_at ended_at used_on",
)
class SystemKey(models.Model):
    """What a system of an agency proves itself with. `used_on` is the last day it was used."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, related_name="system_keys"
    )
    name = models.CharField(max_length=80)
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, related_name="+"
    )
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    used_on = models.DateField(null=True, blank=True)

    class Meta:
        app_label = "agencies"
        constraints = [
            models.UniqueConstraint(
                "agency",
                Lower("name"),
                condition=Q(ended_at=None),
                name="system_keys_of_an_agency_differ",
            ),
            models.CheckConstraint(
                name="system_key_expires_after_it_was_made",
                condition=Q(expires_at__gt=F("made_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"system key {self.pk}"
