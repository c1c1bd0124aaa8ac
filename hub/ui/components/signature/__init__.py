"""A signature drawn on screen, with the same in words."""
