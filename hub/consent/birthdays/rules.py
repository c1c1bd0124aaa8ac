"""Which questions a young person's birthdays bring, and when (S6, 2.84-2.86)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from hub.kernel.dates import Accuracy, PartialDate
from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

CROSSED: Final = (12, 16, 18)
AHEAD: Final = timedelta(days=28)
LONGEST_WAIT: Final = timedelta(days=92)
NOT_YET: Final = "not_yet"


@dataclass(frozen=True)
class Question:
    """What one birthday asks: the age, from which day, and whether that day has come."""

    age: int
    from_day: date
    due: bool


def turns(born: PartialDate, age: int) -> date | None:
    """The first day on which somebody is surely this old; None while they are not born.

    Of a date known only roughly the last day it can be counts: a guess makes nobody older.
    """
    if born.accuracy == Accuracy.DUE:
        return None
    last = born.last_day
    try:
        return last.replace(year=last.year + age)
    except ValueError:  # 29 February, in a year without one: 1 March, as age_on counts
        return date(last.year + age, 3, 1)


def questions(
    born: PartialDate | None, *, since: date, today: date, asked: Mapping[int, date | None]
) -> list[Question]:
    """The questions that are due, and those of the next four weeks, youngest age first.

    `since` is the day somebody joined the family's file: what they were then was asked then.
    `asked` holds the ages that were asked about, each with the day to ask again or None when it
    is answered.
    """
    found = []
    answered = max((age for age, again in asked.items() if again is None), default=0)
    for age in CROSSED:
        day = turns(born, age) if born is not None and age > answered else None
        if day is not None and since < day <= today + AHEAD:
            from_day = max(day, asked.get(age) or day)
            found.append(Question(age, from_day, from_day <= today))
    # Who is 16 is not asked what somebody of 12 is: the last that is due stands for the others.
    due = [question for question in found if question.due]
    return [question for question in found if not question.due or question is due[-1]]


def may_answer(
    *, level: Level, due: bool, said: str, again_on: date | None, today: date
) -> Decision:
    """Whether the answer to a birthday's question can be written down: by who leads, once it is
    due, and with a day within three months where it was put off."""
    if level < Level.RECORD:
        return no("Only whoever leads writes down what a young person said.")
    if not due:
        return no("This has been answered, or the birthday is still to come.")
    if said != NOT_YET:
        return YES
    if again_on is None:
        return no("Enter the day on which you will ask again.")
    if not today < again_on <= today + LONGEST_WAIT:
        return no("Choose a day after today and within three months.")
    return YES
