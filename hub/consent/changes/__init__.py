"""Writes of agreement. Each takes the open file and takes effect at the door's next decision."""

from hub.consent.changes.agreements import agree, judge, withdraw, withdraw_all
from hub.consent.changes.held_back import hold_back, let_go
from hub.consent.changes.losses import record_loss, take_back_loss
from hub.consent.changes.overrides import (
    agree_to_override,
    end_override,
    look_in_emergency,
    override,
    review_override,
)

__all__ = [
    "agree",
    "agree_to_override",
    "end_override",
    "hold_back",
    "judge",
    "let_go",
    "look_in_emergency",
    "override",
    "record_loss",
    "review_override",
    "take_back_loss",
    "withdraw",
    "withdraw_all",
]
