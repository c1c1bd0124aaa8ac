"""Tables of agreement, by what they are about."""

from hub.consent.birthdays.models import BirthdayAnswer
from hub.consent.deciding.models import Capacity, CarerAgrees
from hub.consent.emergency.models import EmergencyRule
from hub.consent.looking.models import LookAgain
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
from hub.consent.orders.models import CourtOrder, OrderEffect, OrderKind

__all__ = [
    "Agreement",
    "Basis",
    "BirthdayAnswer",
    "Capacity",
    "CarerAgrees",
    "CourtOrder",
    "EmergencyRule",
    "HelpedWithoutRecord",
    "Judgement",
    "Kept",
    "LookAgain",
    "OrderEffect",
    "OrderKind",
    "Override",
    "Purpose",
    "Reach",
    "ReadBy",
    "Refusal",
    "Restriction",
    "Scope",
    "Wording",
]
