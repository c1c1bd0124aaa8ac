"""Court orders of the story, recorded as whoever leads records them."""

from datetime import date, datetime, timedelta

from hub.consent.orders.changes import record_order
from hub.consent.orders.rules import Told
from hub.families import queries as families
from hub.kernel.clock import day_of
from hub.kernel.files import FamilyFile
from hub.story.families import Ordered


def record(file: FamilyFile, order: Ordered, *, today: date, at: datetime) -> None:
    """Record one order of the story at a moment; it ends in more than a year."""
    people = {m.person.given_names: m.person_id for m in families.members_in(file)}
    told = Told(
        kind=order.kind,
        effects=order.effects,
        children=[people[order.child]],
        person_name=order.bound,
        court="The family court at Tidewell",
        until_on=today + timedelta(days=400),
        seen_by="The health visitor's manager",
        seen_on=day_of(at),
    )
    record_order(file, told, telling_is_safe=False, now=at)
