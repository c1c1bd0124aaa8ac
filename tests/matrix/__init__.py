"""Everybody x everything: what the door and the wall show, held to the story's own table."""
