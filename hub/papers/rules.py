"""What counts as a signature and as a paper, and by when a yes is to be signed (2.88, 4.2, S16)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level
from hub.kernel.working_days import after_working_days

# How the words came to whoever signs, and by whom.
READ: Final = {
    "self": "They read it themselves",
    "aloud": "It was read aloud to them",
    "translated": "They read a translation",
    "interpreted": "It was interpreted to them",
}
BY: Final = {
    "me": "Me",
    "interpreter": "A trained interpreter or translator",
    "worker": "Another worker",
    "friend": "Another adult they chose",
    "partner": "Their partner",
    "child": "A child or young person",
}
MET: Final = {"together": "In the same place", "video": "By video", "phone": "By telephone"}
DEVICE: Final = {"ours": "A worker's device", "theirs": "Their own device", "other": "Another's"}

HOW: Final = "Say how they came to know what it says, then let them sign."
WHO: Final = "Say who read, translated or interpreted it to them."
NAME: Final = "Enter the name of who read, translated or interpreted it."
NOT_SIGNED: Final = "Sign in the box, or type the full name of whoever signs."
WITNESS: Final = "Enter the name of who else heard it."
NEVER: Final = (
    "A partner or a child does not read, translate or interpret this. Ask an interpreter, or "
    "read it yourself, and then let them sign."
)


@dataclass(frozen=True)
class HowSigned:
    """How somebody signs: what they drew (None: nothing) or typed, who read, translated or
    interpreted the words to them before, how they met, on whose device, and who else saw it."""

    read_how: str
    read_whose: str
    read_by: str
    language: str
    strokes: list[list[list[int]]] | None = None
    typed: str = ""
    met: str = ""
    device: str = ""
    witness: str = ""


@dataclass(frozen=True)
class ForPlan:
    """A signing for the services in a plan: the plan, and the yeses that let it reach them."""

    plan: int
    agreements: frozenset[int]


def may_sign_for_plan(*, level: Level, witness: str = "", spoken: bool = False) -> Decision:
    """Whether it can be recorded that somebody signs for the services in the plan, or says so
    aloud, which is heard by one more (2.89)."""
    if level < Level.RECORD:
        return no("Only the lead professional records who signs for the services in the plan.")
    if spoken and not witness.strip():
        return no(WITNESS)
    return YES


def may_sign(*, level: Level, yeses: int, how: HowSigned, close: Collection[str] = ()) -> Decision:
    """Whether somebody may sign now: after the words came to them, never by a child or the
    partner (S16). `close` are the names of their partner and of the family's children."""
    if level < Level.SUMMARY:
        return no("Only people who work with this family can record this.")
    if not yeses:
        return no("Choose what they sign.")
    knowing = came_to_know(how, close)
    if not knowing:
        return knowing
    return YES if how.strokes or how.typed else no(NOT_SIGNED)


def came_to_know(how: HowSigned, close: Collection[str]) -> Decision:
    """Whether the words came to whoever signs before they did, on screen or on paper (S16)."""
    if how.read_how not in READ:
        return no(HOW)
    if how.read_how == "self":
        return YES
    if how.read_whose not in BY:
        return no(WHO)
    if how.read_whose in ("partner", "child") or how.read_by.casefold() in close:
        return no(NEVER)
    if how.read_whose != "me" and not how.read_by:
        return no(NAME)
    return YES


def may_stand(*, level: Level, yeses: int, said_on: date, given_on: date, today: date) -> Decision:
    """Whether it can be written down that somebody says their yes still stands (4.2)."""
    if level < Level.SUMMARY:
        return no("Only people who work with this family can record this.")
    if not yeses:
        return no("Choose what still stands.")
    if not given_on <= said_on <= today:
        return no("Enter a day from the one on which they said yes to today.")
    return YES


def may_put(*, level: Level, kind: str, about: str, yeses: int) -> Decision:
    """Whether a paper of this kind may be put here: a signed sheet is of some yeses, another says
    what it is."""
    if level < Level.SUMMARY:
        return no("Only people who work with this family can record this.")
    if kind == "agreement" and not yeses:
        return no("Choose what the sheet shows a signature for.")
    if kind == "other" and not about.strip():
        return no("Enter what this paper is.")
    return YES


def is_kept(*, size: int, most_mb: int, known: bool) -> Decision:
    """Whether a file is kept: `known` when its bytes are of a kind that is."""
    if size == 0:
        return no("The file is empty. Choose another, or photograph the paper again.")
    if size > most_mb * 1_000_000:
        return no(f"The file is larger than {most_mb} MB. Photograph the paper again, smaller.")
    if not known:
        return no(
            "This is not a PDF, JPEG, PNG or HEIC file, or it is damaged. "
            "Photograph the paper, or save it as a PDF."
        )
    return YES


def due_on(since: date, *, days: int) -> date:
    """The day by which a yes is to be signed, so many working days after it was given or was
    last said to stand."""
    return after_working_days(since, max(days, 1))


def last_day_overdue(today: date, *, days: int) -> date:
    """The last day on which a yes was given that is overdue today, and all before it are too."""
    day = today
    while due_on(day, days=days) >= today:
        day -= timedelta(days=1)
    return day
