"""Sharing without agreement: who may ask, on which ground, with whom, for how long (2.75, S14).

    ground            decided by     second person           at most      opens
    the law           the lead       entitled, beforehand    28 days      the summary
    complete service  the lead       a manager, beforehand   28 days      the summary
    serious harm      the lead       entitled, in 4 hours    28 days      the summary or one item
    emergency look    who looks      entitled, in 4 hours    12 hours     the summary

Serious harm is the only ground for an emergency look. Without a second person either ends after
4 hours at the latest, so nobody has to be waited for when minutes count and nothing lasts on one
person's word. What is kept from the very person it is shown to is never opened.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from hub.kernel.clock import day_of
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level
from hub.kernel.working_days import after_working_days

GROUNDS: Final = ("legal_duty", "complete_service", "harm")
HARM: Final = "harm"
WEAKEST: Final = "complete_service"
LEAST: Final = timedelta(hours=1)
MOST: Final = timedelta(days=28)  # longer is a new decision
MOST_ALONE: Final = timedelta(hours=4)
MOST_IN_EMERGENCY: Final = timedelta(hours=12)
REVIEWED_WITHIN: Final = 2  # working days

SAFEGUARDING_LEAD: Final = "safeguarding_lead"
MANAGER: Final = "leadership_manager"
COORDINATOR: Final = "coordinator"
OFFICER: Final = "data_protection_officer"
ADMINISTRATOR: Final = "administrator"
REVIEWERS: Final = (SAFEGUARDING_LEAD, OFFICER)
# Who may be the second person; for the weakest ground the coordinator is not enough.
SECONDS: Final = (SAFEGUARDING_LEAD, MANAGER, COORDINATOR)
OUTCOMES: Final = ("right", "right_but", "wrong")
HIDING: Final = ("still_unsafe", "tell")
UNSAFE_TO_TELL: Final = (
    "The review found that it is unsafe to tell the family. Speak to the safeguarding lead before "
    "you do."
)
TOLD: Final = ("in_person", "telephone", "letter")


@dataclass(frozen=True)
class Second:
    """Who agrees as well: the account they sign in with, and the roles they hold there."""

    account: int
    roles: frozenset[str]


@dataclass(frozen=True)
class Asked:
    """Somebody asks to share without agreement: the whole family, or (`one_item`) one item."""

    level: Level
    ground: str
    because: str
    advice: str
    account: int | None
    second: Second | None
    told_family: bool
    why_not_told: str
    one_item: bool
    kept_from_them: bool
    now: datetime
    until_at: datetime


@dataclass(frozen=True)
class State:
    """One override as the rules look at it: who did what with it so far, by account."""

    decided_by: int
    seconded_by: int | None
    reviewed: bool
    told_family: bool
    runs: bool


def may_override(asked: Asked) -> Decision:
    """Whether something may be shared without agreement (2.75, S14)."""
    checks = (
        (asked.level < Level.RECORD, "Only the lead professional decides this."),
        (asked.ground not in GROUNDS, "Choose a ground."),
        (
            asked.one_item and asked.ground != HARM,
            "Only a risk of serious harm opens what the family keeps back.",
        ),
        (not asked.advice.strip(), "Write down what advice you asked for, and from whom."),
        (
            asked.second is None and asked.ground != HARM,
            "This ground needs a second person who agrees. Choose who.",
        ),
        (
            asked.kept_from_them,
            "This is kept from that very person, so it is never shown to them.",
        ),
    )
    return _first_no(checks, asked, most=MOST)


def may_look(asked: Asked) -> Decision:
    """Whether somebody who does not see a family may look in an emergency, by what they give.

    Whether the family is there for them at all is the door's to say, and it says it to nobody."""
    return _first_no(
        ((asked.ground != HARM, "Only a risk of serious harm is an emergency."),),
        asked,
        most=MOST_IN_EMERGENCY,
    )


