"""What is kept of look-ups: who asked how often, and what a coordinator looks at behind.

Nothing that was typed is in them: what the patterns need are keyed fingerprints (S22), whose key
is not in the database.
"""

from django.db import models

from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

CLOSED = "none: closed to every role; the door's functions count and list it"


@labelled(
    level=CLOSED,
    held_back="never: it names no family, and nobody who was typed",
    merge="not merged",
    expires="deleted after 90 days",
    erased="with its expiry; a keyed fingerprint gives back nothing that was typed",
    nothing_personal="id practitioner account agency at purpose people surname born place says "
    "stopped system",
)
class LookupCheck(models.Model):
    """One look-up: who asked, what for, fingerprints of what was typed, and the kind of answer;
    `system` is the key it came with, when an agency's system asked for them."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    practitioner = models.BigIntegerField()
    account = models.BigIntegerField()
    agency = models.BigIntegerField()
    at = models.DateTimeField()
    purpose = models.CharField(max_length=60)
    people = models.PositiveSmallIntegerField()
    surname = models.CharField(max_length=32, blank=True)
    born = models.CharField(max_length=32, blank=True)
    place = models.CharField(max_length=32, blank=True)
    says = models.CharField(max_length=20)
    stopped = models.BooleanField(default=False)
    system = models.BigIntegerField(null=True, blank=True)

    class Meta:
        app_label = "access"
        indexes = [
            models.Index(fields=["account", "at"], name="lookups_of_somebody"),
            models.Index(fields=["agency", "at"], name="lookups_of_an_agency"),
            models.Index(
                fields=["system", "at"],
                name="lookups_of_a_system",
                condition=models.Q(system__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"look-up {self.pk}"


@labelled(
    level="none: coordinators cleared for the family, through the door's function",
    held_back="with the family, by a restriction on it: the function asks the policy",
    merge="stays in its own file, each with its own sight",
    expires="deleted after 90 days",
    erased="with the family's file",
    nothing_personal="id family practitioner at purpose surely dealt_at dealt_by",
)
class HiddenMatch(models.Model):
    """A family that somebody asked about and was told nothing of, for who looks behind (S19)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    family = models.BigIntegerField()
    practitioner = models.BigIntegerField()
    at = models.DateTimeField()
    purpose = models.CharField(max_length=60)
    surely = models.BooleanField()
    dealt_at = models.DateTimeField(null=True, blank=True)
    dealt_by = models.BigIntegerField(null=True, blank=True)

    class Meta:
        app_label = "access"
        verbose_name_plural = "hidden matches"
        indexes = [models.Index(fields=["family", "dealt_at"], name="hidden_matches_of_a_family")]

    def __str__(self) -> str:
        return f"hidden match {self.pk}"
