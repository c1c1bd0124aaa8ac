"""Who can see a family."""

EXAMPLES = {
    "Three people": {
        "people": [
            {
                "name": "Rhiannon Pritchard",
                "role": "Health visitor",
                "agency": "Northbridge Community NHS Trust",
                "level": "record",
                "why": "Lead professional since 3 February 2026",
            },
            {
                "name": "عمر الحداد",
                "role": "",
                "agency": "Home from Home",
                "level": "summary",
                "why": "Works with Dee since 10 February 2026: parenting course",
            },
            {
                "name": "Staff at the school",
                "role": "",
                "agency": "Eastfield Primary School",
                "level": "signpost",
                "why": "The family agreed on 3 February 2026",
            },
        ]
    },
}
