"""The search for who is already known."""
