"""The first page: what is due, my families, and that it stays as quick with many."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.access import door, opening
from hub.access.models import Involvement
from hub.agencies.models import Practitioner
from hub.consent.models import Agreement
from hub.families.models import Membership
from hub.kernel import clock
from hub.kernel.files import Actor
from hub.plans import changes, lists
from hub.web.staff.home import shown
from tests.plans.acts import add, close, plan_with_action
from tests.plans.around import Around, actor, make, member, opened, register, through
from tests.web.staff.plan_pages import sign_in, text


def home(who: Actor, page: str = "") -> Any:
    """The first page as somebody gets it."""
    return sign_in(who).get(reverse("home"), {"page": page} if page else {})


def due(around: Around, *days: int) -> None:
    """Actions of Ben's due so many days from today, named by the days."""
    goal, _ = plan_with_action(around, "amina")
    with opened(around.amina, around.reference) as file:
        for number in days:
            action = add(file, goal, around, "ben")
            action.step = f"Step {number}."
            action.due_on = around.today + timedelta(days=number)
            action.save(update_fields=["step", "due_on"])


def lead_many(around: Around, count: int) -> Actor:
    """Somebody new who leads so many families, each with a plan and an action of theirs."""
    amina = Practitioner.objects.select_related("agency", "locality").get(pk=around.amina.id)
    busy = actor(amina.agency, amina.locality, f"Busy {count}")
    for number in range(count):
        reference, _, person = register(busy, [amina.agency], f"Dee {number}")
        with opened(busy, reference) as file:
            changes.open_plan(file, now=around.now)
            goal = changes.add_goal(file, words="Sleep", now=around.now)
            for owner in ({"owner_practitioner": busy.id}, {"owner_member": person}):
                changes.add_action(
                    file,
                    goal=goal.pk,
                    step=f"Step {number}",
                    due_on=around.today + timedelta(days=number % 30),
                    now=around.now,
                    **owner,
                )
    return busy


def test_my_actions_stand_by_date_the_overdue_first(around: Around) -> None:
    due(around, 8, 7, 0, -1, -30)

    page = text(home(around.ben))
    order = [page.index(f"Step {number}.") for number in (-30, -1, 0, 7, 8)]
    headings = [
        page.index(words) for words in ("Overdue (2)", "Due in the next 7 days (2)", "Later (1)")
    ]

    assert order == sorted(order)
    assert headings[0] < order[0] < headings[1] < order[2] < headings[2] < order[4]
    assert "Ring the school" not in page  # Amina's


def test_an_action_is_marked_as_done_from_here_and_leads_back_here(around: Around) -> None:
    _, action = plan_with_action(around)
    address = reverse("action_done", kwargs={"reference": around.reference, "pk": action})

    answer = sign_in(around.ben).post(address, {"version": 1, "then": "home"})

    assert answer["Location"] == reverse("home")
    assert "Nothing is waiting for you" in text(home(around.ben))


@pytest.mark.requirement("S1")
@pytest.mark.parametrize(
    ("name", "says", "level"),
    [
        ("amina", "You lead", "Record"),
        ("ben", "You are in the team", "Plan"),
        ("carys", "You work with them", "Summary"),
    ],
)
def test_my_families_say_what_i_am_to_them(
    around: Around, name: str, says: str, level: str
) -> None:
    due(around, 3)

    page = text(home(around.who(name)))

    assert says in page
    assert f">{level}</strong>" in page
    assert "Open plan" in page
    assert "Dee Okafor" in page
    assert ("Next:" in page) == (name != "carys")


@pytest.mark.parametrize("name", ["dov", "esi"])
def test_who_recorded_nothing_is_told_how_to_begin(around: Around, name: str) -> None:
    page = text(home(around.who(name)))

    assert "You have no families here yet" in page
    assert "Register a family" in page
    assert around.reference not in page
    assert "Dee Okafor" not in page


