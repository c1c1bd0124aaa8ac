"""How one agency answers to families, in their words."""

HELPING = {
    "told": "to help you together, so that you do not have to tell it all again",
    "basis": {"told": "it is its job by law"},
    "controller": "Riverside Health Visiting",
    "keeps": "Until your child is 25",
}
SAFE = {
    "told": "to keep children and adults safe",
    "basis": None,
    "controller": "Riverside Health NHS Trust",
    "keeps": "",
}

EXAMPLES = {
    "Everything said": {
        "answers": {
            "agency": {"name": "Riverside Health Visiting"},
            "purposes": [HELPING, SAFE | {"basis": {"told": "the law says that it must"}}],
            "contact": "Information team, 020 7946 0123",
            "complain_to": "The chief nurse, 020 7946 0124",
            "notice": "https://riverside.example.org/privacy",
        },
        "heading": "h2",
    },
    "Little said yet": {
        "answers": {
            "agency": {"name": "بيت العائلة"},
            "purposes": [HELPING | {"keeps": ""}, SAFE],
            "contact": "",
            "complain_to": "",
            "notice": "",
        },
        "heading": "h3",
    },
}
