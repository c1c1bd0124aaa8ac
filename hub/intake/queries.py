"""Reads of drafts: the actor's own, nobody else's."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

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


def drafts_of(actor: Actor, *, now: datetime) -> list[OpenDraft]:
    """What this practitioner began and has not finished, newest first."""
    rows = Draft.objects.filter(practitioner=actor.id, touched_at__gt=now - rules.DRAFT_KEPT)
    return [_open(row) for row in rows.order_by("-touched_at", "pk")]


def draft(actor: Actor, pk: int, *, now: datetime) -> OpenDraft:
    """One of this practitioner's own drafts. Raises NotInYourFiles when not theirs, or run out."""
    rows = Draft.objects.filter(practitioner=actor.id, touched_at__gt=now - rules.DRAFT_KEPT)
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotInYourFiles("draft")
    return _open(found)


def _open(row: Draft) -> OpenDraft:
    return OpenDraft(
        row.pk, row.typed, row.version, row.touched_at, rules.draft_ends(row.touched_at)
    )
