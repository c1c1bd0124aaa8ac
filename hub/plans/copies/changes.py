"""Writing down that a copy of the plan was given."""

from datetime import date, datetime

from hub.audit.change import change
from hub.audit.events import register
from hub.families import queries as families
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed, no
from hub.kernel.files import FamilyFile
from hub.plans.copies import queries, rules
from hub.plans.models import PlanCopy

register("plan.copied", "gave a copy of the plan")


@change("plan.copied")
def give_copy(
    file: FamilyFile,
    *,
    agency: int | None = None,
    person: int | None = None,
    given_on: date,
    how: str,
    now: datetime,
) -> PlanCopy:
    """Write down that a service or a member of the family was given a copy of the plan (2.94).
    Raises NotAllowed with the reason for who gets none, for a day that cannot be, and for anybody
    but who leads; NotInYourFiles for who is not in this family.
    """
    if person is not None:
        families.member(file, person)
    found = queries.recipients_in(file)
    if found is None:
        raise NotAllowed("There is no plan to give a copy of.")
    listed, whom = (found.services, agency) if person is None else (found.members, person)
    nobody = no(rules.NOT_NAMED if person is None else rules.NOBODY)
    rules.may_give(
        reader=file.level,
        gets=next((one.gets for one in listed if one.id == whom), nobody),
        given_on=given_on,
        opened_on=day_of(found.plan.opened_at),
        today=day_of(now),
        how_is_known=how in PlanCopy.How.values,
    ).or_raise()
    copy = PlanCopy(
        family_id=file.family,
        plan=found.plan,
        agency_id=agency if person is None else None,
        person_id=person,
        how=how,
        given_on=given_on,
        given_by_id=file.actor.id,
        at=now,
    )
    copy.save(force_insert=True)
    return copy
