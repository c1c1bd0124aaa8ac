"""Where a family is and how to reach it: places, each a row that can be kept from people (S3)."""

from django.db import models
from django.db.models import Q

from hub.families.models.people import Person
from hub.families.models.rows import ROWS, FamilyRow, window
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="summary",
    held_back="by its id; a place, which goes with the family's id (S3)",
    **ROWS,
    nothing_personal="id family version from_at until_at",
    place="lines postcode held_by",
)
class Address(FamilyRow):
    """Where the family, or part of it, is. `held_by` says who knows it when it is not stored."""

    lines = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    held_by = models.CharField(max_length=160, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "addresses"
        indexes = [models.Index(fields=["family", "id"], name="addresses_of_a_family")]
        constraints = [
            models.CheckConstraint(
                name="address_is_stored_or_held_elsewhere",
                condition=~Q(lines="") | ~Q(held_by="") | ~Q(postcode=""),
            ),
            window("address_ends_after_it_begins"),
        ]


@tracked()
@labelled(
    level="summary",
    held_back="by its id, and with its address; a place, as that is (S3)",
    **ROWS,
    nothing_personal="id family version from_at until_at",
    identity="person",
    place="address",
)
class HouseholdMember(FamilyRow):
    """A member living at an address, with dates: together they are the household."""

    address = models.ForeignKey(
        Address, on_delete=models.PROTECT, related_name="household", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "address"], name="household_of_a_family")]
        constraints = [window("living_somewhere_ends_after_it_begins")]


@tracked()
@labelled(
    level="summary",
    held_back="by its id",
    **ROWS,
    nothing_personal="id family version from_at until_at kind safe asked_at asked_by",
    identity="person",
    place="value",
)
class Contact(FamilyRow):
    """A way to reach a member. `safe` stays unknown, and it unused, until asked alone (S15)."""

    class Kind(models.TextChoices):
        PHONE = "phone", "Telephone"
        EMAIL = "email", "Email"

    class Safe(models.TextChoices):
        NOT_ASKED = "not_asked", "Not asked yet: do not use"
        YES = "yes", "Safe to use"
        NO = "no", "Not safe: do not use"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    value = models.CharField(max_length=254)
    safe = models.CharField(max_length=10, choices=Safe.choices, default=Safe.NOT_ASKED)
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "person"], name="contacts_of_a_family")]
        constraints = [
            models.CheckConstraint(
                name="a_contact_is_used_only_when_somebody_asked",
                condition=Q(safe="not_asked") | Q(asked_at__isnull=False, asked_by__isnull=False),
            ),
            window("contact_ends_after_it_begins"),
        ]
