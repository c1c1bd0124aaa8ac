"""The authority's own list of what may be going on in a family (2.48)."""

from collections.abc import Collection
from datetime import datetime

from hub.about import lists, rules
from hub.about.models import Situation
from hub.audit.change import change
from hub.audit.events import register
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor
from hub.kernel.ids import random_id

register("situation.added", "added to what families are asked is going on")
register("situation.ended", "took a question away that families were asked")
register("situation.asked_again", "brought a question back that families are asked")


@change("situation.added")
def add_situation(
    actor: Actor, *, words: str, headlines: Collection[str], now: datetime
) -> Situation:
    """One more situation that families are asked about, with what it is counted under.

    Raises NotAllowed for whoever is no administrator, and for what is asked about already.
    """
    rules.may_keep_situations(administrator=actor.has_role("administrator")).or_raise()
    there = lists.all_situations()
    rules.may_add_situation(words, asked=[one.words for one in there]).or_raise()
    known = [one.code for one in lists.headlines() if one.code in headlines]
    last = max((one.position for one in there), default=0)
    row = Situation(
        code=f"local-{random_id()}",
        words=words.strip(),
        headlines=known,
        position=last + 1,
        added_at=now,
    )
    row.save(force_insert=True)
    return row


@change("situation.ended")
def stop_asking(actor: Actor, code: str, *, now: datetime) -> Situation:
    """Ask about this situation no more. Where it was chosen it stays. Raises NotAllowed."""
    return _keep(actor, code, now)


@change("situation.asked_again")
def ask_again(actor: Actor, code: str) -> Situation:
    """Ask about this situation again. Raises NotAllowed."""
    return _keep(actor, code, None)


def _keep(actor: Actor, code: str, ended_at: datetime | None) -> Situation:
    rules.may_keep_situations(administrator=actor.has_role("administrator")).or_raise()
    row = Situation.objects.select_for_update().filter(pk=code).first()
    if row is None:
        raise NotAllowed("This is not on the list.")
    row.ended_at = ended_at
    row.save(update_fields=["ended_at"])
    return row
