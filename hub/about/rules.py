"""Which parts there are, of whom each is asked and who sees it; when a part is done; who may."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

UNSENT_KEPT: Final = timedelta(hours=24)
LONGEST_UNSENT: Final = 40_000
ADULT, CHILD, UNBORN = "adult", "child", "unborn"


class State(StrEnum):
    """How far a part is. None of them is a reproach: nobody has to answer."""

    NOT_STARTED = "Not started"
    SOME_ANSWERS = "Some answers"
    DONE = "Done"


@dataclass(frozen=True)
class Part:
    """A page of questions: its name, its lowest level, of which members it is asked (nobody: of
    the whole family), what its answers are called, and which of them make it done."""

    code: str
    title: str
    why: str
    level: Level
    asked_of: frozenset[str]
    labels: Mapping[str, str]
    needed: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)


EVERYBODY: Final = frozenset({ADULT, CHILD})
YES_NO: Final = {"yes": "Yes", "no": "No", "rather_not": "Would rather not say"}
WAYS: Final = {
    "easy_read": "Easy words and pictures",
    "large_print": "Large print",
    "read_aloud": "Somebody to read it aloud",
    "bsl": "British Sign Language",
    "hearing_loop": "A hearing loop, or speaking clearly",
    "step_free": "A place without steps",
    "quiet": "A quiet place, or breaks",
    "childcare": "Somebody to look after the children meanwhile",
    "none": "None of these",
}
# The disability codes of the children in need census, in words that people use (standards 5.7).
CONDITIONS: Final = {
    "MOB": "Getting about",
    "HAND": "Using hands",
    "PC": "Washing, dressing or eating",
    "INC": "Getting to the toilet in time",
    "COMM": "Speaking or being understood",
    "LD": "Learning",
    "HEAR": "Hearing",
    "VIS": "Seeing",
    "BEH": "Behaviour or feelings",
    "CON": "Fits or losing consciousness",
    "AUT": "Autism",
    "DDA": "Something else that lasts",
    "NONE": "None of these",
    "rather_not": "Would rather not say",
}

LANGUAGE: Final = Part(
    "language",
    "Language and taking part",
    "So that talking, letters and meetings work for each of you. An interpreter costs nothing, and "
    "a child or a partner is never asked to interpret.",
    Level.SUMMARY,
    EVERYBODY,
    {
        "languages": "Languages",
        "interpreter": "Interpreter",
        "interpreter_words": "About the interpreter",
        "ways": "What helps to take part",
        "ways_words": "More about taking part",
    },
    ("languages", "interpreter", "ways"),
    YES_NO | WAYS,
)
HELPERS: Final = Part(
    "helpers",
    "Who already helps",
    "So that nobody starts again what somebody does already. Writing a name here tells that person "
    "or agency nothing.",
    Level.SUMMARY,
    frozenset({ADULT, CHILD, UNBORN}),
    {
        "school": "School or nursery",
        "doctor": "Doctor",
        "visitor": "Health visitor, midwife or school nurse",
        "others": "Anybody else",
    },
    ("doctor",),
)
BACKGROUND: Final = Part(
    "background",
    "Background",
    "So that help fits who you are, and the hub can see whether it reaches everybody. Only your "
    "main worker sees it with your name. It changes nothing about the help you get.",
    Level.RECORD,
    EVERYBODY,
    {
        "ethnicity": "Ethnic group",
        "ethnicity_words": "In their own words",
        "gender": "Gender",
        "pronouns": "Pronouns",
        "faith": "Faith and culture",
    },
    ("ethnicity", "gender", "faith"),
    {
        "female": "Female",
        "male": "Male",
        "own_words": "In another way",
        "rather_not": "Would rather not say",
    },
)
NEEDS: Final = Part(
    "needs",
    "Health, needs and caring",
    "So that what makes days hard is not overlooked, and so that whoever looks after others gets "
    "help too. Only your main worker sees it.",
    Level.RECORD,
    EVERYBODY,
    {
        "conditions": "Everyday things that are hard",
        "helps": "What is hard, and what helps",
        "caring": "Looks after somebody",
        "caring_words": "Whom they look after",
    },
    ("conditions", "caring"),
    YES_NO | CONDITIONS,
)
OWN_WORDS: Final = Part(
    "words",
    "In their own words",
    "So that each adult is heard, and not only the loudest. Only your main worker sees it.",
    Level.RECORD,
    frozenset({ADULT}),
    {"strengths": "Good at", "wishes": "Wants to say"},
    ("strengths", "wishes"),
)
STORY: Final = Part(
    "story",
    "What is going well, what worries you, what you want",
    "So that help starts from what you already do well, and goes where you want to go. The people "
    "in your team can read it.",
    Level.PLAN,
    frozenset(),
    {"going_well": "Going well", "worries": "Worries", "wants": "What the family wants"},
    ("going_well", "worries", "wants"),
)
LIVING: Final = Part(
    "living",
    "Home, money and work",
    "Because these weigh on everything else, and somebody may know of help. The people in your "
    "team can read it.",
    Level.PLAN,
    frozenset(),
    {"housing": "Home", "money": "Money", "work": "Work and training"},
    ("housing", "money", "work"),
)
ALONE: Final = Part(
    "alone",
    "Asked alone",
    "",
    Level.RECORD,
    frozenset({ADULT}),
    {
        "interpreted_by": "Interpreted by",
        "safe": "Feels safe",
        "words": "What they said",
        "reach": "How to reach them safely",
    },
    ("safe",),
    {"yes": "Yes, they feel safe", "no": "No, or not always", "rather_not": YES_NO["rather_not"]},
)
# In the order of the task list. What is asked alone is not on it (S15).
PERSON_PARTS: Final = (LANGUAGE, HELPERS, BACKGROUND, NEEDS, OWN_WORDS)
FAMILY_PARTS: Final = (STORY, LIVING)
PARTS: Final = {part.code: part for part in (*PERSON_PARTS, *FAMILY_PARTS, ALONE)}


def is_asked(part: Part, *, member: str, loss: str) -> Decision:
    """Whether a part is asked of a member: by what they are, and of nobody who died (S17)."""
    if loss:
        return no("Nothing more is asked about this person.")
    if member not in part.asked_of:
        whom = "adults" if part.asked_of == {ADULT} else "people who are born"
        return no(f"This page is for {whom}.")
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
    return part.words.get(str(value), str(value)) if value else ""
