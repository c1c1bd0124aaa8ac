"""Merges of two files. Merging moves no row: the file that goes on and the one that is closed stay
what they are, each with its own agreements and its own sight.

A row names two families. Only who has both open sees it (S19): `both_open` in the migration."""

from typing import Final

from django.db import models
from django.db.models import F, Q

from hub.families.models import FamilyRow, Membership, window
from hub.kernel.history import tracked
from hub.kernel.labels import labelled

ROWS: Final = {
    "held_back": "not alone: seen only by who has both families open",
    "merge": "written by merging itself, and kept when it is undone",
    "expires": "with the family's file",
    "erased": "with the first of the two families' files, history too",
}


def _by(*, blank: bool = True) -> "models.ForeignKey[models.Model | None, models.Model | None]":
    return models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=blank,
        blank=blank,
        related_name="+",
        db_index=False,
    )


def _other() -> "models.ForeignKey[models.Model, models.Model]":
    return models.ForeignKey(
        "families.Family", on_delete=models.PROTECT, related_name="+", db_index=False
    )


@tracked()
@labelled(
    level="signpost, of both families",
    **ROWS,
    nothing_personal="id family kept version proposed_by proposed_at kept_yes_by kept_yes_at "
    "gone_yes_by gone_yes_at merged_by merged_at plan ended_by until_at",
    sensitive="because why_ended",
)
class Merge(FamilyRow):
    """That `family` is the same as `kept`, which goes on. `plan` is the open plan closed with it,
    by its id."""

    kept = _other()
    because = models.CharField(max_length=500)
    proposed_by = _by(blank=False)
    proposed_at = models.DateTimeField()
    kept_yes_by = _by()
    kept_yes_at = models.DateTimeField(null=True, blank=True)
    gone_yes_by = _by()
    gone_yes_at = models.DateTimeField(null=True, blank=True)
    merged_by = _by()
    merged_at = models.DateTimeField(null=True, blank=True)
    plan = models.BigIntegerField(null=True, blank=True)
    ended_by = _by()
    until_at = models.DateTimeField(null=True, blank=True)
    why_ended = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["family", "until_at"], name="merges_of_a_family"),
            models.Index(fields=["kept", "until_at"], name="merges_into_a_family"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family"], condition=Q(until_at=None), name="a_family_merges_once"
            ),
            models.CheckConstraint(
                name="a_family_merges_with_another", condition=~Q(family=F("kept"))
            ),
            models.CheckConstraint(
                name="merged_after_both_said_yes",
                condition=Q(merged_at=None)
                | Q(kept_yes_at__isnull=False, gone_yes_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_merge_ends_after_it_begins",
                condition=Q(until_at=None) | Q(until_at__gte=F("proposed_at")),
            ),
        ]


@tracked()
@labelled(
    level="summary, and the other family's signpost",
    **ROWS | {"held_back": "with the member who was asked"},
    nothing_personal="id family other version merge said_yes asked_on asked_by asked_at",
    identity="member",
)
class AdultAsked(FamilyRow):
    """What an adult of `family` said to the merge, asked alone (S15, S21)."""

    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="+", db_index=False)
    other = _other()
    member = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    said_yes = models.BooleanField()
    asked_on = models.DateField()
    asked_by = _by(blank=False)
    asked_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "adults asked"
        indexes = [models.Index(fields=["family", "merge"], name="adults_asked_of_a_merge")]


@tracked()
@labelled(
    level="summary, of both families",
    **ROWS,
    nothing_personal="id family other version said_by from_at ended_by until_at",
    sensitive="because",
)
class NotSame(FamilyRow):
    """That two files are not one family's. `family` is the one with the lower number."""

    other = _other()
    because = models.CharField(max_length=500)
    said_by = _by(blank=False)
    from_at = models.DateTimeField()
    ended_by = _by()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "not the same"
        indexes = [models.Index(fields=["family", "other"], name="not_the_same_as")]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "other"], condition=Q(until_at=None), name="not_the_same_once"
            ),
            models.CheckConstraint(
                name="not_the_same_in_order", condition=Q(family__lt=F("other"))
            ),
            window("not_the_same_ends_after_it_begins"),
        ]


@tracked()
@labelled(
    level="summary, of both families",
    **ROWS
    | {
        "held_back": "with the child, in either of the two files",
        "merge": "stays in its own file, each with its own sight",
    },
    nothing_personal="id family other not_same version",
    identity="member same",
)
class SharedChild(FamilyRow):
    """A child with a home in two families: `member` of `family` is `same` of `other`.

    It links the two files and joins neither (S21): who sees both is shown the way from one to the
    other. It is there as long as it is said that they are two families (`not_same`)."""

    other = _other()
    not_same = models.ForeignKey(
        NotSame, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    member = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    same = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        verbose_name_plural = "shared children"
        indexes = [
            models.Index(fields=["family"], name="shared_children_of_a_family"),
            models.Index(fields=["other"], name="shared_children_of_another"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "not_same", "member"], name="a_child_is_shared_once"
            ),
            models.UniqueConstraint(
                fields=["family", "not_same", "same"], name="one_child_is_the_same"
            ),
            models.CheckConstraint(
                name="shared_children_in_order", condition=Q(family__lt=F("other"))
            ),
        ]
