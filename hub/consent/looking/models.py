"""Something to look at again, and what was found then."""

from django.db import models
from django.db.models import Q

from hub.families.models import FamilyRow
from hub.kernel.history import tracked
from hub.kernel.labels import labelled


@tracked()
@labelled(
    level="record, since what is to be looked at is for who leads",
    held_back="by its id, and with the person",
    merge="stays in its own file, each with its own sight",
    expires="with the family's file",
    erased="with the family's file, history too",
    nothing_personal="id family version kind due_on made_by made_at done_by done_at",
    identity="person",
    sensitive="found",
)
class LookAgain(FamilyRow):
    """One question that comes back on a day. Answered once; put off, it is a new one."""

    person = models.ForeignKey(
        "families.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    kind = models.CharField(max_length=20)
    due_on = models.DateField()
    made_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    found = models.TextField(max_length=1000, blank=True)

    class Meta:
        app_label = "consent"
        indexes = [models.Index(fields=["family", "due_on"], name="to_look_at_in_a_family")]
        constraints = [
            models.CheckConstraint(
                name="who_looked_says_what_they_found",
                condition=Q(done_at=None, done_by=None, found="")
                | Q(done_at__isnull=False, done_by__isnull=False) & ~Q(found=""),
            )
        ]
