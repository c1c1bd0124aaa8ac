"""Who is in a family. Identity is the person's, the rest is this family's (S2)."""

from django.db import models
from django.db.models import F, Q

from hub.families.models.rows import ROWS, FamilyRow, window
from hub.families.rules import joined_name
from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="summary, through a membership that is not held back",
    held_back="with the membership",
    merge="stays in its own file, each with its own sight",
    expires="with the last family's file",
    erased="with the last family's file",
    nothing_personal="id version birth_accuracy",
    identity="given_names family_name known_as search_name birth_date",
)
class Person(models.Model):
    """Who somebody is, and nothing that tells where they are (S2)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    given_names = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200, blank=True)
    known_as = models.CharField(max_length=200, blank=True)
    search_name = models.CharField(max_length=620)
    birth_date = models.DateField(null=True, blank=True)
    birth_accuracy = models.CharField(
        max_length=10, blank=True, choices=[(a.value, a.value) for a in Accuracy]
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "people"
        # Whole names, for the door alone; part of a name is looked for in one's own families.
        indexes = [models.Index(fields=["search_name"], name="people_by_search_name")]
        constraints = [
            models.CheckConstraint(
                name="birth_date_says_how_much_is_known",
                condition=Q(birth_date=None, birth_accuracy="")
                | Q(birth_date__isnull=False) & ~Q(birth_accuracy=""),
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """Given names and family name as they were told."""
        return joined_name(self.given_names, self.family_name)

    @property
    def born(self) -> PartialDate | None:
        """The birth date with how much of it is known, or None."""
        if self.birth_date is None:
            return None
        return PartialDate(self.birth_date, Accuracy(self.birth_accuracy))


@tracked()
@labelled(
    level="summary",
    held_back="by its id; the person vanishes with it",
    **ROWS,
    nothing_personal="id family version from_at until_at",
    identity="person",
    sensitive="part loss loss_on loss_accuracy loss_at",
)
class Membership(FamilyRow):
    """A person in this family, and which part they have in it.

    Who died stays in it, and so does a pregnancy that ended: `loss` says which and `loss_at` when
    it was written down, so that nobody is asked, rung or reminded of it (S17).
    """

    class Part(models.TextChoices):
        ADULT = "adult", "Parent, carer or other adult"
        CHILD = "child", "Child or young person"
        UNBORN = "unborn", "Unborn child"

    class Loss(models.TextChoices):
        DIED = "died", "Died"
        PREGNANCY_ENDED = "pregnancy_ended", "The pregnancy ended"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    part = models.CharField(max_length=10, choices=Part.choices)
    # The defaults are the database's too: bulk loads name the columns they fill.
    loss = models.CharField(
        max_length=20, choices=Loss.choices, blank=True, default="", db_default=""
    )
    loss_on = models.DateField(null=True, blank=True)
    loss_accuracy = models.CharField(max_length=10, blank=True, default="", db_default="")
    loss_at = models.DateTimeField(null=True, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "person"], name="members_of_a_family")]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "person"],
                condition=Q(until_at=None),
                name="person_is_in_a_family_once",
            ),
            models.CheckConstraint(
                name="only_a_pregnancy_ends_as_one",
                condition=~Q(loss="pregnancy_ended") | Q(part="unborn"),
            ),
            window("membership_ends_after_it_begins"),
        ]

    @property
    def lost_on(self) -> PartialDate | None:
        """The day of the loss with how much of it is known, or None."""
        if self.loss_on is None:
            return None
        return PartialDate(self.loss_on, Accuracy(self.loss_accuracy))


@tracked()
@labelled(
    level="summary",
    held_back="by its id, and with either member",
    **ROWS,
    nothing_personal="id family version from_at until_at",
    identity="person other",
    sensitive="kind",
)
class Relationship(FamilyRow):
    """Who `person` is to `other`, as this family says it: "mother of"."""

    class Kind(models.TextChoices):
        MOTHER = "mother", "Mother"
        FATHER = "father", "Father"
        STEP_PARENT = "step_parent", "Step-parent"
        ADOPTIVE_PARENT = "adoptive_parent", "Parent by adoption"
        GRANDPARENT = "grandparent", "Grandparent"
        CARER = "carer", "Carer"
        SPOUSE = "spouse", "Husband, wife or civil partner"
        PARTNER = "partner", "Partner"
        FORMER_PARTNER = "former_partner", "Former partner"
        BROTHER_OR_SISTER = "sibling", "Brother or sister"
        OTHER = "other", "Somebody else in the family"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "id"], name="relationships_of_a_family")]
        constraints = [
            models.CheckConstraint(
                name="nobody_is_their_own_relation", condition=~Q(person=F("other"))
            ),
            window("relationship_ends_after_it_begins"),
        ]
