"""Two people changed one action."""

from datetime import UTC, datetime

EXAMPLES = {
    "Two differences": {
        "who": "Tomasz Zielinski",
        "when": datetime(2026, 3, 2, 14, 5, tzinfo=UTC),
        "differences": [
            {
                "label": "What will be done",
                "yours": "Ring the school on Monday\nand ask about breakfast club",
                "theirs": "Write to the school",
            },
            {"label": "Who", "yours": "", "theirs": "عائشة"},
        ],
    },
}
