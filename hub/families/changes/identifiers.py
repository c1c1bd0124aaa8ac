"""A member's NHS number and pupil number."""

from collections.abc import Mapping
from datetime import datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.families import queries, rules
from hub.families.changes.rows import find_member
from hub.families.models import Identifiers, Person
from hub.kernel.conflicts import refuse_if_changed
from hub.kernel.files import FamilyFile
from hub.kernel.identifiers import tidy_identifier

register("identifiers.changed", "changed the numbers that others know somebody by")

LABELS = {
    "nhs_number": "NHS number",
    "nhs_verified": "How the NHS number is known",
    "upn": "Pupil number",
    "upn_verified": "How the pupil number is known",
}


@change("identifiers.changed")
def save_identifiers(
    file: FamilyFile,
    person: int,
    *,
    version: int,
    nhs_number: str = "",
    nhs_verified: str = "",
    upn: str = "",
    upn_verified: str = "",
    now: datetime,
) -> Identifiers:
    """Keep a member's numbers, with how each is known; "" takes one away. `version` is the row's
    as it was shown (0: there was none).

    Raises NotInYourFiles; NotAllowed for what cannot be such a number, and for one that somebody
    else in this family has (never for another family's, S18); Conflict when somebody saved first.
    """
    rules.may_edit(file.level).or_raise()
    member = find_member(file, person)
    said = _tidied(nhs_number, nhs_verified, upn, upn_verified)
    others = [row for who, row in queries.identifiers_in(file).items() if who != person]
    rules.may_be_identified(
        part=member.part,
        said=said,
        taken={row.nhs_number for row in others} | {row.upn for row in others},
    ).or_raise()
    Person.objects.select_for_update().get(pk=member.person_id)
    row = Identifiers.objects.filter(person=member.person_id).order_by("pk").first()
    if row is not None:
        refuse_if_changed(
            stands=_in_words(vars(row)), wanted=_in_words(said), version=row.version, edited=version
        )
    kept = row or Identifiers(person_id=member.person_id)
    for name, value in said.items():
        setattr(kept, name, value)
    kept.version += 1 if row else 0
    kept.save(force_insert=row is None, force_update=row is not None)
    return kept


def _tidied(nhs_number: str, nhs_verified: str, upn: str, upn_verified: str) -> dict[str, str]:
    number, pupil = tidy_identifier(nhs_number), tidy_identifier(upn)
    return {
        "nhs_number": number,
        "nhs_verified": nhs_verified if number else "",
        "upn": pupil,
        "upn_verified": upn_verified if pupil else "",
    }


def _in_words(said: Mapping[str, str]) -> dict[str, object]:
    known = dict(Identifiers.Verified.choices)
    return {words: known.get(said[name], said[name]) for name, words in LABELS.items()}
