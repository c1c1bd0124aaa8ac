"""A child who looks after somebody: what they say of it, and what they need (3.4)."""

from django.db import models
from django.db.models import Q

from hub.about.models.people import YES_NO
from hub.about.models.rows import ROWS, OwnAnswers
from hub.kernel.history import tracked
from hub.kernel.labels import labelled

HOW = [
    ("fine", "Yes, this is fine"),
    ("needs", "No, something is needed"),
    ("not_asked", "Not asked"),
]


@tracked()
@labelled(
    level="summary, of who wrote it down alone",
    held_back="by its id, and with the member",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    sensitive="with_team with_adults with_family cares whom does costs wishes",
)
class ChildCares(OwnAnswers):
    """Whom a child looks after and how that is, in the child's words: theirs and who wrote them
    down, never anybody's by a choice here (S4)."""

    cares = models.CharField(max_length=10, choices=YES_NO, blank=True)
    whom = models.CharField(max_length=300, blank=True)
    does = models.TextField(max_length=4000, blank=True)
    costs = models.TextField(max_length=4000, blank=True)
    wishes = models.TextField(max_length=4000, blank=True)

    class Meta:
        verbose_name_plural = "children who care"
        indexes = [models.Index(fields=["family", "person"], name="children_care_in_a_family")]
        constraints = [
            models.CheckConstraint(
                name="what_a_child_said_of_caring_is_not_shared",
                condition=Q(with_team=False, with_adults=False, with_family=False),
            )
        ]


@tracked()
@labelled(
    level="summary, of who asked the child; plan, where it is shared with the team; else record",
    held_back="by its id, and with the member",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    sensitive="with_team with_adults with_family chances chances_doing thrive thrive_doing roles"
    " roles_doing school school_doing",
)
class YoungCarer(OwnAnswers):
    """What a child who looks after somebody needs, by the four aims of 3.4, and what is done."""

    chances = models.CharField(max_length=10, choices=HOW, blank=True)
    chances_doing = models.TextField(max_length=2000, blank=True)
    thrive = models.CharField(max_length=10, choices=HOW, blank=True)
    thrive_doing = models.TextField(max_length=2000, blank=True)
    roles = models.CharField(max_length=10, choices=HOW, blank=True)
    roles_doing = models.TextField(max_length=2000, blank=True)
    school = models.CharField(max_length=10, choices=HOW, blank=True)
    school_doing = models.TextField(max_length=2000, blank=True)

    class Meta:
        verbose_name_plural = "young carers"
        indexes = [models.Index(fields=["family", "person"], name="young_carers_of_a_family")]
