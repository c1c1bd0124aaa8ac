"""Whom to sign in as, in the county."""

from typing import Final

from django.db import connections

from hub.database.bulk import ALIAS
from hub.story.county.staff import DOMAIN

SPECIAL: Final = {
    "busy": "works with 200 families",
    "coordinator": "coordinates a hub",
    "nobody": "works with no family yet",
}
_NAMES: Final = """
select p.email, p.name, a.name from agencies_practitioner p
join agencies_agency a on a.id = p.agency_id where p.email = any (%s)
"""


def lines() -> list[str]:
    """A line for each practitioner the county has for measuring; none when there is no county."""
    emails = {f"{name}@{DOMAIN}": words for name, words in SPECIAL.items()}
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(_NAMES, [list(emails)])
        found = {email: (name, agency) for email, name, agency in cursor.fetchall()}
    return [
        f"{email}: {found[email][0]}, {found[email][1]}, {words}"
        for email, words in emails.items()
        if email in found
    ]
