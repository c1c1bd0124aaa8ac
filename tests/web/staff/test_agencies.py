"""Pages of agencies, practitioners and roles: who may, what happens, and what is refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import NoReverseMatch, reverse

from hub.agencies.models import Agency, HelpNumber, Locality, Practitioner, RoleGrant
from hub.kernel import clock
from tests.cast import Cast
from tests.web.staff.signed_in import browser, day, post

pytestmark = pytest.mark.django_db
KEEPERS = ("dilip", "petra", "efua")
STRANGERS = ("amina", "ben", "zofia", "farid", "mei", "noor")
HOSTILE = ("<script>alert(1)</script>", "'; drop table x --", "\u202eevil", "{{ 7*7 }}", "%s%n")


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


def numbered(cast: Cast, page: str) -> str:
    """The address of a page about Marsh End: its school nursing, Grace in it, Dilip's role."""
    grace = cast.practitioner("grace")
    mei = cast.practitioner("mei").roles.get()
    numbers = {
        "agency": Agency.objects.get(name="Tidewell Primary School").pk,
        "practitioner": grace.pk,
        "locality": grace.locality_id,
        "role": mei.pk,
    }
    for names in ((), ("agency",), ("practitioner",), ("locality",), ("role",)):
        try:
            return reverse(page, kwargs={name: numbers[name] for name in names})
        except NoReverseMatch:
            continue
    raise AssertionError(page)


def looks_of(cast: Cast, family: str) -> str:
    """A page of a family's lead."""
    return reverse("looks", kwargs={"reference": cast.family(family).reference})


# Who gets a page: its own coordinator, another locality's, the administrator.
PAGES = {
    "hub": (200, 200, 404),
    "hub_contact": (200, 404, 200),
    "hub_numbers": (200, 404, 200),
    "numbers": (404, 404, 200),
    "agencies": (200, 200, 200),
    "agency_new": (200, 200, 200),
    "agency": (200, 404, 200),
    "agency_details": (200, 404, 200),
    "agency_closure": (200, 404, 200),
    "agency_localities": (200, 404, 200),
    "agency_signature": (200, 404, 200),
    "invitation": (200, 404, 200),
    "practitioner": (200, 404, 200),
    "practitioner_details": (200, 404, 200),
    "departure": (200, 404, 200),
    "revival": (200, 404, 200),
    "roles": (404, 404, 200),
    "practitioner_roles": (404, 404, 200),
    "role_end": (404, 404, 200),
}


@pytest.mark.requirement("A1", "A3")
@pytest.mark.parametrize("page", PAGES)
def test_who_may_see_each_page(cast: Cast, page: str) -> None:
    address = numbered(cast, page)
    expected = dict(zip(KEEPERS, PAGES[page], strict=True)) | dict.fromkeys(STRANGERS, 404)

    got = {who: browser(cast, who).get(address).status_code for who in expected}

    assert got == expected
    assert browser(cast, "nobody").get(address).status_code == 302


@pytest.mark.requirement("A1", "A3")
@pytest.mark.parametrize("who", [*STRANGERS, "petra"])
def test_who_may_not_see_a_page_changes_nothing_by_posting_to_it(cast: Cast, who: str) -> None:
    grace = cast.practitioner("grace")

    for page in ("departure", "agency_closure", "role_end", "practitioner_roles"):
        typed = {"code": "administrator", "locality": ""}
        assert post(browser(cast, who), numbered(cast, page), **typed).status_code == 404

    grace.refresh_from_db()
    assert grace.left_at is None
    assert not Agency.objects.exclude(closed_at=None).exists()
    assert not grace.roles.exists()


def test_every_page_of_agencies_is_in_the_table() -> None:
    from hub.web.staff.agencies.urls import urlpatterns

    assert {pattern.name for pattern in urlpatterns} == set(PAGES)


DETAILS = {
    "name": "Marsh Street Nursery",
    "sector": "education",
    "phone": "020 7946 0150",
    "email": "office@marsh.example.org",
    "information_lead": "",
    "safeguarding_lead": "",
}


def details_of(agency: Agency, **changed: Any) -> dict[str, Any]:
    """What the form of an agency's details sends."""
    shown = {name: getattr(agency, name) for name in DETAILS if name != "sector"}
    return shown | {"sector": agency.sector_id, "version": agency.version} | changed


def test_a_coordinator_adds_an_agency_to_their_locality(cast: Cast) -> None:
    client = browser(cast, "dilip")
    place = cast.actor("dilip").locality

    answer = post(client, reverse("agency_new"), **DETAILS, locality=place)

    added = Agency.objects.get(name="Marsh Street Nursery")
    assert answer.status_code == 302
    assert [one.locality_id for one in added.localities.all()] == [place]
    assert "Marsh Street Nursery was added." in client.get(answer["Location"]).content.decode()


