"""Names by custom: a few very common, a long tail, and what becomes of a name in a family."""
