"""What one person goes through makes a difference to another (3.7): for whoever leads, who decides
with the family what of it belongs in the plan. What somebody tells of themselves stays theirs (S4).
"""

from datetime import datetime

from django.db.models import QuerySet

from hub.about import rules
from hub.about.models import Effect
from hub.audit.change import change
from hub.audit.events import register
from hub.database.kept import kept
from hub.families import queries as families
from hub.kernel.files import FamilyFile, Level, NotInYourFiles

register("effect.noted", "wrote down that what one person goes through affects another")
register("effect.ended", "wrote down that it no longer affects them")


def effects_in(file: FamilyFile) -> list[Effect]:
    """What stands now, with `person` and `other`, oldest first. Only who leads sees any."""
    return _effects(file.family) if file.sees(Level.RECORD) else []


@kept
def _effects(family: int) -> QuerySet[Effect]:
    rows = Effect.objects.filter(family=family, until_at=None)
    return rows.select_related("person", "other").order_by("from_at", "pk")


@change("effect.noted")
def note_effect(file: FamilyFile, *, person: int, other: int, words: str, now: datetime) -> Effect:
    """Write down how what `person` goes through affects `other`. What was written of the two
    before is over. Raises NotInYourFiles, and NotAllowed with the rule's reason."""
    rules.may_note_effect(level=file.level, person=person, other=other, words=words).or_raise()
    for one in (person, other):
        families.member(file, one)
    for earlier in _of(file).filter(person=person, other=other):
        _end(earlier, now)
    row = Effect(
        family_id=file.family,
        person_id=person,
        other_id=other,
        words=words.strip(),
        noted_by_id=file.actor.id,
        from_at=now,
    )
    row.save(force_insert=True)
    return row


@change("effect.ended")
def end_effect(file: FamilyFile, pk: int, *, now: datetime) -> Effect:
    """It makes no difference any more, or never did. Raises NotInYourFiles."""
    row = _of(file).filter(pk=pk).first()
    if row is None or not file.sees(Level.RECORD):
        raise NotInYourFiles(file.reference)
    return _end(row, now)


def _of(file: FamilyFile) -> QuerySet[Effect]:
    return Effect.objects.select_for_update().filter(family=file.family, until_at=None)


def _end(row: Effect, now: datetime) -> Effect:
    row.until_at = now
    row.version += 1
    row.save(update_fields=["until_at", "version"])
    return row
