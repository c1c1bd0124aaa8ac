"""Changes of a plan on the real database, as the role web: who may, who may not, what is kept."""

from collections.abc import Callable
from typing import Any

import pytest

from hub.access.models import Involvement, Lead
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from hub.plans import changes, queries
from hub.plans.models import Action, Closure, Goal, Plan
from tests.plans.acts import add, attempt, close, plan_with_action, row
from tests.plans.around import Around, make, opened, through

EVERYBODY = ("amina", "ben", "carys", "dov", "esi")
WRITERS = ("amina", "ben")


@pytest.mark.requirement("2.6")
@pytest.mark.parametrize("name", EVERYBODY)
def test_only_the_lead_opens_a_plan_where_somebody_leads(around: Around, name: str) -> None:
    allowed = attempt(around, name, changes.open_plan, now=around.now)

    with through(around.amina, around.family):
        assert Plan.objects.count() == allowed
    assert allowed == (name == "amina")


@pytest.mark.requirement("2.6", "S20")
@pytest.mark.parametrize("name", EVERYBODY)
def test_whoever_works_with_a_family_nobody_leads_starts_its_plan(
    nobody_leads: Around, name: str
) -> None:
    around = nobody_leads

    allowed = attempt(around, name, changes.open_plan, now=around.now)

    with through(around.amina, around.family):
        leading = list(Lead.objects.filter(until_at=None).values_list("practitioner", "stage"))
        assert Plan.objects.count() == allowed
    assert allowed == (name in ("amina", "ben", "carys"))
    assert leading == ([(around.who(name).id, "starting")] if allowed else [])


@pytest.mark.requirement("2.6", "S18")
def test_a_second_plan_is_refused_with_who_leads(around: Around) -> None:
    plan_with_action(around)

    with (
        pytest.raises(changes.PlanExists) as refused,
        opened(around.carys, around.reference) as file,
    ):
        changes.open_plan(file, now=around.now)

    assert refused.value.lead is not None
    assert refused.value.lead.name == "Amina Rahman"


@pytest.mark.requirement("2.6")
def test_the_database_itself_refuses_a_second_open_plan(around: Around) -> None:
    plan_with_action(around)

    with (
        pytest.raises(Exception, match="family_has_one_open_plan"),
        through(around.amina, around.family),
    ):
        Plan(family_id=around.family, opened_by_id=around.ben.id, opened_at=around.now).save(
            force_insert=True
        )


def test_a_new_plan_can_follow_a_closed_one(around: Around) -> None:
    plan_with_action(around)
    close(around, "amina")

    with opened(around.amina, around.reference) as file:
        newer = changes.open_plan(file, now=clock.now())
        shown = queries.plan_in(file)

    assert shown == newer


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_lead_and_the_team_add_goals_and_actions(around: Around, name: str) -> None:
    goal, _ = plan_with_action(around)

    goals = attempt(around, name, changes.add_goal, words="Sleep", now=around.now)
    actions = attempt(around, name, add, goal, around, "mother")

    with through(around.amina, around.family):
        assert Goal.objects.count() == 1 + goals
        assert Action.objects.count() == 1 + actions
    assert goals == actions == (name in WRITERS)


@pytest.mark.parametrize("name", EVERYBODY)
def test_the_lead_and_the_team_change_goals_and_actions(around: Around, name: str) -> None:
    goal, action = plan_with_action(around)
    step = {
        "step": "Write to the school",
        "due_on": around.today,
        "owner_member": around.mother,
        "version": 1,
        "now": around.now,
    }

    goals = attempt(around, name, changes.edit_goal, goal, words="Calm", version=1, now=around.now)
    actions = attempt(around, name, changes.edit_action, action, **step)

    with through(around.amina, around.family):
        assert (Goal.objects.get().words == "Calm") == goals
        assert (Action.objects.get().step == "Write to the school") == actions
    assert goals == actions == (name in WRITERS)


