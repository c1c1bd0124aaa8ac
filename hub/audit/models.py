"""The journal's two tables. Nobody reads or writes them but through the functions that
migrations/sql.py makes; the models are here so that the tables have one definition."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from hub.kernel.labels import labelled

# A code: what events, purposes, job names and references to rows are made of. Never a sentence.
CODE = r"^[a-z0-9_.-]{1,60}$"


class ChainKind(models.TextChoices):
    """Whose chain it is."""

    FAMILY = "family"
    PRACTITIONER = "practitioner"
    MEMBER = "member"
    JOB = "job"


@labelled(
    level="none: closed to every role; the door's functions read and move it",
    held_back="never: it says only how long a chain is",
    merge="stays in its own file, each with its own sight",
    expires="with the journal, by whole years, under the authority's own period",
    erased="never: it holds ids only, and verification has to survive erasure (S33)",
    nothing_personal="pk kind id last_number last_hash moved_by",
)
class Chain(models.Model):
    """The head of one chain. Its row's lock is what numbers a line."""

    pk = models.CompositePrimaryKey("kind", "id")
    kind = models.TextField(choices=ChainKind.choices)
    id = models.BigIntegerField()
    last_number = models.BigIntegerField(default=0)
    last_hash = models.BinaryField(default=b"")
    # The transaction that moved the head, so that sealing finds what moved since the last seal.
    moved_by = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="chain_is_of_a_known_kind", condition=Q(kind__in=ChainKind.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


@labelled(
    level="none: closed to every role; who has looked is read through the door's functions (S30)",
    held_back="never: it holds ids and codes only",
    merge="stays in its own file, each with its own sight",
    expires="by whole years, under the authority's own period",
    erased="never: it holds ids only, and verification has to survive erasure (S33)",
    nothing_personal=(
        "pk chain_kind chain_id number at event actor_kind actor_id job agency_id family_id "
        "families purpose refs prev_hash hash"
    ),
)
class Entry(models.Model):
    """One line of the journal. It can be added and read, never changed."""

    pk = models.CompositePrimaryKey("chain_kind", "chain_id", "number")
    chain_kind = models.TextField(choices=ChainKind.choices)
    chain_id = models.BigIntegerField()
    number = models.BigIntegerField()
    at = models.DateTimeField()
    event = models.TextField()
    actor_kind = models.TextField()
    actor_id = models.BigIntegerField()
    job = models.TextField(default="", blank=True)
    agency_id = models.BigIntegerField(null=True)
    family_id = models.BigIntegerField(null=True)
    # A line about a list names every family that was on the page.
    families = ArrayField(models.BigIntegerField(), default=list)
    purpose = models.TextField(default="", blank=True)
    refs = models.JSONField(default=dict)
    prev_hash = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            models.Index(fields=["actor_kind", "actor_id", "at"], name="entry_by_actor"),
            GinIndex(fields=["families"], name="entry_by_listed", condition=~Q(families=[])),
        ]
        constraints = [
            models.CheckConstraint(
                name="entry_of_a_family_is_in_its_chain",
                condition=Q(chain_kind="family", family_id=F("chain_id"))
                | (~Q(chain_kind="family") & Q(family_id=None)),
            ),
            models.CheckConstraint(
                name="entry_holds_codes_and_no_text",
                condition=Q(event__regex=CODE)
                & Q(actor_kind__regex=CODE)
                & (Q(job="") | Q(job__regex=CODE))
                & (Q(purpose="") | Q(purpose__regex=CODE)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chain_kind} {self.chain_id} line {self.number}"