def test_actions_of_a_closed_plan_wait_for_nobody(around: Around) -> None:
    due(around, 3)
    close(around, "amina")

    page = text(home(around.ben))

    assert "Nothing is waiting for you" in page
    assert "Closed" in page


def test_names_in_any_script_stay_apart(db: None) -> None:
    around = make(mother="أمينة الحداد")
    with through(around.amina, around.family) as file:
        member(file, "<i>Mallory</i>", Membership.Part.ADULT, around.now)

    page = text(home(around.amina))

    assert "<bdi>أمينة الحداد</bdi>" in page
    assert "<i>Mallory" not in page


def test_a_working_relationship_that_ended_ends_here(around: Around) -> None:
    with through(around.amina, around.family):
        Involvement.objects.filter(practitioner=around.carys.id).update(until_at=around.now)

    assert "You have no families here yet" in text(home(around.carys))


@pytest.mark.heavy
def test_the_page_asks_no_more_for_sixty_families_than_for_thirty(around: Around) -> None:
    few, some, many = lead_many(around, 10), lead_many(around, 30), lead_many(around, 60)

    counts = [asked(few), asked(some), asked(many)]

    assert counts[0] == counts[1] == counts[2]
    assert asked_of_the_domain(many) <= 10


def test_any_page_asked_for_is_one_of_those_there_are(around: Around) -> None:
    busy = lead_many(around, shown.SIZE + 2)

    for page in ("", "1", "2", "9", "0", "-1", "x", "99999999", "\u0661"):
        answer = home(busy, page)
        listed = {"2": 2, "9": 0}.get(page, shown.SIZE)
        assert answer.status_code == 200
        assert (f"Your families, page {page}" in text(answer)) == (page in ("2", "9"))
        assert ("There are no more families of yours" in text(answer)) == (page == "9")
        assert ("?page=2#families" in text(answer)) == (listed == shown.SIZE)
        assert text(answer).count("You lead") == listed


def test_the_soonest_actions_and_questions_are_listed_and_all_of_them_one_link_away(
    around: Around,
) -> None:
    """Who has more due than fits sees what is due first, in whichever family, and asks for all."""
    busy = lead_many(around, lists.MOST_DUE + 8)
    client = sign_in(busy)

    first, every = text(client.get("/")), text(client.get("/", {"every": "1"}))

    assert first.count("Mark as done") == shown.SOONEST
    assert "Show everything that is due" in first
    assert every.count("Mark as done") == lists.MOST_DUE + 8
    assert "Show everything that is due" not in every


def test_what_is_due_in_families_that_are_not_ones_own_any_more_hides_nothing_else(
    around: Around,
) -> None:
    """Forty actions due first in families that left, and one in a family that stayed."""
    busy = lead_many(around, lists.MOST_DUE + 1)
    with transaction.atomic():
        opening.begin(busy)
        files = door.list_mine(busy, now=clock.now(), size=shown.MOST)
        last = lists.actions_of(busy, files)[-1]
        opening.forget()
    for file in files:
        if file.family != last.family_id:
            with through(busy, file.family):
                Agreement.objects.filter(family=file.family).update(until_at=clock.now())

    page = text(home(busy))

    assert page.count("Mark as done") == 1
    assert f"{last.step}<" in page
    assert page.count("You lead") == 1
    assert "Show everything that is due" not in page


def asked(who: Actor) -> int:
    """How many queries the first page takes."""
    client = sign_in(who)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(reverse("home")).status_code == 200
    return len(captured)


def asked_of_the_domain(who: Actor) -> int:
    """How many of them are not session's, door's and journal's."""
    with transaction.atomic():
        opening.begin(who)
        with CaptureQueriesContext(connection) as door_only:
            door.list_page(who, [], now=clock.now(), page=1, size=shown.SIZE)
        with CaptureQueriesContext(connection) as captured:
            shown.home(who, page=1, now=clock.now())
        opening.forget()
    return len(captured) - len(door_only)
