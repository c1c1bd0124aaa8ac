"""Sharing without agreement to keep somebody safe: written once, ended once, reviewed once."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from hub.consent.models.agreements import ROWS, Kept
from hub.families.models import FamilyRow, window
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


def somebody() -> "models.ForeignKey[Any, Any]":
    """The practitioner who did something that may not have been done yet."""
    return models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )


@tracked()
@labelled(
    level="record",
    held_back="from the person it is about where telling is unsafe (S14)",
    **ROWS,
    nothing_personal="id family version shown_to shown_to_id item ground emergency decided_by "
    "second_by second_at told_family from_at until_at ended_by review_due_on reviewed_by "
    "reviewed_at outcome hiding told_at told_by told_how",
    identity="second_person",
    sensitive="because advice why_not_told outcome_words",
)
class Override(FamilyRow):
    """Sharing without agreement: to whom, what, on which ground, decided by whom, until when.

    Item empty: the signpost and the summary. An override never reaches somebody from whom the
    thing is kept, and always ends (S14, 2.75): `until_at` ends it by itself, or `ended_by` did.
    `emergency`: whoever decided it is who looks. It is reviewed by `review_due_on`; where the
    family was not told, `hiding` says whether that still holds. `told_family` is what held when it
    was decided; `told_at` when they were told, then or later, by whom and how.
    """

    class Told(models.TextChoices):
        IN_PERSON = "in_person", "Face to face"
        TELEPHONE = "telephone", "By telephone"
        LETTER = "letter", "In writing"

    class Ground(models.TextChoices):
        LEGAL_DUTY = "legal_duty", "The law requires it"
        COMPLETE_SERVICE = "complete_service", "To give a complete service"
        HARM = "harm", "Risk of serious harm or threat to life"

    class Outcome(models.TextChoices):
        RIGHT = "right", "It was right to share"
        RIGHT_BUT = "right_but", "It was right to share, and something is to be done better"
        WRONG = "wrong", "It should not have been shared"

    class Hiding(models.TextChoices):
        STILL_UNSAFE = "still_unsafe", "It is still unsafe to tell the family"
        TELL = "tell", "The family is to be told now"

    shown_to = models.CharField(max_length=20, choices=Kept.choices)
    shown_to_id = models.BigIntegerField()
    item = models.BigIntegerField(null=True, blank=True)
    ground = models.CharField(max_length=20, choices=Ground.choices)
    emergency = models.BooleanField(default=False, db_default=False)
    because = models.TextField(max_length=1000)
    advice = models.TextField(max_length=500, blank=True, db_default="")
    decided_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    second_person = models.CharField(max_length=120, blank=True)
    second_by = somebody()
    second_at = models.DateTimeField(null=True, blank=True)
    told_family = models.BooleanField()
    why_not_told = models.CharField(max_length=500, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_by = somebody()
    review_due_on = models.DateField(null=True, blank=True)
    reviewed_by = somebody()
    reviewed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True, db_default="")
    outcome_words = models.TextField(max_length=1000, blank=True, db_default="")
    hiding = models.CharField(max_length=20, choices=Hiding.choices, blank=True, db_default="")

    told_at = models.DateTimeField(null=True, blank=True)
    told_by = somebody()
    told_how = models.CharField(max_length=20, choices=Told.choices, blank=True, db_default="")

    class Meta:
        indexes = [
            models.Index(fields=["family", "shown_to_id"], name="overrides_in_a_family"),
            models.Index(fields=["from_at"], name="overrides_by_month"),
            models.Index(
                fields=["review_due_on"],
                condition=Q(reviewed_at=None),
                name="overrides_to_review",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_family_not_told_has_a_reason",
                condition=Q(told_family=True) | ~Q(why_not_told=""),
            ),
            models.CheckConstraint(
                name="only_serious_harm_opens_what_is_held_back",
                condition=Q(item=None) | Q(ground="harm"),
            ),
            models.CheckConstraint(
                name="a_review_is_by_somebody_else",
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("decided_by")),
            ),
            models.CheckConstraint(
                name="the_second_person_is_another",
                condition=Q(second_by=None) | ~Q(second_by=F("decided_by")),
            ),
            window("override_ends_after_it_begins"),
        ]
