"""Whom to ring when somebody is not safe."""

EXAMPLES = {
    "Three numbers": {
        "numbers": [
            ("Children's social care, weekdays 9am to 5pm", "020 7946 0123"),
            ("Adults' social care, weekdays 9am to 5pm", "020 7946 0145"),
            ("Out of hours", "0113 496 0166"),
        ]
    },
    "None set yet": {"numbers": []},
}
