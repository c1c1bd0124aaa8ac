"""The plan's pages: who gets each, and what a post does."""

import pytest

from hub.agencies.models import RoleGrant
from hub.plans.models import Action, Goal, Plan
from tests.plans.acts import add, close, plan_with_action, row
from tests.plans.around import Around, opened, through
from tests.web.staff.plan_pages import at, day, get, numbers, post, sign_in, text

EVERYBODY = ("amina", "ben", "carys", "dov", "esi")
INSIDE = ("plan_paper", "plan_closure", "goals", "goal", "actions", "action")
ONCE = "a-token-of-one-form"


@pytest.mark.requirement("2.6", "S1")
@pytest.mark.parametrize("page", ["plan", "plan_opening", *INSIDE])
@pytest.mark.parametrize("name", EVERYBODY)
def test_who_gets_which_page(around: Around, name: str, page: str) -> None:
    goal, action = plan_with_action(around)

    response = get(around, name, page, **numbers(page, goal, action))

    sees = {"amina", "ben"} if page in INSIDE else {"amina", "ben", "carys"}
    assert response.status_code == (200 if name in sees else 404)


@pytest.mark.parametrize("name", EVERYBODY)
def test_who_posts_what(around: Around, name: str) -> None:
    goal, action = plan_with_action(around, "mother")
    step = {"step": "Ask", "owner": f"member-{around.mother}", **day("due_on", around.today)}

    answers = {
        "goals": post(around, name, "goals", {"words": "Sleep"}),
        "actions": post(around, name, "actions", step, pk=goal),
        "goal": post(around, name, "goal", {"words": "Calm", "version": 1}, pk=goal),
        "action": post(around, name, "action", step | {"version": 1}, pk=action),
        "done": post(around, name, "action_done", {"version": 2}, pk=action),
    }

    with through(around.amina, around.family):
        writes = name in ("amina", "ben")
        assert Goal.objects.count() == 1 + writes
        assert Goal.objects.filter(words="Calm").count() == writes
        assert Action.objects.count() == 1 + writes
        assert Action.objects.filter(step="Ask").count() == 2 * writes
        assert Action.objects.exclude(done_at=None).count() == (name == "amina")
    statuses = {page: answer.status_code for page, answer in answers.items()}
    expected = {"amina": (302, 302), "ben": (302, 403)}.get(name, (404, 404))
    assert statuses.pop("done") == expected[1]
    assert set(statuses.values()) == {expected[0]}


@pytest.mark.requirement("2.6", "S20")
def test_opening_is_explained_then_done_and_goes_on_to_the_first_goal(nobody_leads: Around) -> None:
    around = nobody_leads

    asked = get(around, "carys", "plan_opening")
    with through(around.amina, around.family):
        before = Plan.objects.count()
    answer = post(around, "carys", "plan_opening")

    assert "you lead until the first meeting" in text(asked)
    assert before == 0
    # Leading opens the whole file, so the page it goes on to is there.
    assert sign_in(around.carys).get(answer["Location"]).status_code == 200


@pytest.mark.requirement("2.6", "S18")
def test_who_is_too_late_is_shown_who_leads(nobody_leads: Around) -> None:
    around = nobody_leads
    client = sign_in(around.amina)
    client.get(at(around, "plan_opening"))
    post(around, "carys", "plan_opening")

    late = client.post(at(around, "plan_opening"))

    assert late.status_code == 409
    assert "Carys Bevan" in text(late)
    assert "020 7946 0101" in text(late)
    assert "Start the plan</button>" not in text(get(around, "amina", "plan_opening"))
    assert "Being started by" in text(get(around, "amina", "plan"))


def test_who_does_not_work_with_the_family_is_told_to_record_it(nobody_leads: Around) -> None:
    around = nobody_leads
    with through(around.amina, around.family):
        RoleGrant.objects.create(
            practitioner_id=around.dov.id,
            code="coordinator",
            locality_id=around.amina.locality,
            since=around.now,
        )

    asked, answer = get(around, "dov", "plan_opening"), post(around, "dov", "plan_opening")

    assert "Record that you work with this family" in text(asked)
    assert "Start the plan</button>" not in text(asked)
    assert answer.status_code == 403


