"""Signatures as they were drawn."""

EXAMPLES = {
    "Drawn by finger": {
        "path": "M60 150L90 60L120 150L150 80L180 140M75 115L110 115M210 120L560 100",
        "words": "Signature of Dee Okafor, drawn on screen on 3 November 2026",
    },
    "A cross": {
        "path": "M250 50L350 150M350 50L250 150",
        "words": "Signature of Sam Okafor, drawn on screen on 3 November 2026",
    },
}
