"""Tables of standing: sharing agreements with their parties, and accepted terms of use."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

OPEN = {
    "level": "none: what agencies signed is open to all staff",
    "held_back": "never: holds no fact of a family",
    "merge": "not merged",
}


@tracked()
@labelled(
    **OPEN,
    expires="from until_at nobody shares by it; renewed by another row",
    erased="not personal",
    nothing_personal="id locality name purposes shares document from_at until_at review_on "
    "renews asks_from version",
)
class SharingAgreement(models.Model):
    """What a locality's leadership-team agencies agreed to share with each other (2.63, 2.64).

    Its purposes are what its parties signed: another purpose is another agreement. Where it was
    renewed for more than before, a family's yes counts when it was given after `asks_from` (2.74).
    """

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    locality = models.ForeignKey(
        "agencies.Locality", on_delete=models.PROTECT, related_name="sharing_agreements"
    )
    name = models.CharField(max_length=120)
    purposes = ArrayField(models.CharField(max_length=20))
    shares = models.TextField(max_length=2000)
    document = models.CharField(max_length=400, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    review_on = models.DateField()
    renews = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="renewed_by"
    )
    asks_from = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "agencies"
        constraints = [
            models.CheckConstraint(
                name="sharing_agreement_ends_after_it_begins",
                condition=Q(until_at=None) | Q(until_at__gte=F("from_at")),
            ),
            models.CheckConstraint(
                name="sharing_agreement_is_for_something", condition=~Q(purposes=[])
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
@labelled(
    **OPEN,
    expires="from until_at the agency no longer shares by the agreement",
    erased="with the agreement",
    nothing_personal="id agreement agency signed_on from_at until_at version",
    identity="signed_by",
)
class SharingParty(models.Model):
    """An agency that signed a sharing agreement. It counts from the moment it was recorded."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    agreement = models.ForeignKey(
        SharingAgreement, on_delete=models.PROTECT, related_name="parties"
    )
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="party_to")
    signed_on = models.DateField()
    signed_by = models.CharField(max_length=120)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "agencies"
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "agency"],
                condition=Q(until_at=None),
                name="agency_is_party_once",
            ),
            models.CheckConstraint(
                name="party_leaves_after_it_joins",
                condition=Q(until_at=None) | Q(until_at__gte=F("from_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} in {self.agreement_id}"


@labelled(
    **OPEN,
    expires="counts until newer terms do",
    erased="not personal",
    nothing_personal="id text published_at published_by counts_from",
)
class Terms(models.Model):
    """Terms of use in the authority's words. Older acceptances end when these begin to count."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    text = models.TextField(max_length=10_000)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    counts_from = models.DateTimeField()

    class Meta:
        app_label = "agencies"
        constraints = [
            models.CheckConstraint(
                name="terms_count_once_published", condition=Q(counts_from__gte=F("published_at"))
            ),
            models.UniqueConstraint(fields=["published_at"], name="terms_published_one_by_one"),
        ]

    def __str__(self) -> str:
        return f"terms of {self.published_at:%d %B %Y}"


@tracked()
@labelled(
    **OPEN,
    expires="until_at ends it, and so do newer terms that were not accepted",
    erased="with the agency",
    nothing_personal="id agency terms accepted_on recorded_by from_at until_at version",
    identity="accepted_by",
)
class TermsAcceptance(models.Model):
    """An agency accepted terms of use: by whom there, and who recorded it here (S12)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, related_name="acceptances"
    )
    terms = models.ForeignKey(Terms, on_delete=models.PROTECT, related_name="acceptances")
    accepted_on = models.DateField()
    accepted_by = models.CharField(max_length=120)
    recorded_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "agencies"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "terms"],
                condition=Q(until_at=None),
                name="agency_accepts_terms_once",
            ),
            models.CheckConstraint(
                name="acceptance_ends_after_it_begins",
                condition=Q(until_at=None) | Q(until_at__gte=F("from_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} accepted {self.terms_id}"
