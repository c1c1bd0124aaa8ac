"""Many at once, committing for real: one plan, one lead, and nobody's words lost."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connections, transaction

from hub.access.models import Involvement, Lead
from hub.agencies.models import Practitioner
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor, FamilyFile
from hub.plans import changes, queries
from hub.plans.models import Plan
from tests.databases import Fresh
from tests.plans.around import Around, actor, involve, make, opened, through

FULL = os.environ.get("HUB_TEST_SCALE") == "full"
ROUNDS = 100 if FULL else 3
OPENERS = 200 if FULL else 20
AT_ONCE = 40  # as many connections as the server has room for; the rest wait their turn
EDITORS = 50


def at_once(count: int, act: Callable[[int], str]) -> list[str]:
    """What each of `count` gets who start together, every one on a connection of their own."""
    together = Barrier(min(count, AT_ONCE))

    def one(number: int) -> str:
        try:
            if number < together.parties:
                together.wait(timeout=60)
            return act(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(together.parties) as pool:
        return list(pool.map(one, range(count)))


def colleagues(around: Around, count: int) -> list[Actor]:
    """Practitioners who work with the family, all in Amina's agency."""

    amina = Practitioner.objects.select_related("agency", "locality").get(pk=around.amina.id)
    people = [actor(amina.agency, amina.locality, f"Colleague {number}") for number in range(count)]
    with through(around.amina, around.family) as file:
        for who in people:
            involve(file, who, Involvement.Kind.WORKING)
    return people


@pytest.mark.heavy
@pytest.mark.requirement("2.6", "S18", "S20")
def test_of_many_who_open_a_plan_at_once_one_does_and_the_rest_learn_who_leads(
    fresh_database: Fresh,
) -> None:
    with transaction.atomic():
        around = make(lead="")
        people = colleagues(around, OPENERS)

    for _ in range(ROUNDS):
        told = at_once(len(people), lambda n: open_plan(around, people[n]))

        with through(around.amina, around.family):
            plans = list(Plan.objects.filter(closed_at=None))
            leads = list(Lead.objects.filter(until_at=None).select_related("practitioner"))
        assert len(plans) == len(leads) == 1
        assert plans[0].opened_by_id == leads[0].practitioner_id
        assert sorted(told) == sorted(["opened"] + [leads[0].practitioner.name] * (len(people) - 1))
        end(around, plans[0])
    connections.close_all()


def open_plan(around: Around, who: Actor) -> str:
    """Who leads, as somebody who was too late is told; "opened" for who was not."""
    try:
        with opened(who, around.reference) as file:
            changes.open_plan(file, now=clock.now())
    except changes.PlanExists as late:
        return late.lead.name if late.lead else "nobody"
    return "opened"


def end(around: Around, plan: Plan) -> None:
    """Nobody leads any more and the plan is closed, for the next round."""
    with through(around.amina, around.family):
        Lead.objects.filter(until_at=None).update(until_at=clock.now())
        Plan.objects.filter(pk=plan.pk).update(closed_at=clock.now())


@pytest.mark.requirement("2.6")
def test_nothing_is_added_while_a_plan_closes(fresh_database: Fresh) -> None:
    with transaction.atomic():
        around = make()
    with opened(around.amina, around.reference) as file:
        changes.open_plan(file, now=clock.now())

    def act(number: int) -> str:
        try:
            with opened(around.amina, around.reference) as file:
                if number == 5:
                    close(file)
                else:
                    changes.add_goal(file, words=f"Goal {number}", now=clock.now())
        except NotAllowed:
            return "refused"
        return "closed" if number == 5 else "added"

    told = at_once(12, act)

    with opened(around.amina, around.reference) as file:
        plan = queries.plan_in(file)
        assert plan is not None
        goals = [shown.goal for shown in queries.goals_in(file, plan)]
    assert told.count("closed") == 1
    assert len(goals) == told.count("added")
    connections.close_all()


def close(file: FamilyFile) -> None:
    """Close the plan as things are better."""
    changes.close_plan(
        file,
        reason="enough",
        note="Better",
        protection_concern=False,
        now=clock.now(),
    )


@pytest.mark.heavy
def test_of_fifty_editors_each_saved_or_was_told(fresh_database: Fresh) -> None:
    with transaction.atomic():
        around = make()
    with opened(around.amina, around.reference) as file:
        changes.open_plan(file, now=clock.now())
        goal = changes.add_goal(file, words="Sleep", now=clock.now())
        action = changes.add_action(
            file, goal=goal.pk, step="Start", owner_member=around.mother, **due(around)
        )

    told = at_once(EDITORS, lambda n: edit(around, action.pk, n))

    with opened(around.amina, around.reference) as file:
        kept = queries.action_in(file, action.pk)
        history = [h.step for h in kept.history_rows.order_by("pgh_id")]  # type: ignore[attr-defined]
    saved = [text for text in told if text.startswith("Step")]
    assert len(saved) == kept.version - 1
    assert sorted(history) == sorted(["Start", *saved])
    assert set(told) - set(saved) <= {"told"}
    assert kept.step in saved
    connections.close_all()


def edit(around: Around, pk: int, number: int) -> str:
    """The words saved, or "told" that somebody else was quicker."""
    who = around.amina if number % 2 else around.ben
    words = f"Step {number}"
    with opened(who, around.reference) as file:
        version = queries.action_in(file, pk).version
    try:
        with opened(who, around.reference) as file:
            changes.edit_action(
                file, pk, step=words, owner_member=around.mother, version=version, **due(around)
            )
    except Conflict as conflict:
        shown = conflict.yours["What will be done"] == words and conflict.theirs != conflict.yours
        return "told" if shown else "not shown both"
    return words


def due(around: Around) -> dict[str, Any]:
    """In a week, written now."""
    return {"due_on": around.today + timedelta(days=7), "now": clock.now()}
