"""What waits in the hubs' queues of the story: one of each way in, in each state."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from hub.access import opening
from hub.agencies import queries as agencies
from hub.agencies.models import Practitioner
from hub.audit import journal
from hub.intake.arrivals import changes
from hub.kernel.clock import day_of
from hub.kernel.files import Actor, job_actor

Said = dict[str, Any]
MARNIE: Said = {
    "name": "Marnie",
    "relation": "mother",
    "words": "I am tired and the baby does not sleep. I would like somebody to talk to.",
    "child_name": "Otis",
    "child_age": 1,
    "contact": "07700 900411",
    "contact_words": "Mornings, not at weekends",
}
TEENAGER: Said = {
    "name": "Rowan",
    "relation": "young_person",
    "words": "Things at home are hard. I do not want my parents to know yet.",
    "child_age": 15,
}
HALL: Said = {
    "name": "Delroy",
    "relation": "father",
    "words": "A neighbour worried about shouting at night.",
    "child_name": "Imani",
    "child_age": 6,
    "contact": "delroy@example.org",
    "may_say_who": True,
}


def tell_arrivals(cast: Mapping[str, Practitioner], *, now: datetime) -> None:
    """Fill the queues of Marsh End and Harbour."""
    marsh_end, harbour = cast["dilip"].locality_id, cast["petra"].locality_id
    family = job_actor("arrivals.ask")
    with _acting(family):
        changes.ask(family, token="", locality=marsh_end, **MARNIE, now=now - timedelta(days=3))
        changes.ask(family, token="", locality=marsh_end, **TEENAGER, now=now - timedelta(hours=5))
        elsewhere = {"name": "Ursula", "words": "Somewhere to meet other parents."}
        there = changes.ask(
            family, token="", locality=harbour, **elsewhere, now=now - timedelta(days=1)
        )
        advised = {"name": "Joss", "words": "Where can we get a cot?", "relation": "carer"}
        asked = changes.ask(
            family, token="", locality=marsh_end, **advised, now=now - timedelta(days=9)
        )
    with _at_work(cast["tess"], now) as access_team:
        passed = changes.pass_down(
            access_team,
            locality=marsh_end,
            **HALL,
            outcome_words="No harm found. Delroy would like help with bedtimes.",
            agreed="Delroy said yes to the hub ringing him.",
            agreed_on=day_of(now - timedelta(days=4)),
            not_to_say="Do not say who told us.",
            now=now - timedelta(days=4),
        )
    for who, row in (("dilip", asked), ("dilip", passed), ("petra", there)):
        with _at_work(cast[who], now) as coordinator:
            changes.take(coordinator, row.pk, version=1, now=now - timedelta(hours=20))
    with _at_work(cast["dilip"], now) as coordinator:
        changes.end(
            coordinator, asked.pk, outcome="advice", note="The baby bank.", version=2, now=now
        )


@contextmanager
def _at_work(who: Practitioner, now: datetime) -> Iterator[Actor]:
    actor = agencies.actor_for(who.account_id, who.pk, now)
    assert actor is not None  # noqa: S101 - everybody of the cast is at work when it is told
    with _acting(actor):
        yield actor


@contextmanager
def _acting(actor: Actor) -> Iterator[None]:
    with journal.transaction():
        opening.begin(actor)
        try:
            yield
        finally:
            opening.forget()
