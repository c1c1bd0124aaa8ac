"""Papers and signatures. Both are written once: no page can change or delete a row of them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from hub.families.models import FamilyRow
from hub.kernel.history import tracked
from hub.kernel.labels import labelled

ON_SCREEN = ("drawn", "typed")


@tracked(exclude=["content"])
@labelled(
    level="summary",
    held_back="by its id; with its signer, with any yes it is the sheet of, and with the places "
    "of the family where it tells one (S3)",
    merge="stays in its own file, each with its own sight",
    expires="by the retention schedule of the agreements it proves; never before them",
    erased="with the family's file, bytes and history too",
    nothing_personal="id family version kind media_type size sha256 scanned put_by put_at "
    "tells_place agreements",
    identity="signer",
    sensitive="about content",
)
class Paper(FamilyRow):
    """One file, as it was put here. What it was called on somebody's device is not kept."""

    class Kind(models.TextChoices):
        AGREEMENT = "agreement", "A signed agreement"
        OTHER = "other", "Another paper"

    kind = models.CharField(max_length=10, choices=Kind.choices)
    about = models.CharField(max_length=200, blank=True)
    signer = models.ForeignKey(
        "families.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    # The yeses it is the sheet of: held back, each of them takes the paper with it.
    agreements = ArrayField(models.BigIntegerField(), default=list)
    tells_place = models.BooleanField()
    media_type = models.CharField(max_length=20)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    scanned = models.BooleanField()
    content = models.BinaryField()
    put_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    put_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["family", "put_at"], name="papers_of_a_family")]
        constraints = [
            models.CheckConstraint(
                name="a_signed_sheet_says_whose_it_is",
                condition=~Q(kind="agreement") | Q(signer__isnull=False),
            ),
            models.CheckConstraint(name="a_paper_is_not_empty", condition=Q(size__gt=0)),
        ]


@tracked()
@labelled(
    level="summary",
    held_back="by its id; with its yes, its signer and its paper",
    merge="stays in its own file, each with its own sight",
    expires="with its yes",
    erased="with the family's file, history too",
    nothing_personal="id family version agreement agreements act plan kind said_on tells_place "
    "paper language read_how read_whose met device taken_by at",
    identity="signer typed read_by witness",
    sensitive="strokes",
)
class Signature(FamilyRow):
    """How one yes was signed, or said to stand. Yeses signed together share an `act`.

    With a `plan` it was signed, or said before a witness, once more for a service in that plan
    (2.89)."""

    class Kind(models.TextChoices):
        DRAWN = "drawn", "Signed on screen"
        TYPED = "typed", "Signed on screen by typing their name"
        PAPER = "paper", "Signed on paper"
        STANDS = "stands", "Said that it still stands"

    agreement = models.ForeignKey(
        "consent.Agreement", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    # What it is hidden with: its own yes; of a sheet, every yes on it.
    agreements = ArrayField(models.BigIntegerField())
    act = models.BigIntegerField()
    plan = models.ForeignKey(
        "plans.Plan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    signer = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    strokes = models.JSONField(default=list, blank=True)
    typed = models.CharField(max_length=200, blank=True)
    paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    tells_place = models.BooleanField(default=False)
    said_on = models.DateField()
    language = models.CharField(max_length=60, blank=True)
    read_how = models.CharField(max_length=12, blank=True)
    read_whose = models.CharField(max_length=12, blank=True)
    read_by = models.CharField(max_length=120, blank=True)
    met = models.CharField(max_length=10, blank=True)
    device = models.CharField(max_length=10, blank=True)
    witness = models.CharField(max_length=120, blank=True)
    taken_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["family", "agreement"], name="signatures_of_a_family"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "agreement"],
                condition=Q(kind__in=ON_SCREEN, plan=None),
                name="a_yes_is_signed_on_screen_once",
            ),
            models.UniqueConstraint(
                fields=["family", "agreement", "plan"],
                condition=Q(kind__in=ON_SCREEN, plan__isnull=False),
                name="a_yes_is_signed_for_a_plan_once",
            ),
            models.CheckConstraint(
                name="what_is_said_for_a_plan_has_a_witness",
                condition=Q(plan=None) | ~Q(kind="stands") | ~Q(witness=""),
            ),
            models.CheckConstraint(
                name="a_signature_is_there",
                condition=(Q(kind="drawn") & ~Q(strokes=[]))
                | (Q(kind="typed") & ~Q(typed=""))
                | Q(kind="paper", paper__isnull=False)
                | Q(kind="stands"),
            ),
        ]
