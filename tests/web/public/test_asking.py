"""A family asks for help: kept once, shown to nobody, and never lost by a limit or a trap."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from hub.intake.models import Arrival
from tests.families_setup import Staff, acting, make_staff

pytestmark = pytest.mark.django_db
HERE = "/ask-for-help/"


@pytest.fixture(autouse=True)
def uncounted() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def staff() -> Staff:
    return make_staff()


def typed(staff: Staff, **more: Any) -> dict[str, Any]:
    """A short form as a family sends it."""
    return {
        "locality": staff.locality.pk,
        "name": "Marnie",
        "words": "Somebody to talk to",
        "contact": "07700 900411",
        "say_who": "no",
        "website": "",
    } | more


def text(response: Any) -> str:
    return str(response.content.decode())


def waiting(staff: Staff) -> list[Arrival]:
    with acting(staff.actor("coordinator")):
        return list(Arrival.objects.filter(locality=staff.locality).order_by("arrived_at"))


@pytest.mark.requirement("2.50", "S28")
def test_what_is_sent_waits_and_only_a_reference_comes_back(staff: Staff, client: Client) -> None:
    page = text(client.get(HERE))
    for words in ("You are not in trouble", "This is your choice", "Help now", "999"):
        assert words in page
    assert 'href="https://www.bbc.co.uk/weather"' in page

    answer = client.post(HERE, typed(staff))

    (row,) = waiting(staff)
    assert (row.way, row.name, row.passed_by_id) == ("self", "Marnie", None)
    assert not row.may_say_who
    page = text(client.get(answer["Location"]))
    assert (
        row.reference in page.replace(" ", "").replace("\u2009", "") or row.reference[-4:] in page
    )
    assert not any(said in page for said in ("Marnie", "talk to", "900411"))


def test_what_may_be_left_out_may(staff: Staff, client: Client) -> None:
    answer = client.post(HERE, typed(staff, contact="", say_who=""))

    assert answer.status_code == 302
    assert [(r.contact, r.may_say_who, r.relation) for r in waiting(staff)] == [("", False, "")]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"locality": ""}, "Choose the hub that is nearest"),
        ({"locality": "1"}, "Choose one of the answers listed"),
        ({"name": ""}, "Enter a name"),
        ({"words": ""}, "Say in a few words"),
        ({"contact": "nowhere"}, "Enter a telephone number"),
        ({"child_age": "old"}, "must be a whole number"),
        ({"website": "https://example.org"}, "has to be empty"),
        ({"name": "x" * 500}, "200 characters or fewer"),
        ({"name": "a\x00b"}, "cannot be kept"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    staff: Staff, client: Client, wrong: dict[str, Any], said: str
) -> None:
    page = text(client.post(HERE, typed(staff, **wrong)))

    assert "There is a problem" in page
    assert said in page
    assert "07700 900411" in page or "contact" in wrong
    assert "https://example.org" not in page
    assert waiting(staff) == []


def test_sent_twice_it_waits_once(staff: Staff, client: Client) -> None:
    once = {"once": "a-token-of-this-test"}

    first, second = (client.post(HERE, typed(staff, **once)) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert len(waiting(staff)) == 1


@pytest.mark.requirement("N1")
def test_a_flood_is_stopped_with_what_was_typed_and_another_place_is_not(staff: Staff) -> None:
    place = Client(REMOTE_ADDR="198.51.100.7")
    answers = [place.post(HERE, typed(staff)).status_code for _ in range(21)]

    assert answers == [302] * 20 + [429]
    page = text(place.post(HERE, typed(staff)))
    assert "Nothing you typed is lost" in page
    assert "Somebody to talk to" in page
    assert Client(REMOTE_ADDR="203.0.113.9").post(HERE, typed(staff)).status_code == 302
    assert len(waiting(staff)) == 21


@pytest.mark.parametrize(
    "quote", ["", "?quote=", "?quote=HELP-1", "?quote=<b>", "?quote=FH-22222222"]
)
def test_without_a_reference_there_is_nothing_to_say(client: Client, quote: str) -> None:
    answer = client.get(f"/ask-for-help/sent/{quote}")

    assert answer.status_code == 302
    assert answer["Location"] == HERE


@pytest.mark.requirement("S19")
def test_the_answer_is_the_same_for_a_family_that_is_known(staff: Staff, client: Client) -> None:
    from tests.families_setup import register

    known, unknown = typed(staff, name="Amina Yusuf"), typed(staff, name="Nobody Known")
    register(staff)

    pages = []
    for said in (known, unknown):
        answer = client.post(HERE, said)
        page = text(client.get(answer["Location"]))
        pages.append(re.sub(r"HELP.{0,40}?</strong>", "", page, flags=re.DOTALL))

    assert re.sub(r"\s+", " ", pages[0]) == re.sub(r"\s+", " ", pages[1])
