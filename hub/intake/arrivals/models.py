"""What waits in a hub's queue: nobody's record, in no file and no search, with no history."""

from django.db import models
from django.db.models import Q

from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@labelled(
    level="none: for the coordinators of its locality only",
    held_back="seen by nobody else; it is in no family's file",
    merge="not merged",
    expires="deleted 28 days after what came of it was written down, and 90 days after it came",
    erased="with its expiry; it has no history",
    nothing_personal="id reference locality way arrived_at passed_by taken_by taken_at outcome "
    "ended_at version may_say_who",
    identity="name relation child_name child_age",
    place="contact contact_words",
    sensitive="words outcome_words agreed agreed_on not_to_say note",
)
class Arrival(models.Model):
    """A family that came to the hub, in the words it was told with.

    Of a family that the access team passed down, `words` is the concern, `outcome_words` what the
    team found, `agreed` what was agreed with whom, and `not_to_say` what must stay unsaid (2.51).
    """

    class Way(models.TextChoices):
        SELF = "self", "Asked for help"
        BEHALF = "behalf", "Asked for by somebody at work"
        PASSED_DOWN = "passed_down", "Passed down by the access team"

    class Outcome(models.TextChoices):
        REGISTERED = "registered", "Registered"
        ADVICE = "advice", "Advice was given"
        NOT_WANTED = "not_wanted", "They did not want it"
        NOT_REACHED = "not_reached", "They could not be reached"
        ALREADY = "already", "They already have somebody"

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    reference = models.CharField(max_length=16)
    locality = models.ForeignKey(
        "agencies.Locality", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    way = models.CharField(max_length=12, choices=Way.choices)
    arrived_at = models.DateTimeField()
    passed_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, related_name="+"
    )
    name = models.CharField(max_length=200)
    relation = models.CharField(max_length=20, blank=True)
    child_name = models.CharField(max_length=200, blank=True)
    child_age = models.PositiveSmallIntegerField(null=True)
    contact = models.CharField(max_length=254, blank=True)
    contact_words = models.CharField(max_length=300, blank=True)
    may_say_who = models.BooleanField(default=False)
    words = models.TextField(max_length=4000)
    outcome_words = models.TextField(max_length=4000, blank=True)
    agreed = models.TextField(max_length=2000, blank=True)
    agreed_on = models.DateField(null=True)
    not_to_say = models.TextField(max_length=2000, blank=True)
    taken_by = models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,
    )
    taken_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    note = models.CharField(max_length=500, blank=True)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "intake"
        indexes = [models.Index(fields=["locality", "arrived_at"], name="arrivals_of_a_locality")]
        constraints = [
            models.CheckConstraint(
                name="an_arrival_is_taken_by_somebody",
                condition=Q(taken_by=None, taken_at=None)
                | Q(taken_by__isnull=False, taken_at__isnull=False),
            ),
            models.CheckConstraint(
                name="an_arrival_ends_with_its_outcome",
                condition=Q(outcome="", ended_at=None) | ~Q(outcome="") & Q(ended_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"arrival {self.pk}"
