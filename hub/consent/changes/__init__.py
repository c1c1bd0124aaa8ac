"""Writes of agreement. Each takes the open file and takes effect at the door's next decision."""

from hub.consent.changes.agreements import agree, judge, withdraw, withdraw_all
from hub.consent.changes.held_back import hold_back, let_go
from hub.consent.changes.privacy import override

__all__ = ["agree", "hold_back", "judge", "let_go", "override", "withdraw", "withdraw_all"]
