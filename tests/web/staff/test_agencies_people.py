"""Practitioners and roles, how a hub is reached and its numbers: done, and refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from hub.agencies.models import Agency, HelpNumber, Practitioner, RoleGrant
from hub.kernel import clock
from tests.cast import Cast
from tests.web.staff.signed_in import browser, looks_of, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


PERSON = {
    "name": "Ngozi Adeyemi-O'Neill",
    "role_title": "Nursery nurse",
    "phone": "07700 900311",
    "email": "ngozi@kestrel.example.org",
}


@pytest.mark.requirement("2.7")
def test_somebody_invited_can_act_and_sees_no_family(cast: Cast) -> None:
    agency = cast.practitioner("zofia").agency
    address = reverse("invitation", kwargs={"agency": agency.pk})

    answer = post(browser(cast, "dilip"), address, **PERSON, locality=cast.actor("dilip").locality)

    invited = Practitioner.objects.get(email=PERSON["email"])
    assert answer.status_code == 302
    assert invited.agency == agency
    assert not invited.roles.exists()
    page = browser(cast, "dilip").get(reverse("hub")).content.decode()
    assert "Invited, and not signed in yet" in page


@pytest.mark.requirement("2.72", "N1")
def test_somebody_who_left_is_refused_with_their_next_request(cast: Cast) -> None:
    amina, client = cast.practitioner("amina"), browser(cast, "amina")
    looks = looks_of(cast, "okafor")
    before = client.get(looks).status_code
    address = reverse("departure", kwargs={"practitioner": amina.pk})
    dilip = browser(cast, "dilip")
    said = dilip.get(address).content.decode()

    post(dilip, address)

    assert "left without a lead" in said
    assert (before, client.get(looks).status_code) == (200, 302)
    assert "Families without a lead" in dilip.get(reverse("hub")).content.decode()


@pytest.mark.requirement("2.72", "N1")
def test_people_of_a_closed_agency_are_refused_with_their_next_request(cast: Cast) -> None:
    client, agency = browser(cast, "amina"), cast.practitioner("amina").agency_id
    before = client.get(looks_of(cast, "okafor")).status_code

    Agency.objects.filter(pk=agency).update(closed_at=clock.now())

    assert (before, client.get(looks_of(cast, "okafor")).status_code) == (200, 302)


def test_nobody_says_of_themselves_that_they_left(cast: Cast) -> None:
    dilip = cast.practitioner("dilip")
    address = reverse("departure", kwargs={"practitioner": dilip.pk})
    client = browser(cast, "dilip")

    page = client.get(address).content.decode()
    answer = post(client, address)

    dilip.refresh_from_db()
    assert "You cannot do this to yourself" in page
    assert "They have left" not in page
    assert answer.status_code == 200
    assert dilip.left_at is None


def test_a_sleeping_account_waits_for_the_coordinator_and_wakes(cast: Cast) -> None:
    zofia = cast.practitioner("zofia")
    long_ago = clock.now() - timedelta(days=200)
    type(zofia.account).objects.filter(pk=zofia.account_id).update(
        opened_at=long_ago, last_login=long_ago
    )
    client = browser(cast, "dilip")
    address = reverse("revival", kwargs={"practitioner": zofia.pk})
    waits = client.get(reverse("hub")).content.decode()

    post(client, address)

    assert "Accounts to wake" in waits
    assert address in waits
    assert address not in client.get(reverse("hub")).content.decode()


def test_a_role_is_given_ended_and_given_again(cast: Cast) -> None:
    grace, client = cast.practitioner("grace"), browser(cast, "efua")
    page = reverse("practitioner", kwargs={"practitioner": grace.pk})
    grant = reverse("practitioner_roles", kwargs={"practitioner": grace.pk})
    typed = {"code": "coordinator", "locality": grace.locality_id}

    post(client, grant, **typed)
    role = RoleGrant.objects.get(practitioner=grace, until=None)
    post(client, reverse("role_end", kwargs={"role": role.pk}))
    offered = "Give it again" in client.get(page).content.decode()
    answer = client.post(grant, typed)

    assert offered
    assert answer.status_code == 302
    assert RoleGrant.objects.filter(practitioner=grace, until=None).count() == 1
    assert "Give it again" not in client.get(page).content.decode()


@pytest.mark.parametrize(
    ("who", "code", "where", "reason"),
    [
        ("efua", "coordinator", True, "You cannot give yourself a role"),
        ("grace", "coordinator", False, "Say in which locality"),
        ("grace", "administrator", True, "is one for the whole area"),
        ("idris", "coordinator", True, "has already left"),
    ],
)
def test_a_role_that_may_not_be_given_says_why(
    cast: Cast, who: str, code: str, where: bool, reason: str
) -> None:
    person = cast.practitioner(who)
    address = reverse("practitioner_roles", kwargs={"practitioner": person.pk})

    answer = post(
        browser(cast, "efua"), address, code=code, locality=person.locality_id if where else ""
    )

    assert reason in answer.content.decode()


def test_the_last_administrator_stays(cast: Cast) -> None:
    role = cast.practitioner("efua").roles.get()

    answer = post(browser(cast, "efua"), reverse("role_end", kwargs={"role": role.pk}))

    assert "This is the last administrator." in answer.content.decode()


def numbers(*lines: tuple[str, str, str]) -> dict[str, Any]:
    """The lines of the numbers' form as they are sent."""
    typed: dict[str, Any] = {"numbers-set": [str(place) for place in range(len(lines))]}
    for place, line in enumerate(lines):
        for name, value in zip(("label", "number", "hint"), line, strict=True):
            typed[f"numbers-{place}-{name}"] = value
    return typed


