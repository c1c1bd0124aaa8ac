"""What every page of answers has beside its answers.

Not unique for a person: a page that is kept from somebody is not there for them (S19), so what
they write then is a page of its own, and a refused one would tell that there is another.
"""

from django.db import models

from hub.families.models import FamilyRow

ROWS = {
    "merge": "stays in its own file, each with its own sight",
    "expires": "with the family's file",
    "erased": "with the family's file, history too",
}


class Answers(FamilyRow):
    """A part of "About my family" as it was saved last."""

    told_on = models.DateField(null=True, blank=True)
    finished = models.BooleanField(default=False)
    saved_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    saved_at = models.DateTimeField()

    class Meta:
        abstract = True


class PersonAnswers(Answers):
    """A part about one member."""

    person = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        abstract = True


class OwnAnswers(PersonAnswers):
    """A part that is somebody's own. It starts with them and who leads; the team, the other adults
    and everybody in the family are one choice each (S4)."""

    with_team = models.BooleanField(default=False)
    with_adults = models.BooleanField(default=False)
    with_family = models.BooleanField(default=False)

    class Meta:
        abstract = True
