"""The mark on what is printed of a family's file."""

from datetime import UTC, datetime

EXAMPLES = {
    "By a practitioner": {
        "name": "Amina Rahman",
        "agency": "Riverside Health Visiting",
        "reference": "FH-K7WQ2XNB",
        "at": datetime(2026, 3, 1, 14, 5, tzinfo=UTC),
    },
    "Without a name": {
        "reference": "FH-K7WQ2XNB",
        "at": datetime(2026, 3, 1, 14, 5, tzinfo=UTC),
    },
}