def shown(locality: int | None) -> str:
    """The rows that stand, as the page was shown them."""
    rows = HelpNumber.objects.filter(locality=locality)
    return ",".join(f"{row.pk}:{row.version}" for row in rows)


@pytest.mark.requirement("S32")
def test_the_numbers_a_coordinator_writes_are_on_every_page_there(cast: Cast) -> None:
    place = cast.actor("dilip").locality
    address = reverse("hub_numbers", kwargs={"locality": place})

    answer = post(
        browser(cast, "dilip"),
        address,
        shown=shown(place),
        **numbers(("Marsh duty desk", "020 7946 0199", "weekends")),
    )

    assert answer.status_code == 302
    here = browser(cast, "amina").get(looks_of(cast, "okafor")).content.decode()
    there = browser(cast, "lena").get(looks_of(cast, "osei")).content.decode()
    assert "Marsh duty desk, weekends" in here
    assert "Who has looked" in there
    assert "Marsh duty desk" not in there


@pytest.mark.requirement("S32")
def test_two_people_editing_the_numbers_overwrite_nothing(cast: Cast) -> None:
    place = cast.actor("dilip").locality
    address, client = reverse("hub_numbers", kwargs={"locality": place}), browser(cast, "dilip")
    before = shown(place)

    post(browser(cast, "efua"), address, shown=before, **numbers(("One", "020 7946 0191", "")))
    second = numbers(("Two", "020 7946 0192", ""))
    page = post(client, address, shown=before, **second).content.decode()

    assert "changed this while you were writing" in page
    assert "One, 020 7946 0191" in page
    assert HelpNumber.objects.get(locality=place).label == "One"
    assert f'value="{shown(place)}"' in page
    assert post(client, address, shown=shown(place), **second).status_code == 302


def test_the_second_of_two_who_change_the_hub_is_told(cast: Cast) -> None:
    place = cast.practitioner("dilip").locality
    address = reverse("hub_contact", kwargs={"locality": place.pk})
    names = ("name", "hub_name", "hub_address", "hub_phone", "hub_email", "version")
    typed = {name: getattr(place, name) for name in names}

    send: Callable[..., Any] = lambda who, phone: post(  # noqa: E731
        browser(cast, who), address, **typed | {"hub_phone": phone}
    )
    first, second = send("efua", "020 7946 0181"), send("dilip", "020 7946 0182")

    place.refresh_from_db()
    assert (first.status_code, second.status_code) == (302, 200)
    assert "changed this while you were writing" in second.content.decode()
    assert place.hub_phone == "020 7946 0181"
