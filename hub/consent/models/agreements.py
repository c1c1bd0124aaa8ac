"""Agreement and what is held back. Their windows are written once and ended once, so that a past
day can be decided again (S34)."""

import pgtrigger
from django.db import models
from django.db.models import Q

from hub.consent.force import ends
from hub.consent.models.purposes import kept_by_administrators
from hub.families.models import FamilyRow, window
from hub.kernel.history import tracked
from hub.kernel.ids import random_id
from hub.kernel.labels import labelled

ROWS = {
    "merge": "stays in its own file, each with its own sight",
    "expires": "until_at ends it",
    "erased": "with the family's file, history too",
}


class Scope(models.TextChoices):
    """What a yes is to. Record and keep are two questions; without both there is no record.
    Service is apart from them: that somebody works with the family at all (2.98)."""

    SERVICE = "service", "Work together"
    RECORD = "record", "Write it down"
    KEEP = "keep", "Keep it"
    SHARE = "share", "Let an agency know"


class Reach(models.IntegerChoices):
    """How much a yes to sharing lets reach an agency: its staff see no more, whatever is recorded
    of them."""

    SIGNPOST = 1, "That the family is known here, and who leads"
    SUMMARY = 2, "The registration too"
    PLAN = 3, "The plan too"


class ReadBy(models.TextChoices):
    """How the words reached who said yes: never by a child or the partner (S16)."""

    THEMSELVES = "self", "They read it themselves"
    PRACTITIONER = "practitioner", "I read it out to them"
    INTERPRETER = "interpreter", "An interpreter or translator"
    COLLEAGUE = "colleague", "A colleague who speaks their language"
    CHOSEN = "chosen", "Another adult they chose: not their partner"


class Basis(models.TextChoices):
    """Why this person may agree (2.85, 2.86)."""

    ADULT = "adult", "An adult, for themselves and the family"
    RESPONSIBLE = "responsible", "Has parental responsibility"
    YOUNG_PERSON = "young_person", "16 or 17: agrees for themselves"
    COMPETENT = "competent", "12 to 15: judged to understand this decision"
    CARER = "carer", "Carer, since nobody with parental responsibility is reached"
    BEST_INTERESTS = "best_interests", "Cannot decide this: a yes in their best interests"


@labelled(
    level="none: the authority's own wording",
    held_back="never: holds no fact of a family",
    merge="not merged",
    expires="kept while an agreement names it",
    erased="not personal",
    nothing_personal="id language text published_at checked_by",
)
class Wording(models.Model):
    """The words of one version. A language is used only when a person checked it (S16)."""

    id = models.BigIntegerField(primary_key=True, default=random_id, editable=False)
    language = models.CharField(max_length=10, default="en")
    text = models.TextField()
    published_at = models.DateTimeField()
    checked_by = models.CharField(max_length=120)

    class Meta:
        triggers = [kept_by_administrators()]

    def __str__(self) -> str:
        return f"wording {self.pk}"


@tracked()
@labelled(
    level="record",
    held_back="by its id; always from the young person's parents (S6)",
    **ROWS,
    nothing_personal="id family version judged_by judged_at again_on",
    identity="person",
    sensitive="decision understands parent_needed because encouraged",
)
class Judgement(FamilyRow):
    """Whether a young person understands one decision, and whether a parent is needed too; what
    was done to encourage them to involve one (2.87), and when it is looked at again (2.84)."""

    person = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    understands = models.BooleanField()
    parent_needed = models.BooleanField()
    because = models.TextField(max_length=1000)
    # The defaults are the database's too: bulk loads name the columns they fill.
    decision = models.CharField(max_length=300, blank=True, default="", db_default="")
    encouraged = models.TextField(max_length=1000, blank=True, default="", db_default="")
    again_on = models.DateField(null=True, blank=True)
    judged_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    judged_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["family", "id"], name="judgements_of_a_family")]


