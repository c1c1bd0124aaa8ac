"""Tables of how agencies answer for what they hold."""

from django.db import models

from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

OPEN = {
    "level": "none: how an agency answers to families is public",
    "held_back": "never: holds no fact of a family",
    "merge": "not merged",
    "expires": "kept while the agency is",
    "erased": "not personal",
}


@tracked()
@labelled(**OPEN, nothing_personal="id agency purpose basis because controller keeps version")
class AgencyBasis(models.Model):
    """On what an agency rests one purpose, who is answerable, and how long it keeps things."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="bases")
    purpose = models.CharField(max_length=20)
    basis = models.CharField(max_length=30)
    because = models.TextField(max_length=1000, blank=True)
    controller = models.CharField(max_length=200, blank=True)
    keeps = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "agencies"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "purpose"], name="agency_basis_is_stated_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.basis} of {self.agency_id}"


@tracked()
@labelled(
    **OPEN,
    nothing_personal="id agency contact complain_to notice version",
)
class AgencyStatement(models.Model):
    """Whom a family asks about what an agency holds, where it complains, where its notice is."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    agency = models.OneToOneField(
        "agencies.Agency", on_delete=models.PROTECT, related_name="statement"
    )
    contact = models.CharField(max_length=300, blank=True)
    complain_to = models.CharField(max_length=300, blank=True)
    notice = models.URLField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "agencies"

    def __str__(self) -> str:
        return f"statement of {self.agency_id}"