def may_second(second: Second, *, ground: str, decided_by: int | None) -> Decision:
    """Whether somebody may be the second person: another one, and entitled by a role."""
    if second.account == decided_by:
        return no("The second person must be somebody else.")
    if ADMINISTRATOR in second.roles or not second.roles & set(SECONDS):
        return no(
            "The second person must be a safeguarding lead, or a manager or coordinator of the "
            "family's locality."
        )
    if ground == WEAKEST and not second.roles & {SAFEGUARDING_LEAD, MANAGER}:
        return no("This ground needs a manager or a safeguarding lead to agree.")
    return YES


def may_agree(second: Second, state: State, *, ground: str) -> Decision:
    """Whether somebody may add themselves as the second person of what runs."""
    if state.seconded_by is not None:
        return no("Somebody has agreed already.")
    if not state.runs:
        return no("This has ended, so there is nothing to agree to.")
    return may_second(second, ground=ground, decided_by=state.decided_by)


def may_end(state: State) -> Decision:
    """Whether it can be ended early, by anybody who may open its page."""
    return YES if state.runs else no("This has ended already.")


def may_review(
    *, account: int, roles: Collection[str], state: State, outcome: str, words: str, hiding: str
) -> Decision:
    """Whether this review counts: a reviewer's, not their own doing, with its reasons (S14).

    Where the family was not told, the review says whether that still holds."""
    checks = (
        (
            ADMINISTRATOR in roles or not set(roles) & set(REVIEWERS),
            "A safeguarding lead or the data protection officer reviews this.",
        ),
        (
            account in (state.decided_by, state.seconded_by),
            "You took part in this, so somebody else reviews it.",
        ),
        (state.reviewed, "This has been reviewed already."),
        (outcome not in OUTCOMES, "Choose what the review found."),
        (not words.strip(), "Write down what the review rests on."),
        (
            not state.told_family and hiding not in HIDING,
            "Choose whether it is still unsafe to tell the family.",
        ),
    )
    return next((no(reason) for wrong, reason in checks if wrong), YES)


def may_tell(
    *,
    level: Level,
    told: bool,
    unsafe: bool,
    how: str,
    told_on: date,
    began_on: date,
    today: date,
) -> Decision:
    """Whether somebody may record that the family was told: whoever leads, once, and not while a
    review found that telling is unsafe (S14)."""
    checks = (
        (level < Level.RECORD, "Whoever leads tells the family, and records it."),
        (told, "It is recorded already that the family was told."),
        (unsafe, UNSAFE_TO_TELL),
        (how not in TOLD, "Choose how they were told."),
        (told_on > today, "The day they were told cannot be in the future."),
        (told_on < began_on, "They cannot have been told before it was decided."),
    )
    return next((no(reason) for wrong, reason in checks if wrong), YES)


def review_due(from_at: datetime) -> date:
    """The day by which it is reviewed: the second working day after the day it began."""
    return after_working_days(day_of(from_at), REVIEWED_WITHIN)


def _first_no(checks: tuple[tuple[bool, str], ...], asked: Asked, *, most: timedelta) -> Decision:
    second = YES
    if asked.second is not None:
        second = may_second(asked.second, ground=asked.ground, decided_by=asked.account)
    lasts = asked.until_at - asked.now
    for_everybody = (
        (not second, second.reason),
        (not asked.because.strip(), "Write down why this is shared without agreement."),
        (
            not asked.told_family and not asked.why_not_told.strip(),
            "Write down why the family was not told.",
        ),
        (lasts < LEAST, "It lasts an hour at least."),
        (lasts > most, f"It ends after {_in_words(most)} at the latest."),
        (
            asked.second is None and lasts > MOST_ALONE,
            f"Without a second person it ends after {_in_words(MOST_ALONE)} at the latest.",
        ),
    )
    return next((no(reason) for wrong, reason in (*checks, *for_everybody) if wrong), YES)


def _in_words(length: timedelta) -> str:
    return f"{length.days} days" if length.days else f"{length // timedelta(hours=1)} hours"
