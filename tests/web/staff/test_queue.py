"""The queue through its pages: read, taken, ended, undone, registered without asking again."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.intake.arrivals import changes
from hub.intake.models import Arrival
from hub.kernel import clock
from tests.families_setup import Staff, acting, make_staff, sign_in
from tests.intake.arriving import DOWN, FAMILY, SAID, access_team, ask
from tests.web.staff.test_registration import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def coordinator(staff: Staff) -> Client:
    return sign_in(staff, "coordinator")


def press(client: Client, name: str, row: Arrival, **typed: Any) -> Any:
    return client.post(reverse(name, args=[row.pk]), typed)


def test_an_empty_queue_says_so(coordinator: Client) -> None:
    page = text(coordinator.get(reverse("queue")))

    assert "No family waits" in page


def test_a_family_in_the_queue_is_among_what_waits_on_the_hubs_page(
    staff: Staff, coordinator: Client
) -> None:
    before = text(coordinator.get(reverse("hub")))
    ask(staff)

    page = text(coordinator.get(reverse("hub")))

    assert "Nothing waits for you" in before
    assert "1 thing waits for you" in page
    assert "1 family that nobody has taken up" in page
    assert "Every family has a lead" not in page


@pytest.mark.requirement("2.50")
def test_it_is_taken_up_ended_and_undone(staff: Staff, coordinator: Client) -> None:
    row = ask(staff, relation="mother", contact="07700 900411")
    assert "Nobody has it yet" in text(coordinator.get(reverse("queue")))
    assert "Say nothing until you know it is them" in text(
        coordinator.get(reverse("arrival", args=[row.pk]))
    )

    press(coordinator, "arrival_taking", row, version=1)
    assert "You have it" in text(coordinator.get(reverse("queue")))
    press(coordinator, "arrival_outcome", row, version=2, outcome="advice", note="Rung")
    assert "Advice was given" in text(coordinator.get(reverse("queue")))
    press(coordinator, "arrival_reopening", row, version=3)

    page = text(coordinator.get(reverse("arrival", args=[row.pk])))
    assert "You have it" in page
    press(coordinator, "arrival_giving_back", row, version=4)
    assert "Take it up" in text(coordinator.get(reverse("arrival", args=[row.pk])))


def test_what_somebody_else_did_meanwhile_is_said(staff: Staff, coordinator: Client) -> None:
    row = ask(staff)
    press(coordinator, "arrival_taking", row, version=1)

    page = text(coordinator.post(reverse("arrival_taking", args=[row.pk]), follow=True))
    assert "Somebody changed this" in page
    page = text(press(coordinator, "arrival_outcome", row, version=1, outcome="advice"))
    assert "Somebody changed this" in page
    page = text(press(coordinator, "arrival_outcome", row, version=2, outcome=""))
    assert "Choose what came of it" in page


@pytest.mark.requirement("2.50", "2.51")
def test_registering_it_asks_nothing_twice_and_ends_it(staff: Staff, coordinator: Client) -> None:
    row = ask(staff, relation="mother", contact="07700 900411", child_name="Otis", child_age=1)
    press(coordinator, "arrival_taking", row, version=1)

    page = text(coordinator.get(reverse("arrival_start", args=[row.pk])))

    for known in ("Marnie", "07700 900411", "Otis", "Somebody to talk to", 'value="1"'):
        assert known in page
    assert "There is a problem" not in page
    answer = coordinator.post(
        reverse("quick_start"),
        {
            "how": "paper",
            "wording": staff.wording.pk,
            "arrival": row.pk,
            "people-0-given_names": "Marnie",
            "people-0-relation": "mother",
            "people-1-given_names": "Otis",
            "people-1-born-age": "1",
            "why": "Somebody to talk to",
        },
    )
    assert "registered" in answer["Location"]
    page = text(coordinator.get(reverse("arrival", args=[row.pk])))
    assert "Registered" in page
    assert "Undo" not in page


@pytest.mark.requirement("S8")
def test_a_young_person_who_asks_is_the_child_and_nobody_is_told(
    staff: Staff, coordinator: Client
) -> None:
    row = ask(staff, name="Rowan", relation="young_person", child_age=15)

    assert "No parent is told" in text(coordinator.get(reverse("arrival", args=[row.pk])))
    page = text(coordinator.get(reverse("arrival_start", args=[row.pk])))
    assert page.index('value="Rowan"') > page.index("people-1-given_names")


def test_a_queue_that_is_not_theirs_is_left_as_it_is_and_tells_nothing(staff: Staff) -> None:
    row, nurse = ask(staff), sign_in(staff, "nurse")

    for number in (row.pk, 1):
        answer = nurse.post(
            reverse("quick_start"),
            {
                "how": "paper",
                "wording": staff.wording.pk,
                "arrival": number,
                "people-0-given_names": "Marnie",
                "people-1-given_names": "Otis",
                "people-1-born-age": "1",
            },
        )
        assert "registered" in answer["Location"]

    with acting(staff.actor("coordinator")):
        assert Arrival.objects.get(pk=row.pk).outcome == ""


@pytest.mark.parametrize("who", ["registrar", "nurse", "stranger", "administrator"])
@pytest.mark.parametrize(
    "name",
    [
        "queue",
        "arrival",
        "arrival_taking",
        "arrival_giving_back",
        "arrival_outcome",
        "arrival_reopening",
        "arrival_start",
    ],
)
def test_the_queue_is_not_there_for_anybody_else(staff: Staff, who: str, name: str) -> None:
    row = ask(staff)
    address = reverse(name, args=[] if name == "queue" else [row.pk])
    client = sign_in(staff, who)

    assert client.get(address).status_code == 404
    assert client.post(address, {"version": "1", "outcome": "advice"}).status_code == 404


@pytest.mark.requirement("2.51")
def test_what_must_not_be_said_stands_first(staff: Staff, coordinator: Client) -> None:
    with acting(access_team(staff)) as team:
        row = changes.pass_down(
            team, locality=staff.locality.pk, **DOWN, agreed_on=clock.today(), now=clock.now()
        )

    page = text(coordinator.get(reverse("arrival", args=[row.pk])))

    assert "&lt;" not in page
    assert page.index("What must not be said") < page.index("No harm found")
    assert f"Agreed on {clock.today():%d/%m/%Y}" in page
    assert "Passed down by the access team" in page


@pytest.mark.requirement("2.50", "S11")
def test_somebody_at_work_asks_for_a_family_with_its_yes(staff: Staff) -> None:
    nurse, here = sign_in(staff, "nurse"), reverse("asking_for")
    said = {"locality": staff.locality.pk, "name": "Marnie", "words": "A cot"}
    assert "You have passed no family" in text(nurse.get(reverse("passed_on")))

    assert "Ask the family first" in text(nurse.post(here, said))
    nurse.post(here, said | {"agreed": "yes"})

    page = text(nurse.get(reverse("passed_on")))
    assert "waiting" in page
    assert "A cot" not in page
    assert "Marnie" not in page
    assert nurse.get(reverse("passing_down")).status_code == 404


@pytest.mark.requirement("S33")
def test_hostile_words_are_only_words(staff: Staff, coordinator: Client) -> None:
    nasty = "<script>alert('x')</script>"
    with acting(FAMILY):
        row = changes.ask(
            FAMILY,
            token="",
            locality=staff.locality.pk,
            **(SAID | {"name": nasty, "words": nasty, "contact_words": nasty}),
            now=clock.now(),
        )

    for address in (
        reverse("queue"),
        *(reverse(n, args=[row.pk]) for n in ("arrival", "arrival_start", "arrival_outcome")),
    ):
        page = text(coordinator.get(address))
        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page
