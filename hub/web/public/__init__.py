"""Pages for everybody: signing in, one's own account, help, privacy, accessibility."""
