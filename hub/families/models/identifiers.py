"""Numbers that others know a person by. They are the person's, not a family's (S2)."""

from django.db import models

from hub.families.models.people import Person
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="summary, through a membership that is not held back",
    held_back="with the membership",
    merge="stays in its own file, each with its own sight",
    expires="with the person",
    erased="with the person, history too",
    nothing_personal="id version nhs_verified upn_verified",
    identity="person nhs_number upn",
)
class Identifiers(models.Model):
    """A person's NHS number and unique pupil number, and how each is known.

    One row a person; changing it locks the person. Not unique: a refused number would tell that
    another family has it (S18).
    """

    class Verified(models.TextChoices):
        TOLD = "told", "They said it"
        DOCUMENT = "document", "Seen on a letter, card or record"
        TRACED = "traced", "Looked up in the national register"

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    nhs_number = models.CharField(max_length=10, blank=True)
    nhs_verified = models.CharField(max_length=10, choices=Verified.choices, blank=True)
    upn = models.CharField(max_length=13, blank=True)
    upn_verified = models.CharField(max_length=10, choices=Verified.choices, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "identifiers"

    def __str__(self) -> str:
        return f"identifiers {self.pk}"
