"""What is sealed, by whom it can be opened, and each time that it was.

No row of any other table names one of these: whoever reads a family's file, or the database behind
its wall, finds nothing that tells there is one."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from hub.families.models import window
from hub.kernel.ids import new_reference, random_id
from hub.kernel.labels import labelled

LEVEL = "none: the two people named, and nobody else"


def _code() -> str:
    return new_reference("SR")


@labelled(
    level=LEVEL,
    held_back="seen by nobody else; hides its items from everybody, whoever they are",
    merge="stays in its own file, each with its own sight",
    expires="until_at, when both agreed to end it",
    erased="with the person, by both together",
    nothing_personal="id code ground whole family items sealed_by sealed_at handing_from "
    "handing_to ending_asked_by until_at version",
    identity="person given_names family_name known_as born",
    sensitive="relations because past",
)
class Sealed(models.Model):
    """One identity. `whole`: that the person is there at all; else who they were before, their
    names, birth date and relations (`items`), with what the history said (`past`)."""

    class Ground(models.TextChoices):
        ADOPTION = "adoption", "An adoption"
        TRANSITION = "transition", "A change of gender"
        PROTECTED = "protected", "A protected person"

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    code = models.CharField(max_length=20, unique=True, default=_code)
    ground = models.CharField(max_length=20, choices=Ground.choices)
    whole = models.BooleanField()
    family = models.BigIntegerField()
    person = models.BigIntegerField()
    items = ArrayField(models.BigIntegerField(), default=list)
    given_names = models.CharField(max_length=200)
    family_name = models.CharField(max_length=200, blank=True)
    known_as = models.CharField(max_length=200, blank=True)
    born = models.CharField(max_length=40, blank=True)
    relations = models.TextField(max_length=4000, blank=True)
    because = models.TextField(max_length=1000)
    past = models.JSONField(null=True, blank=True)
    sealed_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    sealed_at = models.DateTimeField()
    handing_from = models.BigIntegerField(null=True, blank=True)
    handing_to = models.BigIntegerField(null=True, blank=True)
    ending_asked_by = models.BigIntegerField(null=True, blank=True)
    until_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "sealed"
        indexes = [
            models.Index(fields=["person"], name="sealed_by_person"),
            models.Index(fields=["family"], name="sealed_by_family"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_seal_ends_after_it_begins",
                condition=Q(until_at=None) | Q(until_at__gte=F("sealed_at")),
            ),
            models.CheckConstraint(
                name="handing_over_names_both",
                condition=Q(handing_from=None, handing_to=None)
                | Q(handing_from__isnull=False, handing_to__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.code


@labelled(
    level=LEVEL,
    held_back="seen by nobody else",
    merge="stays in its own file, each with its own sight",
    expires="until_at ends it",
    erased="with what is sealed",
    nothing_personal="id sealed practitioner from_at until_at",
)
class Keeper(models.Model):
    """One of the two who may open it."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    sealed = models.ForeignKey(Sealed, on_delete=models.PROTECT, related_name="keepers")
    practitioner = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+"
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sealed", "practitioner"],
                condition=Q(until_at=None),
                name="a_keeper_is_named_once",
            ),
            window("keeping_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"keeper {self.pk}"


@labelled(
    level=LEVEL,
    held_back="seen by nobody else; the officer sees how often and when last",
    merge="stays in its own file, each with its own sight",
    expires="with what is sealed",
    erased="with what is sealed",
    nothing_personal="id sealed by at",
    sensitive="because",
)
class Look(models.Model):
    """That somebody opened it: written once, changed never."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    sealed = models.ForeignKey(Sealed, on_delete=models.PROTECT, related_name="looks")
    by = models.ForeignKey("agencies.Practitioner", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    because = models.TextField(max_length=500)

    def __str__(self) -> str:
        return f"look {self.pk}"
