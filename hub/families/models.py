"""Tables of a family's file. Identity is the person's, every place the family's (S2)."""

from django.db import models
from django.db.models import F, Q

from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

ROWS = {
    "merge": "moves to the kept family with its id; un-merge moves it back",
    "expires": "with the family's file",
    "erased": "with the family's file, history too",
}


def window(name: str) -> models.CheckConstraint:
    """The constraint that something ends no earlier than it begins."""
    return models.CheckConstraint(
        name=name, condition=Q(until_at=None) | Q(until_at__gte=F("from_at"))
    )


class FamilyRow(models.Model):
    """A row of one family's file, with the version that tells two editors apart."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    family = models.ForeignKey(
        "families.Family", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


@tracked()
@labelled(
    level="signpost",
    held_back="as a whole, by a restriction on the family",
    merge="the other's rows move here; un-merge gives them back",
    expires="by the retention schedule after closing",
    erased="last, when its rows are gone",
    nothing_personal="id locality registered_at registered_by version",
)
class Family(models.Model):
    """One family. It holds nothing but where it belongs and when it was registered."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    locality = models.ForeignKey(
        "agencies.Locality", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    registered_at = models.DateTimeField()
    registered_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name_plural = "families"
        indexes = [
            models.Index(fields=["locality", "id"], name="families_of_a_locality"),
            models.Index(
                fields=["locality", "registered_at", "id"], name="families_by_registration"
            ),
        ]

    def __str__(self) -> str:
        return f"family {self.pk}"


@tracked()
@labelled(
    level="signpost",
    held_back="replaced by a new one (S3)",
    merge="both stay; the kept family answers to each",
    expires="until_at ends it",
    erased="with the family",
    nothing_personal="id family version from_at until_at",
    identity="reference",
)
class FamilyReference(FamilyRow):
    """What a family is called aloud. Unique, drawn at random, never reused."""

    reference = models.CharField(max_length=11, unique=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "until_at"], name="references_of_a_family")]
        constraints = [
            models.UniqueConstraint(
                fields=["family"], condition=Q(until_at=None), name="family_has_one_reference"
            ),
            window("reference_ends_after_it_begins"),
        ]


@tracked()
@labelled(
    level="summary, through a membership that is not held back",
    held_back="with the membership",
    merge="people merge apart from families (matching)",
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
        return f"{self.given_names} {self.family_name}".strip()

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
    sensitive="part",
)
class Membership(FamilyRow):
    """A person in this family, and which part they have in it."""

    class Part(models.TextChoices):
        ADULT = "adult", "Parent, carer or other adult"
        CHILD = "child", "Child or young person"
        UNBORN = "unborn", "Unborn child"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    part = models.CharField(max_length=10, choices=Part.choices)
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
            window("membership_ends_after_it_begins"),
        ]


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
        GRANDPARENT = "grandparent", "Grandparent"
        CARER = "carer", "Carer"
        PARTNER = "partner", "Partner"
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


@tracked()
@labelled(
    level="summary",
    held_back="by its id, and with either member",
    **ROWS,
    nothing_personal="id family version from_at until_at",
    identity="person child",
    sensitive="source",
)
class Responsibility(FamilyRow):
    """Parental responsibility for a child: a dated fact with its source (S9)."""

    class Source(models.TextChoices):
        MOTHER = "mother", "Is the mother"
        BIRTH_RECORD = "birth_record", "Named on a birth record since 1 December 2003"
        MARRIAGE = "marriage", "Was married to the mother"
        AGREEMENT = "agreement", "By an agreement with the mother"
        ORDER = "order", "By a court order"
        SAYS_SO = "says_so", "Says so; not checked yet"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    source = models.CharField(max_length=20, choices=Source.choices)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "responsibilities"
        indexes = [models.Index(fields=["family", "child"], name="responsible_in_a_family")]
        constraints = [window("responsibility_ends_after_it_begins")]


@tracked()
@labelled(
    level="summary",
    held_back="by its id; a place (S3)",
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
    held_back="by its id, and with its address",
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
