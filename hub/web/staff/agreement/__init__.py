"""Pages of what a family agreed to: read it, add to it, stop it."""
