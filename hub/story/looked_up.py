"""What the story looks up: somebody asks about a family that is hidden, and is told nothing; and
the review of one night, which finds two files of one family."""

from datetime import datetime

from hub.access.lookup import asking
from hub.kernel.files import Actor
from hub.matching.batch.review import review
from hub.matching.rules import Description


def look_up(actor: Actor, *, now: datetime) -> None:
    """Ask about a mother and her son at a refuge: a coordinator has it to look at behind (S19)."""
    typed = [
        Description(given="Fionn", surname="Brennan"),
        Description(given="Aoife", surname="Brennan"),
    ]
    asking.check(actor, typed, purpose="lookup.registering", now=now)


def review_by_night() -> None:
    """Look at everybody, as the worker does while nobody is at work: a coordinator has two files
    to look at side by side (S21)."""
    review(pause=0)
