"""What is kept and shown of a plan: conflicts, what is held back, the journal, the reads."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.audit import journal
from hub.families import queries as families
from hub.families.models import Membership
from hub.kernel.conflicts import Conflict
from hub.kernel.files import Level, NotInYourFiles
from hub.plans import changes, lists, queries
from hub.plans.models import Action
from tests.plans.acts import add, attempt, hold_back, plan_with_action, row
from tests.plans.around import Around, opened, through


def test_the_second_editor_is_told_and_shown_both(around: Around) -> None:
    _, action = plan_with_action(around)
    mine: dict[str, Any] = {
        "due_on": around.today,
        "owner_member": around.mother,
        "now": around.now,
    }
    attempt(around, "ben", changes.edit_action, action, step="Write", version=1, **mine)

    with pytest.raises(Conflict) as told, opened(around.amina, around.reference) as file:
        changes.edit_action(file, action, step="Ring twice", version=1, **mine)

    assert told.value.theirs["What will be done"] == "Write"
    assert told.value.yours["What will be done"] == "Ring twice"
    assert told.value.version == 2
    with opened(around.amina, around.reference) as file:
        last = families.last_change(queries.action_in(file, action))
    assert last is not None
    assert last.name == "Ben Hughes"


def test_an_action_changed_since_it_was_read_is_not_marked_done(around: Around) -> None:
    _, action = plan_with_action(around)
    mine: dict[str, Any] = {
        "due_on": around.today,
        "owner_practitioner": around.ben.id,
        "now": around.now,
    }
    attempt(around, "amina", changes.edit_action, action, step="Write", version=1, **mine)

    with pytest.raises(Conflict), opened(around.ben, around.reference) as file:
        changes.mark_done(file, action, version=1, now=around.now)

    assert row(around, action).done_at is None


def test_what_is_held_back_is_not_there(around: Around) -> None:
    goal, action = plan_with_action(around)
    with through(around.amina, around.family):
        hold_back(around, "goal", goal)

    with opened(around.ben, around.reference) as file:
        plan = queries.plan_in(file)
        assert plan is not None
        assert queries.goals_in(file, plan) == []
        assert lists.actions_of(around.ben, [file]) == []
        with pytest.raises(NotInYourFiles):
            queries.action_in(file, action)
        with pytest.raises(NotInYourFiles):
            changes.mark_done(file, action, version=1, now=around.now)


@pytest.mark.requirement("S19")
def test_what_somebody_held_back_does_is_held_back_with_them(around: Around) -> None:
    _, action = plan_with_action(around, "mother")
    with through(around.amina, around.family):
        hold_back(around, "membership", Membership.objects.get(person=around.mother).pk)

    with opened(around.ben, around.reference) as file:
        names = [possible.name for possible in queries.owners_in(file)]
        with pytest.raises(NotInYourFiles):
            queries.action_in(file, action)

    assert "Dee Okafor" not in names


@pytest.mark.requirement("2.119")
def test_each_verb_leaves_its_line(around: Around) -> None:
    with opened(around.amina, around.reference) as file:
        changes.open_plan(file, now=around.now)
        goal = changes.add_goal(file, words="Sleep", now=around.now)
        action = add(file, goal.pk, around, "ben")
        changes.mark_done(file, action.pk, version=1, now=around.now)
        changes.mark_not_done(file, action.pk, version=2, now=around.now)
        lines = [line.event for line in journal.pending()]

    assert lines == [
        "file.opened",
        "plan.opened",
        "goal.added",
        "action.added",
        "action.done",
        "action.not_done",
    ]


def test_who_sees_the_summary_knows_of_a_plan_and_nothing_in_it(around: Around) -> None:
    plan_with_action(around)

    with opened(around.carys, around.reference) as file:
        assert file.level == Level.SUMMARY
        plan = queries.plan_in(file)
        assert plan is not None
        assert queries.goals_in(file, plan) == []
        assert Action.objects.count() == 0
        state = lists.plans_of([file], today=around.today)[around.family]

    assert state.is_open
    assert state.open_actions == 0


def test_a_plan_of_forty_actions_is_read_in_two_queries(around: Around) -> None:
    goal, _ = plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        for _ in range(39):
            add(file, goal, around, "ben")
        plan = queries.plan_in(file)
        assert plan is not None
        with CaptureQueriesContext(connection) as asked:
            goals = queries.goals_in(file, plan)
            names = {a.owner_name for g in goals for a in g.actions}

    assert len(asked) == 2
    assert len(goals[0].actions) == 40
    assert names == {"Ben Hughes"}
