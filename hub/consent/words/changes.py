"""Changes of the words families are asked with. What somebody said yes to is never reworded."""

from datetime import datetime
from typing import Final

from django.db import connection

from hub.agencies.changes.rows import refused_by
from hub.audit.change import change
from hub.audit.events import register
from hub.consent.models import Purpose, Wording
from hub.consent.words import queries, rules
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.files import Actor, NotInYourFiles

register("purpose.added", "added to what a family's yes can be for")
register("purpose.ended", "took away something a family's yes could be for")
register("purpose.moved", "changed the order of what a family's yes can be for")
register("wording.published", "published words that families agree to")

# Published words are written once: pages have no right to lock their rows.
TAKE_TURNS: Final = "select pg_advisory_xact_lock(hashtextextended('consent_wording', 0))"


@change("purpose.added")
def add_purpose(actor: Actor, *, words: str, now: datetime) -> Purpose:
    """One more thing a yes can be for, last in the list. Raises NotAllowed with the rule's no."""
    there = _in_force()
    in_force = [row.words for row in there]
    rules.may_add_purpose(actor, words=words, in_force=in_force).or_raise()
    last = max((row.position for row in there), default=0)
    row = Purpose(words=words.strip(), position=last + 1, from_at=now)
    with refused_by("one_purpose_with_these_words", rules.THERE):
        row.save(force_insert=True)
    return row


@change("purpose.ended")
def end_purpose(actor: Actor, purpose: int, *, version: int, now: datetime) -> Purpose:
    """Take one off the list: nobody can choose it any more, and who chose it keeps it (2.74).

    Raises NotAllowed with the rule's no, Conflict where somebody else moved it meanwhile.
    """
    there = _in_force()
    row = _among(there, purpose)
    rules.may_end_purpose(
        actor, in_force=row in there, others=len(there) - (row in there)
    ).or_raise()
    stands = {"position": row.position}
    refuse_if_changed(stands=stands, wanted=stands, version=row.version, edited=version)
    row.until_at = max(now, row.from_at)
    row.version += 1
    row.save(update_fields=["until_at", "version"])
    return row


@change("purpose.moved")
def move_purpose(actor: Actor, purpose: int, *, up: bool, version: int) -> Purpose:
    """Put one a place up or down. Raises NotAllowed and Conflict as `end_purpose`."""
    there = _in_force()
    row = _among(there, purpose)
    place = there.index(row) if row in there else -1
    rules.may_move_purpose(
        actor, in_force=row in there, up=up, place=place, count=len(there)
    ).or_raise()
    stands = {"position": row.position}
    refuse_if_changed(stands=stands, wanted=stands, version=row.version, edited=version)
    there.insert(place + (-1 if up else 1), there.pop(place))
    for position, each in enumerate(there, start=1):
        if each.position != position:
            each.position, each.version = position, each.version + 1
            each.save(update_fields=["position", "version"])
    return row


@change("wording.published")
def publish(
    actor: Actor,
    language: str,
    *,
    text: str,
    checker: str,
    checker_is: str,
    same_as: int | None = None,
    version: int,
    now: datetime,
) -> Wording:
    """The next version of the words in a language. `same_as` is the English version a translation
    was checked against, `version` how many versions there were when it was written.

    Raises NotAllowed with the rule's no, Conflict where somebody published in between, and
    NotInYourFiles for a language that nothing is written in.
    """
    rules.may_change(actor).or_raise()
    with connection.cursor() as cursor:
        cursor.execute(TAKE_TURNS)
    held = queries.language_for(actor, language)
    english, newest = held.english, held.newest
    refuse_if_changed(
        stands={"text": newest.text if newest else ""},
        wanted={"text": text},
        version=len(held.versions),
        edited=version,
    )
    if held.translated:
        rules.may_translate(english=english.pk if english else None, same_as=same_as).or_raise()
    used = held.used.text if held.used else ""
    rules.are_words(text=text, checker=checker, checker_is=checker_is, used=used).or_raise()
    row = Wording(
        language=language,
        text=text.strip(),
        published_at=now,
        checked_by=rules.checked_by(checker, checker_is),
    )
    row.save(force_insert=True)
    return row


def _in_force() -> list[Purpose]:
    """The list as it stands, locked: whoever comes second sees what the first did, though it was
    a moment later than their own `now`."""
    found = list(Purpose.objects.filter(until_at=None).select_for_update().order_by("pk"))
    return sorted(found, key=lambda row: (row.position, row.pk))


def _among(there: list[Purpose], purpose: int) -> Purpose:
    row = next((row for row in there if row.pk == purpose), None)
    row = row or Purpose.objects.filter(pk=purpose).first()
    if row is None:
        raise NotInYourFiles
    return row
