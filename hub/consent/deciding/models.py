"""A carer who agrees since nobody responsible is reached, and capacity decision by decision."""

from django.db import models
from django.db.models import Q

from hub.families.models import ROWS, FamilyRow, window
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="record",
    held_back="by its id, and with the person",
    **ROWS,
    nothing_personal="id family version again_on recorded_by from_at until_at",
    identity="person",
    sensitive="because advice",
)
class CarerAgrees(FamilyRow):
    """That a carer agrees, since nobody with parental responsibility can be reached (S10)."""

    person = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    because = models.TextField(max_length=1000)
    advice = models.TextField(max_length=1000)
    again_on = models.DateField()
    recorded_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "consent"
        verbose_name_plural = "carers agree"
        indexes = [models.Index(fields=["family", "person"], name="carers_agree_in_a_family")]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "person"],
                condition=Q(until_at=None),
                name="one_carer_agrees_once_at_a_time",
            ),
            window("carer_agrees_until_after_it_begins"),
        ]


@tracked()
@labelled(
    level="record",
    held_back="by its id, and with the person",
    **ROWS,
    nothing_personal="id family version again_on judged_by judged_at",
    identity="person",
    sensitive="about decision doubt help_given understands retains weighs communicates can "
    "consulted best_interests says_yes",
)
class Capacity(FamilyRow):
    """Whether somebody from 16 can take one decision, as the Mental Capacity Act asks (3.13).

    The newest about agreeing counts when they are asked to agree. `says_yes` is a decision in
    their best interests to say yes for them, which is never another adult's yes.
    """

    class About(models.TextChoices):
        AGREEING = "agreeing", "Agreeing to what is written down, kept and shared here"
        OTHER = "other", "Another decision"

    person = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    about = models.CharField(max_length=10, choices=About.choices)
    decision = models.CharField(max_length=300)
    doubt = models.TextField(max_length=1000)
    help_given = models.TextField(max_length=1000)
    understands = models.BooleanField()
    retains = models.BooleanField()
    weighs = models.BooleanField()
    communicates = models.BooleanField()
    can = models.BooleanField()
    consulted = models.TextField(max_length=1000, blank=True)
    best_interests = models.TextField(max_length=1000, blank=True)
    says_yes = models.BooleanField(default=False)
    again_on = models.DateField(null=True, blank=True)
    judged_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    judged_at = models.DateTimeField()

    class Meta:
        app_label = "consent"
        verbose_name_plural = "capacities"
        indexes = [models.Index(fields=["family", "person"], name="capacities_of_a_family")]
        constraints = [
            models.CheckConstraint(
                name="who_can_do_all_four_can_decide",
                condition=Q(can=True, understands=True, retains=True, weighs=True,
                            communicates=True)
                | Q(can=False) & ~Q(understands=True, retains=True, weighs=True,
                                    communicates=True),
            ),
            models.CheckConstraint(
                name="who_cannot_decide_has_a_day_to_look_again",
                condition=Q(can=True, says_yes=False) | Q(can=False, again_on__isnull=False),
            ),
        ]  # fmt: skip
