"""Every state a deadline can be in."""

from datetime import date

TODAY = date(2026, 3, 2)
EXAMPLES = {
    "Due later": {"due": date(2026, 3, 9), "today": TODAY},
    "Due tomorrow": {"due": date(2026, 3, 3), "today": TODAY},
    "Due today": {"due": TODAY, "today": TODAY},
    "Overdue": {"due": date(2026, 2, 27), "today": TODAY},
    "Overdue since yesterday": {"due": date(2026, 3, 1), "today": TODAY},
    "Done": {"due": date(2026, 2, 27), "today": TODAY, "done_on": date(2026, 2, 26)},
    "No date": {"due": None, "today": TODAY},
}
