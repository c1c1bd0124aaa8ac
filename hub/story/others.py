"""Those of a family who come after whoever said yes first: who lives apart, who says yes too."""

from datetime import datetime

from hub.consent import changes as consent
from hub.families import changes as people
from hub.families import queries as families
from hub.intake.registration import JudgedYes
from hub.kernel.files import FamilyFile
from hub.story.families import CHILD, Member, Told


def others_join(
    told: Told, file: FamilyFile, *, wording: int, judged: JudgedYes, at: datetime
) -> None:
    """Write down who lives apart from the others, and who says yes besides the first."""
    for member in told.members:
        if member.names in told.apart:
            _joins(told, file, member, at)
    for names in told.said_yes:
        _says_yes(file, names, wording=wording, judged=judged, at=at)


def _joins(told: Told, file: FamilyFile, member: Member, at: datetime) -> None:
    children = [m for m in told.members if m.part == CHILD]
    new = people.add_member(
        file,
        given_names=member.names,
        family_name=member.family_name,
        born=None,
        part=member.part,
        now=at,
    )
    by_name = {m.person.given_names: m.person_id for m in families.members_in(file)}
    for child in (by_name[one.names] for one in children):
        people.relate(file, person=new.person_id, other=child, kind=member.responsible, now=at)
        people.hold_responsibility(
            file, person=new.person_id, child=child, source="birth_record", now=at
        )
    people.add_contact(file, person=new.person_id, kind="phone", value=member.contact, now=at)


def _says_yes(
    file: FamilyFile, names: str, *, wording: int, judged: JudgedYes, at: datetime
) -> None:
    """A yes to writing down and keeping; a young person's when the lead has judged."""
    who = next(m for m in families.members_in(file) if m.person.given_names == names)
    judgement = None
    if who.part == "child":
        judgement = consent.judge(
            file,
            person=who.person_id,
            understands=judged.understands,
            parent_needed=judged.parent_needed,
            because=judged.because,
            now=at,
        )
    for scope in ("record", "keep"):
        consent.agree(
            file,
            given_by=who.person_id,
            scope=scope,
            agency=file.actor.agency or 0,
            wording=wording,
            how="paper",
            judgement=judgement,
            now=at,
        )
