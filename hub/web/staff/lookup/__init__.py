"""Pages of "Is this family already known?", and of those who look behind it."""
