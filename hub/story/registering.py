"""What was typed of the story's families."""

from collections.abc import Mapping
from datetime import date, timedelta

from hub.intake.registration import JudgedYes, NamedPerson, Registration
from hub.kernel.dates import Accuracy, PartialDate
from hub.story.told import Member, Told

JUDGED = JudgedYes(True, False, "Explained it back in their own words")


def registration(
    told: Told, *, agencies: Mapping[str, int], wording: int, today: date
) -> Registration:
    """What was typed when a family of the story was registered."""
    giver = next((m for m in told.members if m.names == told.judged), told.members[0])
    others = [m for m in told.members if m is not giver and m.names not in told.apart]
    return Registration(
        people=tuple(_person(m, today) for m in (giver, *others)),
        record=True,
        keep=True,
        how="paper",
        wording=wording,
        lines=told.address[0],
        postcode=told.address[1],
        held_by=told.held_by,
        agencies=tuple(agencies[key] for key in told.agreed),
        judged=JUDGED if told.judged else None,
        service=True,
    )


def _person(member: Member, today: date) -> NamedPerson:
    return NamedPerson(
        given_names=member.names,
        part=member.part,
        family_name=member.family_name,
        born=_born(member.born, today),
        relation=member.responsible,
        responsible=bool(member.responsible),
        contact=member.contact,
    )


def _born(born: float | str | None, today: date) -> PartialDate | None:
    if isinstance(born, str):
        return PartialDate(today + timedelta(weeks=int(born.split()[1])), Accuracy.DUE)
    if born is None:
        return None
    if born > 20:
        return PartialDate(date(today.year - int(born), 1, 1), Accuracy.YEAR)
    return PartialDate(today - timedelta(days=round(born * 365.25)), Accuracy.EXACT)
