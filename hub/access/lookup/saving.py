"""Asking once more as a family is saved, so that two who register one family end with one."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import transaction

from hub.access.lookup import events, rules
from hub.access.lookup.asking import (
    MOST_PEOPLE,
    Checked,
    Told,
    answers_of,
    hub_of,
    is_enough,
    limits,
    shown_in,
    told_of,
    written,
)
from hub.access.lookup.facts import asked_lately
from hub.access.lookup.marks import whole_mark
from hub.access.lookup.rules import Says
from hub.access.lookup.seen import covers, seal
from hub.access.lookup.turns import wait_for_turn
from hub.kernel.files import Actor
from hub.matching.rules import Description


def once_more(
    actor: Actor,
    typed: Sequence[Description],
    *,
    shown: bool,
    seen: str = "",
    because: str = "",
    clock: Callable[[], datetime],
) -> Checked | None:
    """Ask again as a family is about to be saved, after waiting for whoever saves the same people.

    Takes whether the new family may be told of (`shown`), the seal of what its writer was told
    before, why it is another family, a code of `rules.ANOTHER`, and the clock: the waiting takes
    time. Gives what they are told now, or None to go on: where nothing is, or all of it was told
    before and whatever is surely theirs has its reason. Until the transaction ends whoever saves
    the same people waits then.

    Over a limit nothing is told, help goes on, and a coordinator looks behind (S19).
    """
    people = [one for one in typed if one != Description()][:MOST_PEOPLE]
    if actor.has_role("administrator") or not is_enough(people):
        return None
    lately, careful = asked_lately(clock())
    stopped = not rules.may_ask_again(lately, limits(), hub="")
    with transaction.atomic():
        wait_for_turn(people, shown=shown)
        now = clock()
        told = told_of(people, careful, now)
        if stopped:
            told = [_behind(one) for one in told]
        known = shown_in(told)
        reason = because in rules.ANOTHER or not any(known.values())
        goes_on = reason and covers(seen, actor.id, known)
        if not goes_on:
            transaction.set_rollback(True)  # nobody waits for who does not save
    return _written(actor, people, told, now, stopped, goes_on)


def _written(
    actor: Actor, people: Sequence[Description], told: list[Told], now: datetime,
    stopped: bool, goes_on: bool,
) -> Checked | None:  # fmt: skip
    """Write down that it was asked, and give what is told, if anything is."""
    mark, known = whole_mark(people), shown_in(told)
    if goes_on:  # the hub looks at what is said to be another family
        told = [_behind(one) if known.get(one[0].family) else one for one in told]
    written(actor, people, mark, events.SAVING, told, now, stopped=stopped)
    if goes_on:
        return None
    hub = hub_of(actor)
    return Checked(answers_of(told, hub), hub, mark, seal(actor.id, mark, known))


def _behind(one: Told) -> Told:
    """What somebody would have been told of and is not, or says is another: a coordinator looks."""
    candidate, found, sure, answer = one
    hidden = answer.behind or answer.says is not Says.NOTHING
    return candidate, found, sure, rules.HIDDEN if hidden else rules.NOTHING
