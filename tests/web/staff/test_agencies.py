"""Pages of agencies, practitioners and roles: who may, what happens, and what is refused."""

from typing import Any

import pytest
from django.urls import NoReverseMatch, reverse

from hub.agencies.models import Agency
from tests.cast import Cast
from tests.web.staff.signed_in import browser, post

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
    "agency_systems": (200, 404, 200),
    "agency_systems_ended": (302, 404, 302),  # a button
    "invitation": (200, 404, 200),
    "practitioner": (200, 404, 200),
    "practitioner_details": (200, 404, 200),
    "departure": (200, 404, 200),
    "revival": (200, 404, 200),
    "roles": (404, 404, 200),
    "practitioner_roles": (404, 404, 200),
    "role_end": (404, 404, 200),
}


@pytest.mark.parametrize("page", PAGES)
def test_who_may_see_each_page(cast: Cast, page: str) -> None:
    address = numbered(cast, page)
    expected = dict(zip(KEEPERS, PAGES[page], strict=True)) | dict.fromkeys(STRANGERS, 404)

    got = {who: browser(cast, who).get(address).status_code for who in expected}

    assert got == expected
    assert browser(cast, "nobody").get(address).status_code == 302


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
