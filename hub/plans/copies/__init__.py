"""Who gets a copy of the plan, worked out and never typed; and that one was given (2.94)."""
