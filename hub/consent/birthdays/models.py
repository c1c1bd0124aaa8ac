"""What a young person said when a birthday brought a question."""

from django.db import models
from django.db.models import Q

from hub.families.models import FamilyRow
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="record: a young person's own answer is for who leads",
    held_back="by its id, and with the person",
    merge="stays in its own file, each with its own sight",
    expires="with the family's file",
    erased="with the family's file, history too",
    nothing_personal="id family version age asked_by asked_at again_on",
    identity="person",
    sensitive="said note",
)
class BirthdayAnswer(FamilyRow):
    """One answer about one age. It changes nobody's sight; it says what to do next."""

    class Said(models.TextChoices):
        GOES_ON = "goes_on", "Things stay as they are"
        CHANGES = "changes", "They want something changed"
        NOT_YET = "not_yet", "Not asked yet: ask again"
        NOT_RIGHT = "not_right", "It would not be right to ask"

    person = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    age = models.PositiveSmallIntegerField()
    said = models.CharField(max_length=10, choices=Said.choices)
    note = models.TextField(max_length=1000, blank=True)
    again_on = models.DateField(null=True, blank=True)
    asked_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    asked_at = models.DateTimeField()

    class Meta:
        app_label = "consent"
        indexes = [models.Index(fields=["family", "person", "age"], name="birthdays_of_a_family")]
        constraints = [
            models.CheckConstraint(
                name="a_birthday_that_is_asked_about", condition=Q(age__in=(12, 16, 18))
            ),
            models.CheckConstraint(
                name="what_was_put_off_has_its_day",
                condition=Q(said="not_yet", again_on__isnull=False)
                | ~Q(said="not_yet") & Q(again_on=None),
            ),
        ]
