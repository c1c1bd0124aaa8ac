"""How far a part is, who may write it down, and who may know what somebody told (S4)."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from hub.about.rules.children import AIMS, BETWEEN, CARER, CARES, HEARD, HOW, SAID, TOLD
from hub.about.rules.part import ADULT, CHILD, SPEAKER, UNBORN, YES_NO, Part
from hub.about.rules.parts import (
    ALONE,
    APART,
    ASSESSMENT,
    BACKGROUND,
    CONDITIONS,
    FAMILY_PARTS,
    GOING_ON,
    HELPERS,
    LANGUAGE,
    LIVING,
    NEEDS,
    OWN_WORDS,
    PARTS,
    PERSON_PARTS,
    STORY,
    WAYS,
    WITH,
)
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

__all__ = [
    "ADULT", "AIMS", "ALONE", "APART", "ASSESSMENT", "BACKGROUND", "BETWEEN", "CARER", "CARES",
    "CHILD", "CONDITIONS", "FAMILY_PARTS", "GOING_ON", "HEARD", "HELPERS", "HOW", "LANGUAGE",
    "LIVING", "NEEDS", "OWN_WORDS", "PARTS", "PERSON_PARTS", "SAID", "SPEAKER", "STORY", "TOLD",
    "UNBORN", "WAYS", "WITH", "YES_NO", "Part",
]  # fmt: skip
UNSENT_KEPT: Final = timedelta(hours=24)
LONGEST_UNSENT: Final = 40_000


class State(StrEnum):
    """How far a part is. None of them is a reproach: nobody has to answer."""

    NOT_STARTED = "Not started"
    SOME_ANSWERS = "Some answers"
    DONE = "Done"


def is_asked(part: Part, *, member: str, loss: str) -> Decision:
    """Whether a part is asked of a member: by what they are, and of nobody who died (S17)."""
    if loss:
        return no("Nothing more is asked about this person.")
    if member not in part.asked_of:
        return no(f"This page is for {_WHOM.get(part.asked_of, 'people who are born')}.")
    return YES


def may_answer(part: Part, *, level: Level) -> Decision:
    """Whether somebody with the file open at this level may write this part down."""
    if level < part.level:
        return no("Only people closer to this family can write this down.")
    return YES


def may_have_been_told(told_on: date | None, *, today: date) -> Decision:
    """Whether something can have been said on a day: today or before."""
    if told_on is not None and told_on > today:
        return no("The day it was said must be today or in the past.")
    return YES


def may_be_known(part: Part, said: Mapping[str, Any], shared: Collection[str]) -> Decision:
    """Whether a page may be shared with these (of `WITH`): somebody's own is theirs to share, and
    of a child's words only what the child, who was asked, lets be told (S4)."""
    if not shared:
        return YES
    if not part.own or not set(shared) <= set(WITH):
        return no("Choose who may know this.")
    if part in BETWEEN:
        return no("What a child said is not shared. Ask the child what may be told of it.")
    if part is TOLD and said.get("may") != "some":
        return no("Share it when the child has said that something may be told.")
    if part is TOLD and not str(said.get("told") or "").strip():
        return no("Write down what may be told first.")
    return YES


def may_let_know(part: Part, *, level: Level, recorded: bool) -> Decision:
    """Whether somebody may change who knows a page: who leads, or who asked the child."""
    if level >= Level.RECORD or (part in HEARD and recorded):
        return YES
    return no("Whoever leads changes who may know this.")


def knows(part: Part, *, level: Level, with_team: bool, recorded: bool) -> bool:
    """Whether a practitioner with the file open at this level reads a page: somebody's own is for
    who leads and, shared, for the team; a child's words for who wrote them down (S4)."""
    if part in HEARD and recorded:
        return level >= part.level
    if part in BETWEEN:
        return False
    if not part.own:
        return level >= part.level
    return level >= Level.RECORD or (with_team and level >= Level.PLAN)


def may_note_effect(*, level: Level, person: int, other: int, words: str) -> Decision:
    """Whether whoever looks at needs may write how one person's affect another (3.7)."""
    if level < Level.RECORD:
        return no("Only whoever leads can write this down.")
    if person == other:
        return no("Choose two different people.")
    return YES if words.strip() else no("Enter how it affects them.")


def may_keep_situations(*, administrator: bool) -> Decision:
    """Whether somebody may say which situations are asked about: it is the authority's list."""
    return YES if administrator else no("An administrator keeps this list.")


def may_add_situation(words: str, *, asked: Collection[str]) -> Decision:
    """Whether a situation can be added to those asked about already."""
    if not words.strip():
        return no("Enter what may be going on.")
    if words.strip().casefold() in {one.casefold() for one in asked}:
        return no("This is asked about already.")
    return YES


def may_ask_alone(*, alone: bool) -> Decision:
    """Whether what somebody said of being safe may be written down: they were alone (S15)."""
    return YES if alone else no("Ask when they are alone. Do not ask now.")


def may_keep_unsent(*, length: int) -> Decision:
    """Whether this much can be kept for somebody who was signed out."""
    return YES if length <= LONGEST_UNSENT else no("This is too much to keep. Copy it elsewhere.")


def state_of(part: Part, answers: Mapping[str, Any] | None, *, finished: bool) -> State:
    """How far a part is, from its answers (None: never saved) and whether it was called finished.

    "Would rather not say" is an answer like any other.
    """
    if answers is None:
        return State.NOT_STARTED
    if finished or all(answers.get(name) for name in part.needed):
        return State.DONE
    return State.SOME_ANSWERS if any(answers.values()) else State.NOT_STARTED


def in_words(part: Part, name: str, value: Any) -> str:
    """An answer as it is read: codes in their words, several joined."""
    if isinstance(value, list):
        return ", ".join(part.words.get(str(one), str(one)) for one in value)
    if isinstance(value, date):
        return f"{value.day} {value:%B %Y}"
    return part.words.get(str(value), str(value)) if value else ""


def in_company(shared: Collection[str]) -> str:
    """Who may know a page, in words."""
    names = [words for code, words in WITH.items() if code in shared]
    return "; ".join(["They and who leads", *names])


_WHOM: Final = {frozenset({ADULT}): "adults", frozenset({CHILD}): "children and young people"}