@tracked()
@labelled(
    level="summary",
    held_back="by its id",
    **ROWS,
    nothing_personal="id family version scope agency wording basis judgement how taken_by from_at "
    "until_at ended_by recorded_at reach purpose read_by understood emergency sign_by",
    identity="given_by witness interpreter",
    sensitive="ended_because purpose_words language",
)
class Agreement(FamilyRow):
    """One yes of one person to one thing for one agency (C1).

    An `until_at` still to come, with nobody who ended it, is a day the family chose: the yes runs
    until then and ends by itself. How far a yes reaches, for what and in which language it was
    given is written once; another answer is another yes (2.74). `language` and `read_by` are empty
    where they were not asked.
    """

    class How(models.TextChoices):
        ON_SCREEN = "on_screen", "Signed on screen"
        PAPER = "paper", "Signed on paper"
        SPOKEN = "spoken", "Spoken, with a witness"
        REMOTE = "remote", "Spoken by telephone or video, while an emergency rule ran"

    class Ended(models.TextChoices):
        WITHDRAWN = "withdrawn", "The family stopped it"
        EXPIRED = "expired", "Its time ran out"
        REPLACED = "replaced", "A newer one took its place"
        DIED = "died", "Who gave it died"

    # Only where `queries.agreements_in` reads it: whether it reaches its agency (S12).
    counts: bool | None

    given_by = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    scope = models.CharField(max_length=10, choices=Scope.choices)
    agency = models.ForeignKey(
        "agencies.Agency", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    wording = models.ForeignKey(Wording, on_delete=models.PROTECT, related_name="+", db_index=False)
    basis = models.CharField(max_length=20, choices=Basis.choices)
    judgement = models.ForeignKey(
        Judgement, on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )
    how = models.CharField(max_length=10, choices=How.choices)
    witness = models.CharField(max_length=120, blank=True)
    taken_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    recorded_at = models.DateTimeField()
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "agencies.Practitioner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    ended_because = models.CharField(max_length=10, choices=Ended.choices, blank=True)
    reach = models.PositiveSmallIntegerField(choices=Reach.choices, default=Reach.PLAN)
    purpose = models.ForeignKey(
        "consent.Purpose",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    purpose_words = models.CharField(max_length=300, blank=True, default="")
    language = models.CharField(max_length=10, blank=True, default="")
    read_by = models.CharField(max_length=20, choices=ReadBy.choices, blank=True, default="")
    interpreter = models.CharField(max_length=120, blank=True, default="")
    understood = models.BooleanField(default=False)
    emergency = models.ForeignKey(
        "consent.EmergencyRule",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    sign_by = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            # Those in force lie together: what a family stopped long ago is not read again.
            models.Index("family", ends(), name="yeses_in_force_of_a_family"),
            models.Index(fields=["agency", "family"], name="agreements_for_an_agency"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "given_by", "scope", "agency"],
                condition=Q(until_at=None),
                name="one_yes_a_person_and_agency_at_a_time",
            ),
            models.CheckConstraint(
                name="a_competent_young_persons_yes_has_its_judgement",
                condition=~Q(basis="competent") | Q(judgement__isnull=False),
            ),
            models.CheckConstraint(
                name="a_spoken_yes_has_a_witness", condition=~Q(how="spoken") | ~Q(witness="")
            ),
            models.CheckConstraint(
                name="a_yes_by_telephone_alone_rests_on_an_emergency_rule",
                condition=~Q(how="remote") | Q(emergency__isnull=False),
            ),
            models.CheckConstraint(
                name="an_emergency_rule_says_when_a_yes_is_signed",
                condition=Q(emergency=None, sign_by=None)
                | Q(emergency__isnull=False, sign_by__isnull=False),
            ),
            models.CheckConstraint(
                name="a_yes_reaches_what_there_is", condition=Q(reach__in=Reach.values)
            ),
            window("agreement_ends_after_it_begins"),
        ]
        triggers = [
            pgtrigger.ReadOnly(
                name="a_yes_is_never_rewritten",
                fields=[
                    *("family", "given_by", "scope", "agency", "wording", "basis", "from_at"),
                    *("reach", "purpose", "purpose_words", "language", "read_by", "interpreter"),
                    *("understood", "emergency", "sign_by"),
                ],
            )
        ]


class Kept(models.TextChoices):
    """From whom something is kept."""

    PRACTITIONER = "practitioner", "One practitioner"
    AGENCY = "agency", "Everybody in one agency"
    PERSON = "person", "A member of the family"


@tracked()
@labelled(
    level="record",
    held_back="always from those it keeps things from",
    **ROWS,
    nothing_personal="id family version item_kind item kept_from kept_from_id set_by from_at "
    "until_at",
    identity="asked_by",
)
class Restriction(FamilyRow):
    """Held back: one item, or (item empty) the whole family, from one person or agency (2.81).

    The item may be the family's own id: where it is, in whatever row, also one that comes later.
    """

    item_kind = models.CharField(max_length=40, blank=True)
    item = models.BigIntegerField(null=True, blank=True)
    kept_from = models.CharField(max_length=20, choices=Kept.choices)
    kept_from_id = models.BigIntegerField()
    asked_by = models.ForeignKey(
        "families.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,
    )
    set_by = models.ForeignKey(
        "agencies.Practitioner", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["family", "kept_from_id"], name="kept_back_in_a_family")]
        constraints = [
            models.CheckConstraint(
                name="a_restriction_names_its_item_wholly",
                condition=Q(item=None, item_kind="") | Q(item__isnull=False) & ~Q(item_kind=""),
            ),
            window("restriction_ends_after_it_begins"),
        ]
