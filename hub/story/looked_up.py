"""A look-up in the story: somebody asks about a family that is hidden, and is told nothing."""

from datetime import datetime

from hub.access.lookup import asking
from hub.kernel.files import Actor
from hub.matching.rules import Description


def look_up(actor: Actor, *, now: datetime) -> None:
    """Ask about a mother and her son at a refuge: a coordinator has it to look at behind (S19)."""
    typed = [
        Description(given="Fionn", surname="Brennan"),
        Description(given="Aoife", surname="Brennan"),
    ]
    asking.check(actor, typed, purpose="lookup.registering", now=now)
