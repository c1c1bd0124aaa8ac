"""Tables of organisations and the people who work in them. None of them holds a family's fact."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from hub.agencies.answering.models import AgencyBasis, AgencyStatement
from hub.agencies.sharing.models import SharingAgreement, SharingParty, Terms, TermsAcceptance
from hub.agencies.systems.models import SystemKey
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

__all__ = [
    "Agency",
    "AgencyBasis",
    "AgencyStatement",
    "Code",
    "HelpNumber",
    "Locality",
    "LocalityMembership",
    "Practitioner",
    "RoleGrant",
    "Sector",
    "SharingAgreement",
    "SharingParty",
    "SystemKey",
    "Terms",
    "TermsAcceptance",
]

PUBLIC = {
    "level": "none: which organisations and staff there are is open to all staff",
    "held_back": "never: holds no fact of a family",
    "merge": "not merged",
}


class Code(models.TextChoices):
    """Roles as code (A3). A practitioner needs none to work with families."""

    COORDINATOR = "coordinator", "Hub coordinator"
    PANEL_CHAIR = "panel_chair", "Panel chair"
    LEADERSHIP_MANAGER = "leadership_manager", "Leadership team manager"
    SAFEGUARDING_LEAD = "safeguarding_lead", "Safeguarding lead"
    DATA_PROTECTION_OFFICER = "data_protection_officer", "Data protection officer"
    ACCESS_TEAM = "access_team", "Access team"
    ADMINISTRATOR = "administrator", "Administrator"


@labelled(
    **PUBLIC,
    expires="kept",
    erased="not personal",
    nothing_personal="id name hub_name hub_address hub_phone hub_email version",
)
class Locality(models.Model):
    """An area with one hub, and how to reach it."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    name = models.CharField(max_length=80)
    hub_name = models.CharField(max_length=120)
    hub_address = models.CharField(max_length=200, blank=True)
    hub_phone = models.CharField(max_length=40)
    hub_email = models.EmailField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("name"), name="locality_names_differ")]

    def __str__(self) -> str:
        return self.name


@labelled(
    **PUBLIC,
    expires="kept",
    erased="not personal",
    nothing_personal="code name position public_body",
)
class Sector(models.Model):
    """The kind of organisation an agency is (2.14); public bodies rest on a public task (S13)."""

    code = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=80)
    position = models.PositiveSmallIntegerField(default=0)
    public_body = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.name


@tracked()
@labelled(
    **PUBLIC,
    expires="kept",
    erased="not personal",
    nothing_personal="id name sector phone email information_lead safeguarding_lead telling "
    "opened_at closed_at version",
)
class Agency(models.Model):
    """An organisation that works with families, and its leads' contact details (2.97). `telling`:
    that a family is known to it tells something of the family, so others are told the hub (S18)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    name = models.CharField(max_length=120)
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT)
    phone = models.CharField(max_length=40)
    email = models.EmailField()
    information_lead = models.CharField(max_length=200, blank=True)
    safeguarding_lead = models.CharField(max_length=200, blank=True)
    # The default is the database's too: bulk loads name the columns they fill.
    telling = models.BooleanField(default=False, db_default=False)
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("name"), name="agency_names_differ"),
            models.CheckConstraint(
                name="agency_closes_after_it_opens",
                condition=Q(closed_at=None) | Q(closed_at__gte=F("opened_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
@labelled(
    **PUBLIC,
    expires="ends when the agency leaves the locality",
    erased="not personal",
    nothing_personal="id agency locality since until version",
)
class LocalityMembership(models.Model):
    """An agency working in a locality. That it is shared with there is its standing (S12)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="localities")
    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="agencies")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "locality"],
                condition=Q(until=None),
                name="agency_is_in_a_locality_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency_id} in {self.locality_id}"


@tracked()
@labelled(
    **PUBLIC,
    expires="left_at ends all access that moment",
    erased="kept as long as the families' records they wrote",
    nothing_personal="id account agency locality role_title joined_at left_at version",
    identity="name phone email",
)
class Practitioner(models.Model):
    """A person in one agency who signs in. Somebody who changes agency is a new practitioner."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="practitioners"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="practitioners")
    locality = models.ForeignKey(Locality, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    role_title = models.CharField(max_length=120)
    phone = models.CharField(max_length=40)
    email = models.EmailField()
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["agency", "left_at"], name="practitioners_of_an_agency")]
        constraints = [
            models.UniqueConstraint(
                fields=["account", "agency"],
                condition=Q(left_at=None),
                name="practitioner_is_in_an_agency_once",
            ),
            models.CheckConstraint(
                name="practitioner_leaves_after_joining",
                condition=Q(left_at=None) | Q(left_at__gte=F("joined_at")),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
@labelled(
    **PUBLIC,
    expires="until ends it",
    erased="with the practitioner",
    nothing_personal="id practitioner code locality since until granted_by version",
)
class RoleGrant(models.Model):
    """A role a practitioner holds, in one locality or (locality empty) everywhere."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="roles")
    code = models.CharField(max_length=40, choices=Code.choices)
    locality = models.ForeignKey(
        Locality, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    granted_by = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practitioner", "code", "locality"],
                condition=Q(until=None),
                nulls_distinct=False,
                name="role_is_held_once",
            ),
            models.CheckConstraint(
                name="role_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
            models.CheckConstraint(
                name="coordinator_belongs_to_a_locality",
                condition=~Q(code="coordinator") | Q(locality__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.practitioner_id}"


@labelled(
    **PUBLIC,
    expires="kept",
    erased="not personal",
    nothing_personal="id locality label number hint position version",
)
class HelpNumber(models.Model):
    """One line of "Worried that a child or adult is not safe?" (S32): the authority's to edit."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    locality = models.ForeignKey(
        Locality, on_delete=models.PROTECT, null=True, blank=True, related_name="help_numbers"
    )
    label = models.CharField(max_length=120)
    number = models.CharField(max_length=40)
    hint = models.CharField(max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.label}: {self.number}"
