"""Reads of the words families are asked with, for those who keep them or look after them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import QuerySet

from hub.consent.languages import ENGLISH, LANGUAGES, OWN_NAMES, SPOKEN, direction_of
from hub.consent.models import Purpose, Wording
from hub.consent.words import rules
from hub.database.kept import kept
from hub.kernel.files import Actor, NotInYourFiles

WRITTEN: Final = [code for code in LANGUAGES if code not in SPOKEN]


@dataclass(frozen=True)
class Purposes:
    """What a yes can be for, in the order it is asked, and what it could be for before."""

    in_force: list[Purpose]
    past: list[Purpose]


@dataclass(frozen=True)
class Language:
    """A language and the words there are in it, newest first. `used` are those families are asked
    with: None where there are none, or they are older than the newest English ones (S16)."""

    code: str
    versions: list[Wording]
    english: Wording | None

    @property
    def name(self) -> str:
        """Its English name."""
        return LANGUAGES[self.code]

    @property
    def own_name(self) -> str:
        """What it calls itself."""
        return OWN_NAMES[self.code]

    @property
    def direction(self) -> str:
        """Which way it is written: ltr, rtl or auto."""
        return direction_of(self.code)

    @property
    def translated(self) -> bool:
        """Whether its words are a translation."""
        return self.code != ENGLISH

    @property
    def newest(self) -> Wording | None:
        """The newest words a person has checked, in use or not."""
        return next((row for row in self.versions if row.checked_by), None)

    @property
    def used(self) -> Wording | None:
        """The words families are asked with."""
        since = self.english.published_at if self.english else None
        found = self.newest
        return found if found and rules.in_use(found.published_at, newest_english=since) else None

    @property
    def behind(self) -> bool:
        """Whether there are words, but none of the newest English ones."""
        return self.newest is not None and self.used is None


def purposes_for(actor: Actor, *, now: datetime) -> Purposes:
    """All purposes, those in force in their order, the past ones newest first. Raises
    NotInYourFiles for whoever may not read them."""
    _may_read(actor)
    rows = _all_purposes()
    over = [row for row in rows if row.until_at is not None and row.until_at <= now]
    return Purposes(
        in_force=[row for row in rows if row not in over],
        past=sorted(over, key=lambda row: (row.until_at, row.pk), reverse=True),
    )


def purpose_for(actor: Actor, purpose: int, *, now: datetime) -> Purpose:
    """One purpose in force. Raises NotInYourFiles where there is none."""
    for row in purposes_for(actor, now=now).in_force:
        if row.pk == purpose:
            return row
    raise NotInYourFiles


def languages_for(actor: Actor) -> list[Language]:
    """Every language that is written, English first, with all its words. Raises NotInYourFiles for
    whoever may not read them."""
    _may_read(actor)
    found: dict[str, list[Wording]] = {code: [] for code in WRITTEN}
    for row in _all_wordings():
        found.setdefault(row.language, []).append(row)
    english = next((row for row in found[ENGLISH] if row.checked_by), None)
    return [Language(code, found[code], english) for code in WRITTEN]


def language_for(actor: Actor, code: str) -> Language:
    """One language with all its words. Raises NotInYourFiles for one that nothing is written in."""
    for one in languages_for(actor):
        if one.code == code:
            return one
    raise NotInYourFiles


def _may_read(actor: Actor) -> None:
    if not rules.may_read(actor):
        raise NotInYourFiles


@kept
def _all_purposes() -> QuerySet[Purpose]:
    return Purpose.objects.order_by("position", "pk")


@kept
def _all_wordings() -> QuerySet[Wording]:
    return Wording.objects.order_by("-published_at", "-pk")
