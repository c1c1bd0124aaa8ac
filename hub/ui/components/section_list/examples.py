"""A family's page."""

EXAMPLES = {
    "A family's page": {
        "sections": [
            ("Who is in the family", "#who"),
            ("The plan", "#plan"),
            ("Agreement", "#agreement"),
            ("Who can see this family", "#sight"),
        ]
    },
}
