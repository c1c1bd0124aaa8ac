"""Reads of drafts: the actor's own, nobody else's."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from hub.intake import rules
from hub.intake.models import Draft
from hub.kernel.files import Actor, NotInYourFiles


@dataclass(frozen=True)
class OpenDraft:
    """A form somebody began: what was typed, when, and when it will be deleted."""

    id: int
    typed: dict[str, Any]
    version: int
    touched_at: datetime
    ends_at: datetime


def drafts_of(actor: Actor, *, practice: bool = False, now: datetime) -> list[OpenDraft]:
    """What this practitioner began and has not finished, newest first; or their practice."""
    return [_open(row) for row in _own(actor, practice, now).order_by("-touched_at", "pk")]


def draft(actor: Actor, pk: int, *, practice: bool = False, now: datetime) -> OpenDraft:
    """One of this practitioner's own drafts. Raises NotInYourFiles when not theirs, or run out, or
    practice where a family is meant, or the other way about."""
    found = _own(actor, practice, now).filter(pk=pk).first()
    if found is None:
        raise NotInYourFiles("draft")
    return _open(found)


def _own(actor: Actor, practice: bool, now: datetime) -> QuerySet[Draft]:
    kept = rules.PRACTICE_KEPT if practice else rules.DRAFT_KEPT
    rows = Draft.objects.filter(practitioner=actor.id, practice=practice)
    return rows.filter(touched_at__gt=now - kept)


def _open(row: Draft) -> OpenDraft:
    ends_at = rules.draft_ends(row.touched_at, practice=row.practice)
    return OpenDraft(row.pk, row.typed, row.version, row.touched_at, ends_at)
