"""Pages of sharing without agreement: deciding it, the emergency look, and overseeing both."""
