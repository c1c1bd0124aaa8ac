"""The quick start: a family registered with the few words it came with, in one step."""

from contextlib import suppress
from datetime import datetime

from hub.about import changes as about
from hub.intake import changes as intake
from hub.intake.arrivals import changes as arrivals
from hub.intake.registration import Registration
from hub.kernel.files import Actor, FamilyFile, NotInYourFiles


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

    `arrival` is what waited in the hub's queue, which ends with it; one that is not the actor's, or
    has been deleted meanwhile, is nobody's business here. Raises as `intake.register`, and
    NotAllowed for an arrival that another coordinator has in hand.
    """
    file = intake.register(actor, registration, draft=draft, now=now)
    if why:
        about.save_part(file, "story", version=0, said={"worries": why}, now=now)
    if arrival is not None:
        with suppress(NotInYourFiles):
            arrivals.end_registered(actor, arrival, now=now)
    return file