def test_a_coordinator_cannot_add_an_agency_elsewhere(cast: Cast) -> None:
    elsewhere = cast.actor("petra").locality

    answer = post(browser(cast, "dilip"), reverse("agency_new"), **DETAILS, locality=elsewhere)

    assert "Choose one of the answers listed" in answer.content.decode()
    assert not Agency.objects.filter(name=DETAILS["name"]).exists()


def test_a_form_posted_twice_adds_one_agency(cast: Cast) -> None:
    client = browser(cast, "dilip")
    typed = DETAILS | {"locality": cast.actor("dilip").locality, "once": "x" * 24}

    first = post(client, reverse("agency_new"), **typed)
    second = post(client, reverse("agency_new"), **typed)

    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert Agency.objects.filter(name=DETAILS["name"]).count() == 1


def test_a_name_that_is_taken_is_a_sentence_and_keeps_what_was_typed(cast: Cast) -> None:
    typed = DETAILS | {"name": "KESTREL nursery", "locality": cast.actor("dilip").locality}

    page = post(browser(cast, "dilip"), reverse("agency_new"), **typed).content.decode()

    assert "There is already an agency with this name." in page
    assert 'value="KESTREL nursery"' in page


def test_the_second_of_two_editors_sees_both_and_nothing_is_overwritten(cast: Cast) -> None:
    agency = Agency.objects.get(name="Kestrel Nursery")
    address = reverse("agency_details", kwargs={"agency": agency.pk})
    first, second = details_of(agency, phone="020 7946 0160"), details_of(agency, name="Kestrels")

    post(browser(cast, "efua"), address, **first)
    client = browser(cast, "dilip")
    answer = post(client, address, **second | {"phone": "020 7946 0170"})

    page = answer.content.decode()
    agency.refresh_from_db()
    assert answer.status_code == 200
    assert agency.phone == "020 7946 0160"
    assert "Efua Mensah" in page
    for value in ("020 7946 0160", "020 7946 0170", "Kestrels", "Kestrel Nursery"):
        assert value in page
    again = post(client, address, **second | {"version": agency.version})
    assert again.status_code == 302


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_are_kept_as_words(cast: Cast, typed: str) -> None:
    client, place = browser(cast, "dilip"), cast.actor("dilip").locality

    post(client, reverse("agency_new"), **DETAILS | {"name": typed, "locality": place})
    page = client.get(reverse("hub")).content.decode()

    assert "<script>alert" not in page
    assert "49</" not in page


@pytest.mark.parametrize("typed", ["x" * 5000, "\x00", "", "   "])
@pytest.mark.parametrize("field", ["name", "phone", "email", "sector"])
def test_what_cannot_be_kept_is_asked_for_again(cast: Cast, field: str, typed: str) -> None:
    place = cast.actor("dilip").locality

    answer = post(
        browser(cast, "dilip"),
        reverse("agency_new"),
        **DETAILS | {"locality": place, field: typed},
    )

    assert answer.status_code == 200
    assert "There is a problem" in answer.content.decode()


def test_an_agency_with_people_in_it_is_not_closed(cast: Cast) -> None:
    agency = cast.practitioner("zofia").agency
    address = reverse("agency_closure", kwargs={"agency": agency.pk})

    answer = post(browser(cast, "efua"), address)

    agency.refresh_from_db()
    assert "still in this agency" in answer.content.decode()
    assert agency.closed_at is None


@pytest.mark.requirement("S12", "2.63")
def test_an_agency_signs_the_sharing_agreement(cast: Cast) -> None:
    agency, place = cast.practitioner("ben").agency, cast.actor("dilip").locality
    address = reverse("agency_signature", kwargs={"agency": agency.pk})

    post(browser(cast, "dilip"), address, locality=place, **day("signed_on", clock.today()))

    assert agency.localities.get(until=None).leadership_team


PERSON = {
    "name": "Ngozi Adeyemi-O'Neill",
    "role_title": "Nursery nurse",
    "phone": "07700 900311",
    "email": "ngozi@kestrel.example.org",
}


@pytest.mark.requirement("A1")
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


@pytest.mark.requirement("A1", "2.78")
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


@pytest.mark.requirement("A1")
def test_people_of_a_closed_agency_are_refused_with_their_next_request(cast: Cast) -> None:
    client, agency = browser(cast, "amina"), cast.practitioner("amina").agency_id
    before = client.get(looks_of(cast, "okafor")).status_code

    Agency.objects.filter(pk=agency).update(closed_at=clock.now())

    assert (before, client.get(looks_of(cast, "okafor")).status_code) == (200, 302)


@pytest.mark.requirement("A1")
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


@pytest.mark.requirement("A1")
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


@pytest.mark.requirement("A3")
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


@pytest.mark.requirement("A3")
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


@pytest.mark.requirement("A3")
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
    place = Locality.objects.get(pk=cast.actor("dilip").locality)
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
