"""Parts that are somebody's own: theirs and the lead's, and whoever's they choose (S4)."""

from django.db import models
from django.db.models import Q

from hub.about.models.people import RATHER_NOT, YES_NO, Ethnicity
from hub.about.models.rows import ROWS, OwnAnswers
from hub.kernel.history import tracked
from hub.kernel.labels import labelled

SPEAKER = [("name", "With their name"), ("somebody", "As something somebody in the family said")]


@tracked()
@labelled(
    level="plan, where it is shared with the team; else record",
    held_back="by its id, and with the member",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    sensitive="with_team with_adults with_family ethnicity ethnicity_words gender pronouns faith",
)
class Background(OwnAnswers):
    """Ethnicity in the standard's codes; gender, faith and culture as people give them (3.30)."""

    class Gender(models.TextChoices):
        FEMALE = "female", "Female"
        MALE = "male", "Male"
        OWN_WORDS = "own_words", "In another way"
        RATHER_NOT = RATHER_NOT

    ethnicity = models.ForeignKey(
        Ethnicity, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    ethnicity_words = models.CharField(max_length=200, blank=True)
    gender = models.CharField(max_length=10, choices=Gender.choices, blank=True)
    pronouns = models.CharField(max_length=100, blank=True)
    faith = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "person"], name="backgrounds_of_a_family")]


@tracked()
@labelled(
    level="plan, where it is shared with the team; else record",
    held_back="by its id, and with the member",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    sensitive="with_team with_adults with_family conditions helps protects caring caring_words"
    " assessment assessment_on assessment_asked_on assessment_due_on assessment_words",
)
class Needs(OwnAnswers):
    """Disability and health in the standard's codes, what helps and what protects (3.29), caring
    for others, and the assessment that a carer, young or not, is offered: what became of it, when
    it was asked for, and the day by which it is to be done (3.3-3.5)."""

    class Assessment(models.TextChoices):
        NOT_OFFERED = "not_offered", "Not offered yet"
        WANTED = "wanted", "Offered, and they want it"
        ASKED = "asked", "They want it, and it was asked for"
        NOT_NOW = "not_now", "Offered, and not now"
        DONE = "done", "It was done"

    conditions = models.JSONField(default=list)
    helps = models.TextField(max_length=4000, blank=True)
    caring = models.CharField(max_length=10, choices=YES_NO, blank=True)
    caring_words = models.TextField(max_length=2000, blank=True)
    protects = models.TextField(max_length=4000, blank=True)
    assessment = models.CharField(max_length=20, choices=Assessment.choices, blank=True)
    assessment_on = models.DateField(null=True, blank=True)
    assessment_asked_on = models.DateField(null=True, blank=True)
    assessment_due_on = models.DateField(null=True, blank=True)
    assessment_words = models.TextField(max_length=2000, blank=True)

    class Meta:
        verbose_name_plural = "needs"
        indexes = [models.Index(fields=["family", "person"], name="needs_of_a_family")]


@tracked()
@labelled(
    level="plan, where it is shared with the team; else record",
    held_back="by its id, and with the member",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    sensitive="with_team with_adults with_family strengths wishes story offers speaker",
)
class OwnWords(OwnAnswers):
    """What an adult is good at, their story, what they want to say and what they offer the others,
    in their own words (3.2, 3.26, 3.31)."""

    strengths = models.TextField(max_length=4000, blank=True)
    story = models.TextField(max_length=4000, blank=True)
    wishes = models.TextField(max_length=4000, blank=True)
    offers = models.TextField(max_length=4000, blank=True)
    speaker = models.CharField(max_length=10, choices=SPEAKER, blank=True)

    class Meta:
        verbose_name_plural = "own words"
        indexes = [models.Index(fields=["family", "person"], name="own_words_of_a_family")]


@tracked()
@labelled(
    level="summary, of who wrote it down alone",
    held_back="by its id, and with the member",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    sensitive="with_team with_adults with_family words",
)
class ChildSaid(OwnAnswers):
    """What a child said: theirs and who wrote it down, never anybody's by a choice here. What may
    be told of it, the child says (ChildTold)."""

    words = models.TextField(max_length=4000, blank=True)

    class Meta:
        verbose_name_plural = "said by children"
        indexes = [models.Index(fields=["family", "person"], name="children_said_in_a_family")]
        constraints = [
            models.CheckConstraint(
                name="what_a_child_said_is_not_shared",
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
    sensitive="with_team with_adults with_family may told how by_whom speaker",
)
class ChildTold(OwnAnswers):
    """What a child who was asked says may be told of it, how and by whom."""

    class May(models.TextChoices):
        SOME = "some", "Yes, what stands below"
        NOTHING = "nothing", "No, nothing"

    may = models.CharField(max_length=10, choices=May.choices, blank=True)
    told = models.TextField(max_length=4000, blank=True)
    how = models.CharField(max_length=500, blank=True)
    by_whom = models.CharField(max_length=300, blank=True)
    speaker = models.CharField(max_length=10, choices=SPEAKER, blank=True)

    class Meta:
        verbose_name_plural = "told of children"
        indexes = [models.Index(fields=["family", "person"], name="told_of_children")]
        constraints = [
            models.CheckConstraint(
                name="only_what_a_child_lets_be_told_is_shared",
                condition=Q(may="some") | Q(with_team=False, with_adults=False, with_family=False),
            )
        ]