@pytest.mark.requirement("2.119")
@pytest.mark.parametrize("owner", ["ben", "mother", "amina"])
@pytest.mark.parametrize("name", EVERYBODY)
def test_the_owner_and_the_lead_mark_done_and_undo(around: Around, name: str, owner: str) -> None:
    _, action = plan_with_action(around, owner)

    done = attempt(around, name, changes.mark_done, action, version=1, now=around.now)
    kept = row(around, action).done_by_id
    undone = attempt(around, name, changes.mark_not_done, action, version=2, now=around.now)

    assert done == undone == (name in {"amina", owner})
    assert kept == (around.who(name).id if done else None)
    assert row(around, action).done_at is None


@pytest.mark.requirement("2.90", "2.149")
@pytest.mark.parametrize("name", EVERYBODY)
def test_only_the_lead_closes(around: Around, name: str) -> None:
    plan_with_action(around)

    allowed = close(around, name)

    with through(around.amina, around.family):
        assert (Plan.objects.get().closed_at is not None) == allowed
        assert Closure.objects.count() == allowed
    assert allowed == (name == "amina")


@pytest.mark.requirement("2.91", "S32")
def test_a_child_protection_concern_is_closed_with_its_referral(around: Around) -> None:
    plan_with_action(around)

    assert not close(around, "amina", protection_concern=True)
    assert close(around, "amina", protection_concern=True, referral="Rang the access team today")
    with opened(around.amina, around.reference) as file:
        plan = queries.plan_in(file)
        closure = queries.closure_of(file, plan) if plan else None

    assert closure is not None
    assert closure.referral == "Rang the access team today"


def test_a_closed_plan_changes_no_more(around: Around) -> None:
    goal, action = plan_with_action(around)
    close(around, "amina")

    tries: tuple[tuple[Callable[..., object], dict[str, Any]], ...] = (
        (changes.add_goal, {"words": "More"}),
        (changes.mark_done, {"pk": action, "version": 1}),
        (changes.edit_goal, {"pk": goal, "words": "Else", "version": 1}),
    )
    for change, typed in tries:
        with (
            pytest.raises(NotAllowed, match="not open"),
            opened(around.amina, around.reference) as file,
        ):
            change(file, **typed, now=around.now)


def test_another_familys_action_is_not_there(around: Around) -> None:
    _, action = plan_with_action(around)
    other = make(prefix="Other ")

    with pytest.raises(NotInYourFiles), opened(other.amina, other.reference) as file:
        changes.mark_done(file, action, version=1, now=around.now)


@pytest.mark.requirement("2.119", "S12")
@pytest.mark.parametrize("name", ["carys", "dov", "esi"])
def test_an_action_goes_to_nobody_who_could_not_see_it(around: Around, name: str) -> None:
    goal, _ = plan_with_action(around)

    with pytest.raises(NotAllowed, match="Choose"), opened(around.amina, around.reference) as file:
        add(file, goal, around, name)


@pytest.mark.requirement("2.119")
def test_an_owner_who_left_the_team_stays_until_somebody_else_is_chosen(around: Around) -> None:
    _, action = plan_with_action(around)
    with through(around.amina, around.family):
        around_ben = {"practitioner": around.ben.id, "until_at": None}
        Involvement.objects.filter(**around_ben).update(until_at=around.now)

    kept = {"owner_practitioner": around.ben.id, "version": 1, "now": around.now}
    assert attempt(
        around, "amina", changes.edit_action, action, step="Ring", due_on=around.today, **kept
    )


def test_nothing_written_is_nothing_added(around: Around) -> None:
    goal, _ = plan_with_action(around)
    blank = {"goal": goal, "step": " ", "due_on": around.today, "owner_member": around.mother}

    tries: tuple[tuple[Callable[..., object], dict[str, Any]], ...] = (
        (changes.add_goal, {"words": "  "}),
        (changes.add_action, blank),
    )
    for change, typed in tries:
        assert not attempt(around, "amina", change, **typed, now=around.now)
