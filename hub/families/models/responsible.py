"""Who holds parental responsibility for whom: a dated fact with its source (S9)."""

from django.db import models
from django.db.models import Q

from hub.families.models.people import Person
from hub.families.models.rows import ROWS, FamilyRow, window
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="summary",
    held_back="by its id, and with either member",
    **ROWS,
    nothing_personal="id family version from_at until_at since_accuracy",
    identity="person child",
    sensitive="source authority since_on ended_because",
)
class Responsibility(FamilyRow):
    """Somebody's parental responsibility for a child, since when, from what, and why it ended.

    `from_at` and `until_at` say how long the file said so; `since_on` the day it began, as far as
    it is known. What nobody knows is recorded as unknown and lets nobody agree. An authority that
    shares it by a care order is a name and no person.
    """

    class Source(models.TextChoices):
        MOTHER = "mother", "Is the mother"
        BIRTH_RECORD = "birth_record", "Named on a birth record since 1 December 2003"
        MARRIAGE = "marriage", "Was married to the mother"
        AGREEMENT = "agreement", "By an agreement with the mother"
        ORDER = "order", "By a court order"
        GUARDIAN = "guardian", "Guardian, named by a parent who died or by a court"
        SPECIAL_GUARDIAN = "special_guardian", "Special guardian, by a court order"
        ADOPTED = "adopted", "Adopted the child"
        AUTHORITY = "authority", "A local authority, by a care order"
        SAYS_SO = "says_so", "Says so; not checked yet"
        UNKNOWN = "unknown", "Not known"

    class Ended(models.TextChoices):
        ORDER = "order", "A court ended it"
        ADOPTED = "adopted", "The child was adopted"
        GROWN_UP = "grown_up", "The child turned 18"
        DIED = "died", "Somebody died"
        LEFT = "left", "They are not in this family any more"
        MISTAKE = "mistake", "It was written down by mistake"
        REPLACED = "replaced", "What is known of it changed"

    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    source = models.CharField(max_length=20, choices=Source.choices)
    # The defaults are the database's too: bulk loads name the columns they fill.
    authority = models.CharField(max_length=200, blank=True, default="", db_default="")
    since_on = models.DateField(null=True, blank=True)
    since_accuracy = models.CharField(max_length=10, blank=True, default="", db_default="")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(
        max_length=10, choices=Ended.choices, blank=True, default="", db_default=""
    )

    class Meta:
        verbose_name_plural = "responsibilities"
        indexes = [models.Index(fields=["family", "child"], name="responsible_in_a_family")]
        constraints = [
            window("responsibility_ends_after_it_begins"),
            models.CheckConstraint(
                name="a_person_is_responsible_or_an_authority",
                condition=Q(person__isnull=False, authority="")
                | Q(person=None, source="authority") & ~Q(authority=""),
            ),
        ]

    @property
    def since(self) -> PartialDate | None:
        """Since when, with how much of the day is known, or None."""
        if self.since_on is None:
            return None
        return PartialDate(self.since_on, Accuracy(self.since_accuracy))
