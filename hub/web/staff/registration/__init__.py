"""Pages that turn a yes and a few names into a family."""
