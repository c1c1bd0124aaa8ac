"""What families of the story say of sharing: less than everything, and no."""

from datetime import date, datetime

from hub.consent import changes as consent
from hub.consent.models import Agreement
from hub.consent.terms import Explained, Terms
from hub.families import queries as families
from hub.kernel.files import FamilyFile


def say_no(file: FamilyFile, name: str, agency: int, *, now: datetime) -> None:
    """Somebody by these given names says no to an agency."""
    people = {m.person.given_names: m.person_id for m in families.members_in(file)}
    words = "I would rather tell them myself"
    consent.refuse(file, said_by=people[name], agency=agency, words=words, now=now)


def say_less(file: FamilyFile, agency: int, reach: int, last: date, *, now: datetime) -> None:
    """Who let an agency know everything lets it know less, until a last day."""
    rows = Agreement.objects.filter(family=file.family, scope="share", agency=agency)
    row = rows.get(until_at=None)
    consent.change_share(
        file,
        row.pk,
        wording=row.wording_id,
        how="paper",
        terms=Terms(reach, None, "School mornings", last),
        explained=Explained("en", "practitioner", "", True),
        now=now,
    )
