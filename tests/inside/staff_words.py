"""Words that only staff use, which no family meets (safety rules, words for families)."""

import re

# A line of a picture leads somewhere; nobody else does.
STAFF = re.compile(
    r"\b(?:held back|overrid\w*|competen\w+|withdr\w+|clos(?:e|ed|es|ing|ure)|levels? of need|"
    r"restrict\w+|consent\w*|safeguarding|lead professionals?|"
    r"leads?(?! (?:to|from|down)\b)|leading)\b",
    re.IGNORECASE,
)
