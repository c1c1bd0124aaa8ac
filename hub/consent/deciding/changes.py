"""Recording that a carer agrees, and whether somebody can take one decision (S10, 3.13)."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from hub.audit.change import change
from hub.audit.events import register
from hub.consent.deciding import rules
from hub.consent.deciding.models import Capacity, CarerAgrees
from hub.consent.deciding.queries import agreeing_in
from hub.consent.looking.changes import look_again
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.clock import day_of
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import FamilyFile, NotInYourFiles

register("carer.agrees", "recorded that a carer agrees")
register("carer.ended", "recorded that a carer no longer agrees for a child")
register("capacity.judged", "recorded whether somebody can take a decision")


@change("carer.agrees")
def agree_as_carer(
    file: FamilyFile, *, person: int, because: str, advice: str, again_on: date, now: datetime
) -> CarerAgrees:
    """Record that a carer agrees, since nobody with parental responsibility is reached (S10).

    What they agree to is asked and recorded as any yes; this says why it is theirs. It comes back
    to whoever leads on `again_on`. Raises NotInYourFiles, and NotAllowed with the rule's reason.
    """
    rules.may_agree_as_carer(
        _asked(file, person, now),
        level=file.level,
        because=because,
        advice=advice,
        again_on=again_on,
        today=day_of(now),
    ).or_raise()
    row = CarerAgrees(
        family_id=file.family,
        person_id=person,
        because=because.strip(),
        advice=advice.strip(),
        again_on=again_on,
        recorded_by_id=file.actor.id,
        from_at=now,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise NotAllowed("It is recorded already that they agree as the carer.") from error
    look_again(file, kind="carer", person=person, on=again_on, now=now)
    return row


@change("carer.ended")
def end_carer(file: FamilyFile, pk: int, *, now: datetime) -> CarerAgrees:
    """Record that somebody responsible is reached again. What the carer said yes to stays until it
    is asked again; whoever leads is asked at once. Raises NotInYourFiles."""
    rows = CarerAgrees.objects.select_for_update().filter(family=file.family, until_at=None)
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotInYourFiles(file.reference)
    row.until_at = now
    row.version += 1
    row.save(update_fields=["until_at", "version"])
    look_again(file, kind="agreed", person=row.person_id, on=day_of(now), now=now)
    return row


@change("capacity.judged", refs=lambda row: {"about": row.about})
def judge_capacity(
    file: FamilyFile, *, person: int, told: rules.CapacityTold, now: datetime
) -> Capacity:
    """Record whether somebody from 16 can take one decision, and what follows (3.13).

    Raises NotInYourFiles, and NotAllowed with the rule's reason. What they cannot decide comes
    back to whoever leads on the day given.
    """
    rules.may_judge_capacity(
        _asked(file, person, now), told, level=file.level, today=day_of(now)
    ).or_raise()
    cannot = not told.can
    row = Capacity(
        family_id=file.family,
        person_id=person,
        about=Capacity.About(told.about),
        decision=told.decision.strip(),
        doubt=told.doubt.strip(),
        help_given=told.help_given.strip(),
        understands=told.understands,
        retains=told.retains,
        weighs=told.weighs,
        communicates=told.communicates,
        can=told.can,
        consulted=told.consulted.strip() if cannot else "",
        best_interests=told.best_interests.strip() if cannot else "",
        says_yes=told.says_yes and cannot,
        again_on=told.again_on if cannot else None,
        judged_by_id=file.actor.id,
        judged_at=now,
    )
    row.save(force_insert=True)
    if cannot and told.again_on is not None:
        look_again(file, kind="capacity", person=person, on=told.again_on, now=now)
    return row


def _asked(file: FamilyFile, person: int, now: datetime) -> rules.Asked:
    member, day = families.member(file, person), day_of(now)
    return rules.Asked(
        ages=families.ages_of(member, day),
        is_adult=member.part == Membership.Part.ADULT,
        died=bool(member.loss),
        responsible=families.is_responsible(file, person, day),
        barred=person in agreeing_in(file).barred,
    )
