"""What one person goes through, and whom in the family it makes a difference to (3.7)."""

from django.db import models
from django.db.models import F, Q

from hub.about.models.rows import ROWS
from hub.families.models import FamilyRow
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="record",
    held_back="by its id, and with either member",
    **ROWS,
    nothing_personal="id family version from_at until_at noted_by",
    identity="person other",
    sensitive="words",
)
class Effect(FamilyRow):
    """What `person` goes through makes a difference to `other`, and how, in words."""

    person = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    other = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    words = models.TextField(max_length=2000)
    noted_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "from_at"], name="who_affects_whom")]
        constraints = [
            models.CheckConstraint(
                name="an_effect_is_on_somebody_else", condition=~Q(person=F("other"))
            ),
            models.CheckConstraint(name="an_effect_has_words", condition=~Q(words="")),
            models.CheckConstraint(
                name="an_effect_ends_after_it_begins",
                condition=Q(until_at=None) | Q(until_at__gte=F("from_at")),
            ),
        ]
