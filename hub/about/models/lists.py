"""Lists that every family is asked from, and that the authority can add to."""

from django.db import models

from hub.kernel.labels import labelled

LIST = {
    "level": "none: a list to choose from, the same for everybody",
    "held_back": "never: holds no fact of a family",
    "merge": "not merged",
    "expires": "kept",
    "erased": "not personal",
}


@labelled(**LIST, nothing_personal="code words position")
class Headline(models.Model):
    """One of the outcomes that help for families is counted by (standards 5.3)."""

    code = models.SlugField(primary_key=True, max_length=40)
    words = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return self.words


@labelled(**LIST, nothing_personal="code words position headlines added_at ended_at")
class Situation(models.Model):
    """Something that may be going on in a family, why a plan may be worth it (2.48).

    `headlines` are codes of those it is counted under to begin with. One that was `ended_at` is
    not offered any more, and stays where it was chosen.
    """

    code = models.SlugField(primary_key=True, max_length=40)
    words = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    headlines = models.JSONField(default=list)
    added_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.words
