"""Parts about the family as a whole, in its own words. For the team: level plan."""

from django.db import models

from hub.about.models.rows import ROWS, Answers
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="plan",
    held_back="by its id",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    sensitive="going_well worries wants",
)
class Story(Answers):
    """What goes well, what worries the family, and what it wants (2.112, 3.31)."""

    going_well = models.TextField(max_length=4000, blank=True)
    worries = models.TextField(max_length=4000, blank=True)
    wants = models.TextField(max_length=4000, blank=True)

    class Meta:
        verbose_name_plural = "stories"
        indexes = [models.Index(fields=["family", "saved_at"], name="stories_of_a_family")]


@tracked()
@labelled(
    level="plan",
    held_back="by its id",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    sensitive="housing money work",
)
class Living(Answers):
    """Home, money and work, as far as they weigh on the family (3.9)."""

    housing = models.TextField(max_length=4000, blank=True)
    money = models.TextField(max_length=4000, blank=True)
    work = models.TextField(max_length=4000, blank=True)

    class Meta:
        verbose_name_plural = "livings"
        indexes = [models.Index(fields=["family", "saved_at"], name="livings_of_a_family")]


@tracked()
@labelled(
    level="plan",
    held_back="by its id",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    sensitive="chosen words",
)
class GoingOn(Answers):
    """What is going on in the family: situations by their codes, and their own words (2.48)."""

    chosen = models.JSONField(default=list)
    words = models.TextField(max_length=4000, blank=True)

    class Meta:
        verbose_name_plural = "going on"
        indexes = [models.Index(fields=["family", "saved_at"], name="going_on_in_a_family")]
