"""A box to sign in."""

EXAMPLES = {"To sign in": {"field": "strokes"}}
