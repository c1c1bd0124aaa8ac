"""Tables of the plan. That there is one is summary; what is in it is for the team (C6)."""

from datetime import date

from django.db import models
from django.db.models import Q

from hub.families.models import FamilyRow, Person
from hub.kernel.clock import day_of
from hub.kernel.history import tracked
from hub.kernel.labels import labelled
from hub.plans.rules import Owner

ROWS = {
    "merge": "stays in its own file, each with its own sight",
    "expires": "with the family's file",
    "erased": "with the family's file, history too",
}


def name_of(person: Person) -> str:
    """What a person is called: the name they use, else the one they were given."""
    return person.known_as or person.full_name


@tracked()
@labelled(
    level="summary",
    held_back="not alone: who sees the summary may know that there is a plan",
    **ROWS | {"merge": "the closed file's open plan is closed; un-merge opens it again"},
    nothing_personal="id family version opened_by opened_at closed_at",
)
class Plan(FamilyRow):
    """A family's plan. The database refuses a second open one (2.6)."""

    opened_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["family"], condition=Q(closed_at=None), name="family_has_one_open_plan"
            ),
            models.CheckConstraint(
                name="plan_closes_after_it_opens",
                condition=Q(closed_at=None) | Q(closed_at__gte=models.F("opened_at")),
            ),
        ]
        indexes = [models.Index(fields=["family", "opened_at"], name="plans_of_a_family")]


@tracked()
@labelled(
    level="plan",
    held_back="by its id; its actions vanish with it",
    **ROWS,
    nothing_personal="id family version plan added_by added_at",
    sensitive="words",
)
class Goal(FamilyRow):
    """What the family wants to change, in its own words."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals", db_index=False)
    words = models.CharField(max_length=500)
    added_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    added_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["family", "plan", "added_at"], name="goals_of_a_family")]


@tracked()
@labelled(
    level="plan",
    held_back="by its id, and with its goal",
    **ROWS,
    nothing_personal="id family version goal owner_practitioner due_on added_by added_at done_at "
    "done_by",
    identity="owner_member",
    sensitive="step",
)
class Action(FamilyRow):
    """One concrete step with exactly one owner, from the family or from an agency, and a date."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="actions", db_index=False)
    step = models.CharField(max_length=300)
    owner_practitioner = models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    owner_member = models.ForeignKey(
        "families.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    due_on = models.DateField()
    added_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    added_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )

    class Meta:
        indexes = [
            models.Index(fields=["family", "goal", "due_on"], name="actions_of_a_family"),
            models.Index(
                fields=["owner_practitioner", "due_on"],
                condition=Q(done_at=None),
                name="open_actions_of_a_practitioner",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="an_action_has_one_owner",
                condition=Q(owner_practitioner=None, owner_member__isnull=False)
                | Q(owner_practitioner__isnull=False, owner_member=None),
            ),
            models.CheckConstraint(
                name="who_marked_it_done_is_known",
                condition=Q(done_at=None, done_by=None)
                | Q(done_at__isnull=False, done_by__isnull=False),
            ),
        ]

    @property
    def owner(self) -> Owner:
        """Who it belongs to, as the rules take it."""
        return Owner(self.owner_practitioner_id, self.owner_member_id)

    @property
    def owner_name(self) -> str:
        """The owner's name as far as the reader may know it (S19)."""
        if self.owner_practitioner is not None:
            return self.owner_practitioner.name
        return name_of(self.owner_member) if self.owner_member is not None else "The family"

    @property
    def done_on(self) -> date | None:
        """The day it was marked as done, or None."""
        return day_of(self.done_at) if self.done_at else None


@tracked()
@labelled(
    level="plan",
    held_back="by its id",
    **ROWS,
    nothing_personal="id family version plan closed_by closed_at",
    sensitive="reason note continues protection_concern referral",
)
class Closure(FamilyRow):
    """That a plan ended, and why. Never changed; a mistake is a new plan (2.90, 2.149)."""

    class Reason(models.TextChoices):
        ENOUGH = "enough", "Things are better: the family goes on with everyday services"
        WITHDRAWN = "withdrawn", "The family decided to stop"
        STEPPED_UP = "stepped_up", "More help is needed: stepped up"
        MOVED = "moved", "The family moved away"
        ONE_SERVICE = "one_service", "One service can meet what is needed"

    plan = models.OneToOneField(Plan, on_delete=models.PROTECT, related_name="closure")
    reason = models.CharField(max_length=20, choices=Reason.choices)
    note = models.TextField(max_length=2000)
    continues = models.TextField(max_length=1000, blank=True)
    protection_concern = models.BooleanField()
    referral = models.CharField(max_length=500, blank=True)
    closed_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    closed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["family", "id"], name="closures_of_a_family")]
        constraints = [
            models.CheckConstraint(
                name="a_protection_concern_was_referred",
                condition=Q(protection_concern=False) | ~Q(referral=""),
            )
        ]


@tracked()
@labelled(
    level="plan",
    held_back="by its id, and with whoever got it; a service's with the places of the family (S3)",
    **ROWS,
    nothing_personal="id family version plan agency how given_on given_by at",
    identity="person",
)
class PlanCopy(FamilyRow):
    """That a copy of the plan was given, to a service or to a member. Never changed (2.94)."""

    class How(models.TextChoices):
        HANDED = "handed", "Handed over"
        POST = "post", "By post"
        MAIL = "mail", "By secure email"

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+", db_index=False)
    agency = models.ForeignKey(
        "agencies.Agency",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    person = models.ForeignKey(
        "families.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    how = models.CharField(max_length=10, choices=How.choices)
    given_on = models.DateField()
    given_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["family", "plan", "at"], name="copies_of_a_plan")]
        constraints = [
            models.CheckConstraint(
                name="a_copy_goes_to_one",
                condition=Q(agency=None, person__isnull=False)
                | Q(agency__isnull=False, person=None),
            )
        ]
