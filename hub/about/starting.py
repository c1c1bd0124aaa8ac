"""The quick start: a family registered with the few words it came with, in one step."""

from datetime import datetime

from hub.about import changes as about
from hub.intake import changes as intake
from hub.intake.arrivals import changes as arrivals
from hub.intake.registration import Registration
from hub.kernel.files import Actor, FamilyFile


def start(
    actor: Actor,
    registration: Registration,
    *,
    why: str = "",
    draft: int | None = None,
    arrival: int | None = None,
    now: datetime,
) -> FamilyFile:
    """Register a family and keep why it came as what worries it, so that it is not asked again.

    `arrival` is what waited in the hub's queue, which ends with it. Raises as `intake.register`,
    and NotInYourFiles for an arrival that is not the actor's to end.
    """
    file = intake.register(actor, registration, draft=draft, now=now)
    if why:
        about.save_part(file, "story", version=0, said={"worries": why}, now=now)
    if arrival is not None:
        arrivals.end_registered(actor, arrival, now=now)
    return file
