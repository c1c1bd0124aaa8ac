"""When somebody who looks after others is asked about again: pure (3.3-3.5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from hub.kernel.decisions import YES, Decision, no

# Long enough to find an hour with the child, and to get an answer to what was asked for.
TO_ASK: Final = timedelta(days=14)
TO_BE_DONE: Final = timedelta(days=42)
LONGEST: Final = timedelta(days=366)
LEAST: Final = 5  # a number below it is told to nobody, and the others go by this many


@dataclass(frozen=True)
class Comes:
    """What comes back to whoever leads: the kind of question, and from which day."""

    kind: str
    on: date


def may_be_asked_for(said: Mapping[str, Any], *, today: date) -> Decision:
    """Whether an assessment that was asked for says when, and by a day it can be done by."""
    if said.get("assessment") != "asked":
        return YES
    asked, due = said.get("assessment_asked_on"), said.get("assessment_due_on")
    if asked is None:
        return no("Enter the day the assessment was asked for.")
    if asked > today:
        return no("The day the assessment was asked for must be today or in the past.")
    if due is not None and not asked <= due <= asked + LONGEST:
        return no("The assessment is to be done within a year of the day it was asked for.")
    return YES


def comes_back(said: Mapping[str, Any], *, child: bool, asked: bool, today: date) -> list[Comes]:
    """What is to be looked at again by what stands on "Health, needs and caring": a child who looks
    after somebody and was not `asked` what they need; an assessment that was asked for."""
    found = []
    if child and said.get("caring") == "yes" and not asked:
        found.append(Comes("young_carer", today + TO_ASK))
    if said.get("assessment") == "asked":
        due = said.get("assessment_due_on") or said["assessment_asked_on"] + TO_BE_DONE
        found.append(Comes("carer_assessment", due))
    return found