def test_a_summary_shows_that_there_is_a_plan_and_nothing_in_it(around: Around) -> None:
    plan_with_action(around)

    shown = text(get(around, "carys", "plan"))

    assert "Amina Rahman" in shown
    assert "Mornings without shouting" not in shown
    assert "Ring the school" not in shown
    assert "Add a goal" not in shown


@pytest.mark.parametrize(("name", "buttons"), [("amina", 3), ("ben", 1)])
def test_a_button_to_mark_is_shown_to_who_may_use_it(
    around: Around, name: str, buttons: int
) -> None:
    goal, _ = plan_with_action(around)
    with opened(around.amina, around.reference) as file:
        add(file, goal, around, "mother")
        add(file, goal, around, "amina")

    shown = text(get(around, name, "plan"))

    assert shown.count('type="submit">Mark as done') == buttons


def test_done_and_back_again(around: Around) -> None:
    _, action = plan_with_action(around)

    post(around, "ben", "action_done", {"version": 1}, pk=action)
    done = text(get(around, "ben", "plan"))
    post(around, "ben", "action_not_done", {"version": 2}, pk=action)

    assert "1 of 1 action done" in done
    assert "Not done after all" in done
    assert row(around, action).done_at is None


@pytest.mark.requirement("2.90", "2.91", "S32")
def test_closing_asks_about_child_protection_and_the_referral(around: Around) -> None:
    plan_with_action(around)
    typed = {"reason": "stepped_up", "note": "Worse lately"}

    asked = text(get(around, "amina", "plan_closure"))
    unsaid = text(post(around, "amina", "plan_closure", typed))
    unreferred = text(post(around, "amina", "plan_closure", typed | {"protection_concern": "yes"}))
    said = {"protection_concern": "yes", "referral": "Rang on Monday, Jo took it"}
    closed = post(around, "amina", "plan_closure", typed | said)

    assert "ask each adult alone" in asked
    assert "Choose yes if there are child protection concerns" in unsaid
    assert "Enter how and when you referred" in unreferred
    assert "Worse lately" in unreferred
    assert closed.status_code == 302
    assert "Rang on Monday, Jo took it" in text(get(around, "ben", "plan"))


def test_only_the_lead_is_offered_the_closing(around: Around) -> None:
    plan_with_action(around)
    typed = {"reason": "enough", "note": "Kept words", "protection_concern": "no"}

    refused = text(post(around, "ben", "plan_closure", typed))

    assert "Only the lead professional closes the plan" in refused
    assert at(around, "plan_closure") not in text(get(around, "ben", "plan"))


def test_a_closed_plan_is_read_and_not_written(around: Around) -> None:
    plan_with_action(around)
    close(around, "amina")

    shown = text(get(around, "amina", "plan"))
    refused = post(around, "amina", "goals", {"words": "Kept words"})

    assert "How the plan ended" in shown
    assert "Mark as done" not in shown
    assert "Add an action" not in shown
    assert "The plan is not open" in text(refused)
    assert "Kept words" in text(refused)


def test_a_plan_nobody_has_filled_says_what_to_do(around: Around) -> None:
    nothing = text(get(around, "amina", "plan"))
    post(around, "amina", "plan_opening")
    empty = text(get(around, "amina", "plan"))

    assert "no plan yet" in nothing
    assert "There are no goals yet" in empty


@pytest.mark.requirement("2.174")
def test_a_plan_without_the_family_is_remarked_on(around: Around) -> None:
    goal, _ = plan_with_action(around)
    without = text(get(around, "amina", "plan"))
    with opened(around.amina, around.reference) as file:
        add(file, goal, around, "mother")

    assert "Nobody in the family has an action yet" in without
    assert "Nobody in the family has an action yet" not in text(get(around, "amina", "plan"))
