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
    tell_family,
)
from hub.consent.changes.sharing import change_share, count_help, look_at_refusal, refuse

__all__ = [
    "agree",
    "agree_to_override",
    "change_share",
    "count_help",
    "end_override",
    "hold_back",
    "judge",
    "let_go",
    "look_at_refusal",
    "look_in_emergency",
    "override",
    "record_loss",
    "refuse",
    "review_override",
    "take_back_loss",
    "tell_family",
    "withdraw",
    "withdraw_all",
]
