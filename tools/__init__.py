"""What looks after the repository itself. Nothing in `hub` imports it; nothing here is served."""
