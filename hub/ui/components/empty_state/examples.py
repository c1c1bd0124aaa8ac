"""Nothing here yet."""

EXAMPLES = {
    "With something to do": {
        "text": "There is no plan for this family yet.",
        "href": "#plan",
        "words": "Open a plan",
    },
    "Nothing to do": {"text": "You have no overdue actions."},
}
