"""What a yes says besides whose it is: how much, for what, until when, and how it was explained.

how much     a yes to sharing reaches the signpost, the registration or the plan, and no further
for what     one purpose; another purpose is another question (2.74)
until when   a day the family chooses, for sharing only; then it ends by itself
explained    read, translated or interpreted to who says yes, and said back; never by a child or
             their partner (S16, 2.68)
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from hub.consent.languages import name_of
from hub.kernel.clock import LONDON
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

LONGEST: Final = timedelta(days=731)
SOON: Final = timedelta(days=28)  # how long before its end a yes is shown as ending
BY_SOMEBODY: Final = ("interpreter", "colleague", "chosen")


@dataclass(frozen=True)
class Terms:
    """What a yes is limited to. `until_on` is the last day it holds; None for no end."""

    reach: int = Level.PLAN
    purpose: int | None = None
    purpose_words: str = ""
    until_on: date | None = None

    def columns(self) -> dict[str, Any]:
        """What a yes keeps of it, but for its end."""
        words = self.purpose_words.strip()
        return {"reach": int(self.reach), "purpose_id": self.purpose, "purpose_words": words}


@dataclass(frozen=True)
class Explained:
    """How the words reached whoever said yes: the language it was talked over in, who read it to
    them, and whether they said it back. Empty where it was not asked."""

    language: str = ""
    read_by: str = ""
    interpreter: str = ""
    understood: bool = False

    def columns(self) -> dict[str, Any]:
        """What a yes keeps of it."""
        return asdict(self) | {"interpreter": self.interpreter.strip()}


WHOLLY: Final = Terms()
NOT_ASKED: Final = Explained()


def end_of(day: date | None) -> datetime | None:
    """The moment at which a yes ends that holds until the end of a London day."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=LONDON)


def may_be_limited(terms: Terms, *, sharing: bool, today: date) -> Decision:
    """Whether a yes can be given with these limits."""
    if not sharing and (terms.reach != Level.PLAN or terms.until_on):
        return no("Only a yes to sharing can be for a part, or for a time.")
    if terms.reach not in (Level.SIGNPOST, Level.SUMMARY, Level.PLAN):
        return no("Choose what reaches the agency.")
    if terms.until_on is not None and terms.until_on < today:
        return no("The last day must be today or later.")
    if terms.until_on is not None and terms.until_on > today + LONGEST:
        return no("Choose a last day within two years, or none: they can stop at any time.")
    return YES


def was_explained(
    explained: Explained,
    *,
    wording_language: str,
    children: Collection[str],
    partners: Collection[str],
) -> Decision:
    """Whether the words reached whoever said yes in a way that counts (S16, 2.68).

    Takes the names of the family's children and of the signer's partners: neither interprets.
    """
    named = explained.interpreter.strip().casefold()
    if explained.read_by in BY_SOMEBODY and not named:
        return no("Enter the name of whoever read it to them.")
    if named and named in {name.casefold() for name in children}:
        return no("A child never reads or interprets this. Ask an interpreter, then ask again.")
    if named and named in {name.casefold() for name in partners}:
        return no("Their partner never interprets this. Ask an interpreter, then ask again.")
    other = explained.language and explained.language != wording_language
    if other and explained.read_by in ("", "self"):
        words = name_of(wording_language)
        return no(f"The words are in {words}. Say who put them into the other language.")
    if explained.read_by and not explained.understood:
        return no("Explain it until they can say it back to you. Then record the yes.")
    return YES


def may_change(*, in_force: bool, sharing: bool, differs: bool) -> Decision:
    """Whether one yes can be replaced by another that says more or less."""
    if not in_force:
        return no("This agreement had already ended.")
    if not sharing:
        return no("Only what an agency gets can be changed.")
    if not differs:
        return no("This is what the agency gets already. Change something, or go back.")
    return YES
