"""What comes back to whoever leads, in which words, and how it is answered (2.84, S9, S10, S17)."""

from datetime import date, timedelta
from typing import Final

from hub.kernel.decisions import YES, Decision, no
from hub.kernel.files import Level

# Each kind and what it asks; {} is whom it is about.
KINDS: Final = {
    "responsibility": "Who has parental responsibility for {} now?",
    "agreement": "Who agrees now, where {} did?",
    "agreed": "{} had agreed. Does their yes still count, and who agrees now?",
    "carer": "{} agrees as the carer. Can somebody with parental responsibility be reached now?",
    "capacity": "Can {} decide now what they could not decide?",
    "judgement": "Does what you judged of {} still hold?",
    "young_carer": "Was {} asked what they need, as somebody who looks after others?",
    "carer_assessment": "An assessment of what {} needs as a carer was asked for. Was it done?",
    "young": "An agency knows by the yes of an adult who does not decide for the children under "
    "12. Who has parental responsibility, and do they say yes to it?",
    "order": "A court order ends, or is to be looked at. What does it still do?",
}
# Quietly: long enough not to press a family in the first days after a death (S17).
ASK_WHO: Final = timedelta(days=28)
# What a judgement of a young person rests on changes as they grow.
JUDGED_AGAIN: Final = timedelta(days=182)
LONGEST_WAIT: Final = timedelta(days=366)


def asks(kind: str, name: str) -> str:
    """The question in words, about somebody of this name."""
    return KINDS[kind].format(name or "somebody")


def may_look_again(kind: str) -> Decision:
    """Whether there is such a question."""
    return YES if kind in KINDS else no("Choose what is to be looked at again.")


def may_have_looked(
    *, level: Level, done: bool, found: str, again_on: date | None, today: date
) -> Decision:
    """Whether an answer can be written down: by who leads, once, with what was found; and when it
    is to be looked at once more, with a day within a year."""
    if level < Level.RECORD:
        return no("Only whoever leads writes down what they found.")
    if done:
        return no("This was looked at already.")
    if not found.strip():
        return no("Write down what you found.")
    return may_wait(again_on, today=today) if again_on is not None else YES


def may_wait(again_on: date | None, *, today: date) -> Decision:
    """Whether this is a day to look at something again: after today, within a year."""
    if again_on is None:
        return no("Enter the day on which you will look at it again.")
    if not today < again_on <= today + LONGEST_WAIT:
        return no("Choose a day after today and within a year.")
    return YES
