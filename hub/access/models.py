"""Who works with a family, written by the packages above and read by the door."""

from django.db import models
from django.db.models import Q

from hub.access.lookup.models import HiddenMatch, LookupCheck
from hub.families.models import FamilyRow, window
from hub.kernel.history import tracked
from hub.kernel.labels import labelled

__all__ = ["HiddenMatch", "Involvement", "Lead", "LookupCheck", "PostedForm"]

ROWS = {
    "merge": "stays in its own file, each with its own sight",
    "expires": "until_at ends it",
    "erased": "with the family's file, history too",
}


@tracked()
@labelled(
    level="signpost",
    held_back="by its id; the agency and number are a place, which goes with the family's id (S3)",
    merge="stays in its own file, each with its own sight",
    expires="until_at ends it",
    erased="with the family's file, history too",
    nothing_personal="id family version practitioner stage from_at until_at",
)
class Lead(FamilyRow):
    """The lead professional, one at a time. Before the first TAF meeting whoever started (S20)."""

    class Stage(models.TextChoices):
        STARTING = "starting", "Starting the plan"
        APPOINTED = "appointed", "Lead professional"

    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    stage = models.CharField(max_length=10, choices=Stage.choices)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["practitioner", "until_at"], name="families_somebody_leads"),
            models.Index(fields=["family", "until_at"], name="leads_of_a_family"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family"], condition=Q(until_at=None), name="family_has_one_lead"
            ),
            window("lead_ends_after_it_begins"),
        ]


@tracked()
@labelled(
    level="summary",
    held_back="by its id",
    **ROWS,
    nothing_personal="id family version practitioner kind since_on from_at until_at",
    sensitive="why",
)
class Involvement(FamilyRow):
    """A practitioner's own recorded working relationship (S1), or their place in the team."""

    class Kind(models.TextChoices):
        WORKING = "working", "Works with the family"
        TEAM = "team", "In the team around the family"

    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    why = models.CharField(max_length=300)
    since_on = models.DateField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["practitioner", "until_at"], name="families_of_a_practitioner"),
            models.Index(fields=["family", "practitioner"], name="involved_in_a_family"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "practitioner", "kind"],
                condition=Q(until_at=None),
                name="involved_once_in_a_way",
            ),
            window("involvement_ends_after_it_begins"),
        ]


@labelled(
    level="none: the actor's own rows only",
    held_back="seen by nobody else",
    merge="not merged",
    expires="deleted after seven days",
    erased="with its expiry",
    nothing_personal="token actor_id answer posted_at",
)
class PostedForm(models.Model):
    """A form that was posted, so that posting it again does nothing twice."""

    token = models.CharField(primary_key=True, max_length=43)
    actor_id = models.BigIntegerField()
    answer = models.CharField(max_length=300, blank=True)
    posted_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.token[:6]
