"""Whom to ring about a family."""

EXAMPLES = {
    "With a telephone": {
        "lead": "Rhiannon Pritchard",
        "role": "Health visitor",
        "agency": "Northbridge Community NHS Trust",
        "telephone": "020 7946 0118",
    },
    "Away, with cover": {
        "lead": "عمر الحداد",
        "role": "Family support practitioner",
        "agency": "Home from Home",
        "telephone": "0113 496 0144",
        "away": "Away until 9 March 2026. Until then ring Tomasz Zielinski on 0113 496 0145.",
    },
    "No telephone": {"lead": "Grace Achebe", "agency": "Eastfield Primary School"},
}
