"""Tables of agreement, by what they are about."""

from hub.consent.birthdays.models import BirthdayAnswer
from hub.consent.models.agreements import (
    Agreement,
    Basis,
    Judgement,
    Kept,
    Restriction,
    Scope,
    Wording,
)
from hub.consent.models.overrides import Override

__all__ = [
    "Agreement",
    "Basis",
    "BirthdayAnswer",
    "Judgement",
    "Kept",
    "Override",
    "Restriction",
    "Scope",
    "Wording",
]
