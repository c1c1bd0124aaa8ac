"""On what basis somebody may agree today: the file's facts, put to the rule (2.85, S9, S10)."""

from datetime import datetime

from hub.consent import rules
from hub.consent.deciding.queries import Agreeing, agreeing_in
from hub.consent.force import in_force
from hub.consent.models import Agreement, Judgement
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile


def basis_of(
    file: FamilyFile,
    person: int,
    scope: str,
    agency: int,
    judgement: Judgement | None,
    now: datetime,
) -> str:
    """The basis to record for a member's yes to one thing for one agency.

    A judgement counts for whom it was made. Raises NotInYourFiles for somebody who is not in this
    family, and NotAllowed with the reason when they may not agree.
    """
    member, day, known = families.member(file, person), day_of(now), agreeing_in(file)
    capacity = _capacity(known, person, now)
    in_interests = capacity is rules.Capacity.BEST_INTERESTS
    giver = rules.Giver(
        ages=families.ages_of(member, day),
        is_adult=member.part == Membership.Part.ADULT,
        responsible_for_a_child=families.is_responsible(file, person, day),
        died=bool(member.loss),
        barred=person in known.barred,
        carer=person in known.carers,
        capacity=capacity,
        other_adults_agreed=not in_interests or _others_agreed(file, person, scope, agency),
    )
    judged = None
    if judgement is not None and judgement.person_id == person:
        judged = rules.Judgement(judgement.understands, judgement.parent_needed, judgement.because)
    decision, basis = rules.basis_for(giver, judged)
    decision.or_raise()
    return basis


def _capacity(known: Agreeing, person: int, now: datetime) -> rules.Capacity:
    again_on = known.in_their_interests.get(person)
    if again_on is not None and day_of(now) <= again_on:
        return rules.Capacity.BEST_INTERESTS
    if again_on is not None or person in known.cannot:
        return rules.Capacity.CANNOT
    return rules.Capacity.ASSUMED


def _others_agreed(file: FamilyFile, person: int, scope: str, agency: int) -> bool:
    """Whether each other adult of the family has said yes to the same themselves."""
    adults = {row.person_id for row in families.living_in(file) if row.part == "adult"} - {person}
    agreed = Agreement.objects.filter(
        in_force(file.opened_at), family=file.family, scope=scope, agency=agency
    ).exclude(basis="best_interests")
    return adults <= set(agreed.values_list("given_by", flat=True))
