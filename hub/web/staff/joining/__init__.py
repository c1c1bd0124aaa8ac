"""Pages of asking to join the team of a family that a look-up told of."""
