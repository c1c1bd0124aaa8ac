"""Pages of a family's plan."""
