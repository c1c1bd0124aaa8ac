"""A practitioner's question to join the team around a family they may not see."""

from django.db import models
from django.db.models import Q

from hub.families.models.rows import ROWS, FamilyRow
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="record, and of who asked, through the door, only that they did",
    held_back="by its id, and with the family's id: whoever asks is at a place (S3)",
    **ROWS,
    nothing_personal="id family version asked_by asked_at yes_on yes_how answer answered_by "
    "answered_at",
    identity="yes_by",
    sensitive="words answer_words",
)
class JoinQuestion(FamilyRow):
    """That somebody asks to join, whose yes they have for it, and how it was answered."""

    class How(models.TextChoices):
        """How the yes was given to whoever asks."""

        MET = "met", "When we met"
        PHONE = "phone", "By telephone"
        WRITTEN = "written", "In writing"

    class Answer(models.TextChoices):
        """What who leads answered."""

        ACCEPTED = "accepted", "They are in the team"
        DECLINED = "declined", "The lead calls them"

    asked_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    asked_at = models.DateTimeField()
    yes_by = models.CharField(max_length=120)
    yes_on = models.DateField()
    yes_how = models.CharField(max_length=8, choices=How.choices)
    words = models.TextField(max_length=1000)
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    answer_words = models.TextField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
        null=True,
        blank=True,
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["family", "answered_at"], name="joins_of_a_family"),
            models.Index(fields=["asked_by", "asked_at"], name="joins_of_somebody"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "asked_by"], condition=Q(answer=""), name="one_open_join_question"
            ),
            models.CheckConstraint(
                name="a_join_is_answered_whole",
                condition=Q(answer="", answered_at=None, answered_by=None)
                | (~Q(answer="") & Q(answered_at__isnull=False, answered_by__isnull=False)),
            ),
        ]
