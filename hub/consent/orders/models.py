"""Court orders in a family's file: that there is one, who saw it, and what it does. The paper
itself is never kept or passed on (S9)."""

from django.db import models
from django.db.models import Q

from hub.families.models import ROWS, FamilyRow, window
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled


@labelled(
    level="none: the kinds of orders there are, the same for everybody",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="kept",
    erased="not personal",
    nothing_personal="code words about position proposes",
)
class OrderKind(models.Model):
    """A kind of court order, and what it usually does: proposed, never taken as given."""

    code = models.SlugField(primary_key=True, max_length=40)
    words = models.CharField(max_length=120)
    about = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    proposes = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.words


def _person() -> "models.ForeignKey[models.Model | None, models.Model | None]":
    return models.ForeignKey(
        "families.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )


@tracked()
@labelled(
    level="record, since an order is for who leads and what it does for the team",
    held_back="by its id, and with its people; from whom it binds unless telling is safe",
    **ROWS,
    nothing_personal="id family version recorded_by from_at until_at",
    identity="person person_name other seen_by",
    sensitive="kind authority court made_on from_on until_on seen_on ended_because",
)
class CourtOrder(FamilyRow):
    """One order. `person` (or by name who is not in the family) is bound by it, `other` favoured;
    `from_at` and `until_at` say how long it counted here."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    kind = models.ForeignKey(OrderKind, on_delete=models.PROTECT, related_name="+", db_index=False)
    person = _person()
    person_name = models.CharField(max_length=200, blank=True)
    other = _person()
    authority = models.CharField(max_length=200, blank=True)
    court = models.CharField(max_length=200, blank=True)
    made_on = models.DateField(null=True, blank=True)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    seen_by = models.CharField(max_length=200, blank=True)
    seen_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=500, blank=True)

    class Meta:
        app_label = "consent"
        indexes = [models.Index(fields=["family", "id"], name="orders_of_a_family")]
        constraints = [
            models.CheckConstraint(
                name="who_saw_an_order_says_when",
                condition=Q(seen_by="", seen_on=None) | ~Q(seen_by="") & Q(seen_on__isnull=False),
            ),
            window("order_ends_after_it_begins"),
        ]


@tracked()
@labelled(
    level="plan, since what an order does is for the team, without the order",
    held_back="by its id, with its order, and with the people it is about",
    **ROWS,
    nothing_personal="id family version order from_at until_at",
    identity="person person_name child",
    sensitive="effect authority",
)
class OrderEffect(FamilyRow):
    """One thing an order does, for one child (or for the family), until somebody ends it."""

    order = models.ForeignKey(
        CourtOrder, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    effect = models.CharField(max_length=20)
    child = _person()
    person = _person()
    person_name = models.CharField(max_length=200, blank=True)
    authority = models.CharField(max_length=200, blank=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "consent"
        indexes = [models.Index(fields=["family", "order"], name="effects_in_a_family")]
        constraints = [window("effect_ends_after_it_begins")]
