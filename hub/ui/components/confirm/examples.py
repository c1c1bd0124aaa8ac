"""Something was done."""

EXAMPLES = {
    "With a reference": {"title": "Family registered", "reference": "FH-K7WQ2XNB"},
    "With a sentence": {"title": "Plan closed", "text": "The family has been told."},
}
