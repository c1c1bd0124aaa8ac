"""Advice that practitioners of the story asked for: of a family they know, and without names."""

from datetime import datetime, timedelta

from hub.intake.sought import changes
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, FamilyFile

DUTY = "Duty worker, the access team"


def by_the_lead(file: FamilyFile, *, now: datetime) -> None:
    """Who leads has asked, and is still to decide."""
    changes.save(
        file,
        asked_on=day_of(now - timedelta(days=1)),
        whom=DUTY,
        named=True,
        asked="An uncle comes to the gate though a court said no. Who has to know?",
        advised="The school, today. Ring again if he comes to the door.",
        now=now - timedelta(days=1),
    )


def by_a_colleague(file: FamilyFile, *, now: datetime) -> None:
    """Somebody who works with the family asked without names, and decided."""
    changes.save(
        file,
        asked_on=day_of(now - timedelta(days=20)),
        whom="Our safeguarding lead",
        named=False,
        asked="A child is tired every morning. Is that a worry?",
        advised="Ask about nights first.",
        decided="To ask at the next visit",
        because="It may be the baby who wakes everybody",
        now=now - timedelta(days=20),
    )


def of_nobody(actor: Actor, *, now: datetime) -> None:
    """Somebody asked about families that are not here: one to decide still, one decided."""
    changes.save_own(
        actor,
        asked_on=day_of(now - timedelta(days=2)),
        whom=DUTY,
        named=False,
        asked="A parent told me of shouting next door. There is a baby.",
        advised="Tell the parent to ring themselves; ring again with what I know.",
        now=now - timedelta(days=2),
    )
    changes.save_own(
        actor,
        asked_on=day_of(now - timedelta(days=40)),
        whom="Safeguarding lead, health visiting",
        named=True,
        asked="Does a bruise on a baby who does not crawl always go to the access team?",
        advised="Yes, always, the same day.",
        decided="I rang them the same hour",
        because="The baby does not crawl",
        now=now - timedelta(days=40),
    )
