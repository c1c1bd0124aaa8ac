"""The plan's pages: who gets each, what a post does, and what it does the second time."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.agencies.models import RoleGrant
from hub.families.models import Membership
from hub.plans import changes
from hub.plans.models import Action, Closure, Goal, Plan
from hub.web.staff.plans.shown import plan_page
from tests.plans.acts import add, close, plan_with_action, row
from tests.plans.around import Around, make, member, opened, through
from tests.web.staff.plan_pages import at, day, get, post, sign_in, text

EVERYBODY = ("amina", "ben", "carys", "dov", "esi")
INSIDE = ("plan_paper", "plan_closure", "goals", "goal", "actions", "action")
ONCE = "a-token-of-one-form"


def numbers(page: str, goal: int, action: int) -> dict[str, int]:
    """What the address of a page needs besides the reference."""
    needs = {"goal": goal, "actions": goal}, {"action": action}
    if page in needs[0]:
        return {"goal": goal}
    return {"action": action} if page.startswith("action") else {}


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
        "actions": post(around, name, "actions", step, goal=goal),
        "goal": post(around, name, "goal", {"words": "Calm", "version": 1}, goal=goal),
        "action": post(around, name, "action", step | {"version": 1}, action=action),
        "done": post(around, name, "action_done", {"version": 2}, action=action),
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

    post(around, "ben", "action_done", {"version": 1}, action=action)
    done = text(get(around, "ben", "plan"))
    post(around, "ben", "action_not_done", {"version": 2}, action=action)

    assert "1 of 1 action done" in done
    assert "Not done after all" in done
    assert row(around, action).done_at is None


def test_marking_what_was_changed_meanwhile_says_so(around: Around) -> None:
    _, action = plan_with_action(around)
    client = sign_in(around.ben)
    with opened(around.amina, around.reference) as file:
        changes.edit_action(
            file,
            action,
            step="Something else",
            due_on=around.today,
            owner_practitioner=around.ben.id,
            version=1,
            now=around.now,
        )

    answer = client.post(at(around, "action_done", action=action), {"version": 1}, follow=True)

    assert "changed while you were looking at it" in text(answer)
    assert row(around, action).done_at is None


def test_a_look_changes_nothing(around: Around) -> None:
    _, action = plan_with_action(around)

    for page in ("action_done", "action_not_done"):
        assert get(around, "ben", page, action=action).status_code == 302

    assert row(around, action).version == 1


@pytest.mark.parametrize("page", ["goals", "actions", "plan_closure", "action_done"])
def test_a_form_posted_twice_does_a_thing_once(around: Around, page: str) -> None:
    goal, action = plan_with_action(around)
    step = {"step": "Ask", "owner": f"member-{around.mother}", **day("due_on", around.today)}
    end = {"reason": "enough", "note": "Better", "protection_concern": "no"}
    typed = {"goals": {"words": "Sleep"}, "actions": step, "plan_closure": end}
    client = sign_in(around.amina)
    address = at(around, page, **numbers(page, goal, action))

    data = typed.get(page, {"version": 1}) | {"once": ONCE}
    first, second = client.post(address, data), client.post(address, data)

    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]
    with through(around.amina, around.family):
        assert Goal.objects.count() == 1 + (page == "goals")
        assert Action.objects.count() == 1 + (page == "actions")
        assert Closure.objects.count() == (page == "plan_closure")
        assert Action.objects.get(pk=action).version == 1 + (page == "action_done")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Enter what will be done"),
        ({"step": "Ring them"}, "Choose who will do it"),
        ({"step": "Ring them", "owner": "member-1"}, "Choose one of the answers listed"),
        ({"step": "Ring them", "owner": "practitioner-x"}, "Choose one of the answers listed"),
        ({"step": "x" * 301}, "must be 300 characters or fewer"),
        ({"step": "Ring them", "due_on-day": "31", "due_on-month": "2"}, "must include a year"),
    ],
)
def test_bad_input_is_said_and_kept(around: Around, typed: dict[str, str], says: str) -> None:
    goal, _ = plan_with_action(around)

    answer = post(around, "amina", "actions", typed, goal=goal)

    assert answer.status_code == 200
    assert says in text(answer)
    assert typed.get("step", "") in text(answer)
    with through(around.amina, around.family):
        assert Action.objects.count() == 1


@pytest.mark.parametrize("days", [-1, 731])
def test_a_date_that_cannot_be_is_said_and_kept(around: Around, days: int) -> None:
    goal, _ = plan_with_action(around)
    due = day("due_on", around.today + timedelta(days=days))
    typed = {"step": "Kept words", "owner": f"member-{around.mother}", **due}

    answer = text(post(around, "amina", "actions", typed, goal=goal))

    assert "The date to do this by must be" in answer
    assert "Kept words" in answer
    assert f'value="{due["due_on-year"]}"' in answer


@pytest.mark.parametrize("page", ["goal", "action"])
def test_the_second_editor_sees_both_texts_keeps_theirs_and_chooses(
    around: Around, page: str
) -> None:
    goal, action = plan_with_action(around)
    ids = {"goal": goal} if page == "goal" else {"action": action}
    rest: dict[str, Any] = {"owner": f"practitioner-{around.ben.id}"}
    rest |= day("due_on", around.today) | {"version": 1}
    field = "words" if page == "goal" else "step"
    post(around, "ben", page, {field: "What Ben wrote", **rest}, **ids)

    told = post(around, "amina", page, {field: "What Amina wrote", **rest}, **ids)
    chosen = post(around, "amina", page, {field: "What Amina wrote", **rest, "version": 2}, **ids)

    assert told.status_code == 409
    for words in ("Ben Hughes", "What Ben wrote", "What Amina wrote", 'name="version" value="2"'):
        assert words in text(told)
    assert chosen.status_code == 302
    with through(around.amina, around.family):
        kept = Goal.objects.get().words if page == "goal" else Action.objects.get().step
    assert kept == "What Amina wrote"


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


def test_forty_actions_names_in_any_script_and_long_words(db: None) -> None:
    around = make(mother="أمينة الحداد")
    goal, _ = plan_with_action(around, "mother")
    with opened(around.amina, around.reference) as file:
        for _ in range(39):
            add(file, goal, around, "mother")
        changes.add_goal(file, words="<b>" + "Longword" * 60, now=around.now)
        member(file, "<script>alert(1)</script>", Membership.Part.ADULT, around.now)

    plan, paper = text(get(around, "ben", "plan")), text(get(around, "ben", "plan_paper"))

    for shown in (plan, paper):
        assert shown.count("<bdi>أمينة الحداد</bdi>") >= 40
        assert "&lt;b&gt;Longword" in shown
        assert "<script>alert" not in shown


def test_another_familys_numbers_are_not_there(around: Around) -> None:
    goal, action = plan_with_action(around)
    other = make(prefix="Other ")

    for page in ("goal", "actions", "action", "action_done", "action_not_done"):
        assert post(other, "amina", page, **numbers(page, goal, action)).status_code in (404, 302)
        if page in INSIDE:
            assert get(other, "amina", page, **numbers(page, goal, action)).status_code == 404
    assert row(around, action).version == 1


def test_a_plan_page_asks_no_more_for_forty_actions_than_for_one(around: Around) -> None:
    goal, _ = plan_with_action(around)
    counts = [asked(around)]
    with opened(around.amina, around.reference) as file:
        for _ in range(39):
            add(file, goal, around, "ben")
    counts.append(asked(around))

    assert counts[0] == counts[1]
    with opened(around.amina, around.reference) as file, CaptureQueriesContext(connection) as few:
        plan_page(file, today=around.today)
    assert len(few) <= 7


def asked(around: Around) -> int:
    """How many queries the plan page takes."""
    client = sign_in(around.ben)
    with CaptureQueriesContext(connection) as captured:
        client.get(at(around, "plan"))
    return len(captured)
