"""The index: entries, the keys they are found by, how common names are, and probable duplicates.

All of it is made of what other tables hold and can be made again from them; so it has no history.
No page reads it: functions of the door search it and keep it.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

CLOSED = {
    "level": "none: no page reads it, only functions of the door search it",
    "held_back": "never: whether a hit may be told is decided by whoever searched (S18, S19)",
}


@labelled(
    **CLOSED,
    merge="stays in its own file, each with its own sight",
    expires="with the member it describes",
    erased="with the member it describes",
    nothing_personal="id number group",
    identity="person given_word surname_word keys",
    place="prepared",
)
class Entry(models.Model):
    """One person as one group's file describes them: only what searches compare."""

    id = models.BigIntegerField(primary_key=True, default=random_id)
    number = models.IntegerField()  # short, so that the keys are: counted by the database
    person = models.BigIntegerField()
    group = models.BigIntegerField(db_index=True)
    given_word = models.TextField()  # as they are counted
    surname_word = models.TextField()
    prepared = models.TextField()  # names, sounds, a date, a place (`rules.prepared`)
    keys = ArrayField(models.IntegerField())  # so that they are found again to be taken away

    class Meta:
        indexes = [models.Index(fields=["number"], name="matching_entry_by_number")]

    def __str__(self) -> str:
        return f"entry {self.pk}"


@labelled(
    **CLOSED,
    merge="stays in its own file, each with its own sight",
    expires="with its entry",
    erased="with its entry",
    nothing_personal="pk number",
    identity="key",
)
class Key(models.Model):
    """A key and the number of an entry with it; found by the index alone."""

    pk = models.CompositePrimaryKey("key", "number")
    key = models.IntegerField()
    number = models.IntegerField()

    def __str__(self) -> str:
        return f"key of entry number {self.number}"


@labelled(
    **CLOSED,
    merge="not merged",
    expires="replaced nightly",
    erased="with the next count; a name that fewer than five have is not in it",
    nothing_personal="pk comparison count",
    identity="word",
)
class Frequency(models.Model):
    """How many entries have a name; a snapshot, because counting at every save makes hot rows."""

    pk = models.CompositePrimaryKey("comparison", "word")
    comparison = models.TextField()
    word = models.TextField()
    count = models.IntegerField()

    def __str__(self) -> str:
        return f"frequency in {self.comparison}"


@labelled(
    **CLOSED,
    merge="stays in its own file, each with its own sight",
    expires="with either entry",
    erased="with either entry",
    nothing_personal="pk left_entry right_entry left_person right_person left_group right_group"
    " probability found_at",
)
class Pair(models.Model):
    """Two entries of different groups that are probably one person, as the last review found."""

    pk = models.CompositePrimaryKey("left_entry", "right_entry")
    left_entry = models.BigIntegerField()
    right_entry = models.BigIntegerField(db_index=True)
    left_person = models.BigIntegerField()
    right_person = models.BigIntegerField()
    left_group = models.BigIntegerField()
    right_group = models.BigIntegerField()
    probability = models.FloatField()
    found_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(
                fields=["-probability", "left_entry", "right_entry"], name="matching_pair_likeliest"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(left_entry__lt=models.F("right_entry")),
                name="matching_pair_once",
            )
        ]

    def __str__(self) -> str:
        return f"entries {self.left_entry} and {self.right_entry}"


@labelled(
    **CLOSED,
    merge="stays in its own file, each with its own sight",
    expires="when its entry was looked at, or with it",
    erased="with its entry",
    nothing_personal="entry mark",
)
class Waiting(models.Model):
    """An entry that changed since it was last looked at for duplicates; the trigger writes it."""

    entry = models.BigIntegerField(primary_key=True)
    mark = models.BigIntegerField(db_index=True)  # counted by the database, anew at each change

    def __str__(self) -> str:
        return f"entry {self.entry}"
