"""The plan's forms and sizes: twice, badly, at the same time, and with very much in them."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hub.families.models import Membership
from hub.plans import changes
from hub.plans.models import Action, Closure, Goal
from hub.web.staff.plans.shown import plan_page
from tests.plans.acts import add, plan_with_action, row
from tests.plans.around import Around, make, member, opened, through
from tests.web.staff.plan_pages import at, day, get, numbers, post, sign_in, text

INSIDE = ("plan_paper", "plan_closure", "goals", "goal", "actions", "action")
ONCE = "a-token-of-one-form"


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

    answer = client.post(at(around, "action_done", pk=action), {"version": 1}, follow=True)

    assert "changed while you were looking at it" in text(answer)
    assert row(around, action).done_at is None


def test_a_look_changes_nothing(around: Around) -> None:
    _, action = plan_with_action(around)

    for page in ("action_done", "action_not_done"):
        assert get(around, "ben", page, pk=action).status_code == 302

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
        ({"step": ""}, "Enter what will be done"),
        ({"step": "Ring them"}, "Choose who will do it"),
        ({"step": "Ring them", "owner": "member-1"}, "Choose one of the answers listed"),
        ({"step": "Ring them", "owner": "practitioner-x"}, "Choose one of the answers listed"),
        ({"step": "x" * 301}, "must be 300 characters or fewer"),
        ({"step": "Ring them", "due_on-day": "31", "due_on-month": "2"}, "must include a year"),
    ],
)
def test_bad_input_is_said_and_kept(around: Around, typed: dict[str, str], says: str) -> None:
    goal, _ = plan_with_action(around)

    answer = post(around, "amina", "actions", typed, pk=goal)

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

    answer = text(post(around, "amina", "actions", typed, pk=goal))

    assert "The date to do this by must be" in answer
    assert "Kept words" in answer
    assert f'value="{due["due_on-year"]}"' in answer


@pytest.mark.parametrize("page", ["goal", "action"])
def test_the_second_editor_sees_both_texts_keeps_theirs_and_chooses(
    around: Around, page: str
) -> None:
    goal, action = plan_with_action(around)
    ids = {"pk": goal if page == "goal" else action}
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
        assert post(other, "amina", page, None, **numbers(page, goal, action)).status_code in (
            404,
            302,
        )
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
