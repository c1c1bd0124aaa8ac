"""What practitioners type on the look-up's page: people of the county, as they are known and with
the slips of people who type what they hear, and people who are not there."""

from random import Random
from typing import Final

from hub.access import opening
from hub.access.lookup.index import Row, _rows
from hub.audit import journal
from hub.kernel.files import job_actor

AGES: Final = 2**60
ABSENT: Final = 0.3  # of those asked about


def drawn(many: int, *, seed: int = 2) -> list[dict[str, str]]:
    """So many filled-in forms; the same seed gives the same ones of the same county."""
    rng = Random(seed)  # noqa: S311 - a sample, not a secret
    forms = []
    while len(forms) < many:
        for row in _some(rng.randrange(AGES)):
            if not row.indexed or row.birth_date is None or not row.family_name:
                continue
            forms.append(_typed(row, rng))
            break
    return forms


def _some(after: int) -> list[Row]:
    with journal.transaction():
        opening.begin(job_actor("lookup.measuring"))
        try:
            return list(_rows(None, after, 2))
        finally:
            opening.forget()


def _typed(row: Row, rng: Random) -> dict[str, str]:
    given, family, day = row.given_names, row.family_name, row.birth_date
    if rng.random() < ABSENT:
        given, family = given[::-1].capitalize(), family[::-1].capitalize()
    elif rng.random() < 0.3:
        at = rng.randrange(len(family))
        family = family[:at] + family[at + 1 :]
    typed = {
        "people-set": "0",
        "people-0-given_names": given,
        "people-0-family_name": family or "X",
        "people-0-born-year": str(day.year),
        "purpose": "lookup.request",
    }
    if rng.random() < 0.8:
        typed |= {"people-0-born-day": str(day.day), "people-0-born-month": str(day.month)}
    if rng.random() < 0.5:
        typed["postcode"] = row.postcode
    return typed
