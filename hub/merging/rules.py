"""Who may say that two files are one family's, who asks, who merges, and who undoes it (S21)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

BOTH: Final = "Only who sees both files can say that they are one family's."
WHO_PROPOSES: Final = (
    "The hub's coordinator, or whoever leads one of the two, proposes that files are merged."
)
WHOSE_YES: Final = "Whoever leads this family asks, and says yes for it."
HUBS_YES: Final = "Nobody leads this family, so the hub's coordinator asks, and says yes for it."
NOT_NOW: Final = (
    "These two files cannot be merged now. Ring the data protection officer if you think they "
    "should be."
)
MERGED: Final = "These files are merged already."
OVER: Final = "This was ended. Propose it again if it is right after all."
ALONE: Final = (
    "Ask each adult alone, with nobody else of the family there, and confirm that you did."
)
WHY: Final = "Enter why you think so."
WHICH_CHILD: Final = "Choose which child has a home in both families."
ONE_CHILD_EACH: Final = "A child can be the same as one child of the other family, not as two."


@dataclass(frozen=True)
class Reader:
    """Whoever acts, and one of the two files: how much they see, whether they lead, whether they
    coordinate its hub; and whether somebody leads it at all."""

    level: Level
    leads: bool = False
    coordinates: bool = False
    led: bool = True

    @property
    def speaks(self) -> bool:
        """Whether theirs is the yes for this family: the lead's; the hub's where nobody leads."""
        return self.leads or (self.coordinates and not self.led)


@dataclass(frozen=True)
class Stage:
    """How far a merge has come."""

    kept_yes: bool = False
    gone_yes: bool = False
    merged: bool = False
    ended: bool = False

    @property
    def word(self) -> str:
        """One word for it: proposed, agreed, merged or ended."""
        if self.ended:
            return "ended"
        if self.merged:
            return "merged"
        return "agreed" if self.kept_yes and self.gone_yes else "proposed"


def may_propose(kept: Reader, gone: Reader, *, because: str) -> Decision:
    """Whether somebody may propose that one file goes on and the other is closed."""
    if min(kept.level, gone.level) < Level.SIGNPOST:
        return no(BOTH)
    coordinates = kept.coordinates or gone.coordinates
    if not (coordinates or kept.leads or gone.leads):
        return no(WHO_PROPOSES)
    return YES if because.strip() else no(WHY)


def may_say_not_same(one: Reader, other: Reader, *, because: str) -> Decision:
    """Whether somebody may say, or take back, that two files are not one family's: the hub's
    coordinator, who sees the summary of both."""
    if min(one.level, other.level) < Level.SUMMARY or not (one.coordinates or other.coordinates):
        return no("The hub's coordinator, who sees both files, says so.")
    return YES if because.strip() else no(WHY)


def may_share(pairs: Iterable[tuple[int, int]]) -> Decision:
    """Whether children, each a member of one file and who they are in the other, may be said to
    have a home in both (S21)."""
    found = list(pairs)
    if not found:
        return no(WHICH_CHILD)
    once = all(len(set(side)) == len(found) for side in zip(*found, strict=True))
    return YES if once else no(ONE_CHILD_EACH)


def may_ask(reader: Reader, stage: Stage, *, alone: bool, asked_on: date, today: date) -> Decision:
    """Whether somebody may write down what an adult of one of the families said to it."""
    if not (going := _still_asked(stage)):
        return going
    if not reader.speaks:
        return no(WHOSE_YES if reader.led else HUBS_YES)
    if not alone:
        return no(ALONE)
    return YES if asked_on <= today else no("The day you asked must be today or in the past.")


def may_say_yes(
    reader: Reader, stage: Stage, *, said: bool, answers: Iterable[bool | None]
) -> Decision:
    """Whether somebody may say yes for one of the families: its lead, when each of its adults was
    asked alone and said yes. `said` is that it was said already; `answers` are its adults'."""
    if not (going := _still_asked(stage)):
        return going
    if not reader.speaks:
        return no(WHOSE_YES if reader.led else HUBS_YES)
    if said:
        return no("The yes for this family is written down already.")
    given = list(answers)
    if None in given:
        return no("Ask each adult alone first. Not everybody has been asked.")
    return YES if all(given) else no("One of the adults said no. The files stay as they are.")


def may_merge(
    kept: Reader,
    gone: Reader,
    stage: Stage,
    *,
    answers: Iterable[bool | None],
    stops: bool,
    everybody_asked: bool,
) -> Decision:
    """Whether somebody may merge: the hub's coordinator, after both yeses. `answers` are those of
    the adults they see. That the files must stay apart for somebody's safety (`stops`) is never
    said; nor that somebody whom they do not see was not asked."""
    if min(kept.level, gone.level) < Level.SIGNPOST:
        return no(BOTH)
    if not (kept.coordinates or gone.coordinates):
        return no("The hub's coordinator merges the files, when both families have said yes.")
    if not (going := _still_asked(stage)):
        return going
    if stage.word != "agreed":
        return no("Both families' leads have to say yes first.")
    if not all(answers):
        return no("Not every adult has said yes. Whoever leads their family asks them, alone.")
    return no(NOT_NOW) if stops or not everybody_asked else YES


def may_end(kept: Reader, gone: Reader, stage: Stage, *, because: str) -> Decision:
    """Whether somebody may undo a merge, or give up one that is not done: the hub's coordinator or
    either lead, at any time, saying why."""
    if min(kept.level, gone.level) < Level.SIGNPOST:
        return no(BOTH)
    if not (kept.coordinates or gone.coordinates or kept.leads or gone.leads):
        return no("The hub's coordinator, or whoever leads one of the two, ends this.")
    if stage.ended:
        return no(OVER)
    return YES if because.strip() else no(WHY)


def _still_asked(stage: Stage) -> Decision:
    if stage.ended:
        return no(OVER)
    return no(MERGED) if stage.merged else YES
