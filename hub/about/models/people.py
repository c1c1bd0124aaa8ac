"""Parts about one member, for everybody who works with them (summary), and what they said alone."""

from django.db import models

from hub.about.models.rows import ROWS, PersonAnswers
from hub.kernel.history import tracked
from hub.kernel.labels import labelled

RATHER_NOT = ("rather_not", "Would rather not say")
YES_NO = [("yes", "Yes"), ("no", "No"), RATHER_NOT]


@tracked()
@labelled(
    level="summary",
    held_back="by its id, and with the member",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    sensitive="languages interpreter interpreter_words ways ways_words",
)
class Language(PersonAnswers):
    """Languages, whether an interpreter is needed, and what it takes to take part (2.68, 2.168)."""

    languages = models.CharField(max_length=300, blank=True)
    interpreter = models.CharField(max_length=10, choices=YES_NO, blank=True)
    interpreter_words = models.CharField(max_length=500, blank=True)
    ways = models.JSONField(default=list)
    ways_words = models.TextField(max_length=2000, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "person"], name="languages_of_a_family")]


@tracked()
@labelled(
    level="summary",
    held_back="by its id, and with the member; school and doctor tell a place (S3)",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    place="school doctor visitor others",
)
class Helpers(PersonAnswers):
    """Who already helps: school or nursery, doctor, health visitor, others, as told (3.2)."""

    school = models.CharField(max_length=300, blank=True)
    doctor = models.CharField(max_length=300, blank=True)
    visitor = models.CharField(max_length=300, blank=True)
    others = models.TextField(max_length=2000, blank=True)

    class Meta:
        verbose_name_plural = "helpers"
        indexes = [models.Index(fields=["family", "person"], name="helpers_of_a_family")]


@labelled(
    level="none: the answers of a standard question, the same for everybody",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="kept",
    erased="not personal",
    nothing_personal="code kind words position dfe ons nhs",
)
class Ethnicity(models.Model):
    """An answer to the standard question, with what other systems call it ("" where no one code
    of theirs says the same)."""

    code = models.SlugField(primary_key=True, max_length=40)
    kind = models.CharField(max_length=80)
    words = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    dfe = models.CharField(max_length=4, blank=True)
    ons = models.CharField(max_length=2, blank=True)
    nhs = models.CharField(max_length=2, blank=True)

    class Meta:
        verbose_name_plural = "ethnicities"

    def __str__(self) -> str:
        return self.words


@tracked()
@labelled(
    level="record",
    held_back="by its id, and with the member",
    **ROWS,
    nothing_personal="id family version told_on finished saved_by saved_at",
    identity="person",
    sensitive="interpreted_by safe words reach",
)
class AskedAlone(PersonAnswers):
    """What an adult said of being safe, with nobody else there but who interpreted (S15, S16)."""

    class Safe(models.TextChoices):
        YES = "yes", "Yes, they feel safe"
        NO = "no", "No, or not always"
        RATHER_NOT = RATHER_NOT

    interpreted_by = models.CharField(max_length=200, blank=True)
    safe = models.CharField(max_length=10, choices=Safe.choices, blank=True)
    words = models.TextField(max_length=4000, blank=True)
    reach = models.TextField(max_length=2000, blank=True)

    class Meta:
        verbose_name_plural = "asked alone"
        indexes = [models.Index(fields=["family", "person"], name="asked_alone_in_a_family")]
