"""References as they are read aloud."""

EXAMPLES = {"A family's": {"reference": "FH-K7WQ2XNB"}, "Short": {"reference": "FH-K7W"}}
