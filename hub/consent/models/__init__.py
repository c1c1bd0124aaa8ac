"""Tables of agreement, by what they are about."""

from hub.consent.birthdays.models import BirthdayAnswer
from hub.consent.models.agreements import (
    Agreement,
    Basis,
    Judgement,
    Kept,
    Reach,
    ReadBy,
    Restriction,
    Scope,
    Wording,
)
from hub.consent.models.overrides import Override
from hub.consent.models.purposes import Purpose
from hub.consent.models.refusals import HelpedWithoutRecord, Refusal

__all__ = [
    "Agreement",
    "Basis",
    "BirthdayAnswer",
    "HelpedWithoutRecord",
    "Judgement",
    "Kept",
    "Override",
    "Purpose",
    "Reach",
    "ReadBy",
    "Refusal",
    "Restriction",
    "Scope",
    "Wording",
]
