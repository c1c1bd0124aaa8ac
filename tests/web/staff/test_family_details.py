"""Keeping a family's details right: nothing overwritten, contacts asked about alone."""

import pytest
from django.urls import reverse

from tests.families_setup import Staff, make_staff, sign_in
from tests.web.staff.family_pages import ids, make_family, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return make_family(staff)


def test_two_people_editing_are_both_shown_and_nothing_is_overwritten(
    staff: Staff, family: str
) -> None:
    client, address = (
        sign_in(staff, "nurse"),
        reverse("address", args=[family, ids(staff, family)["address"]]),
    )
    first = {"version": 1, "lines": "2 Example Street", "postcode": "SW1A 1AA"}
    assert client.post(address, first).status_code == 302

    response = sign_in(staff, "registrar").post(address, first | {"lines": "3 Example Street"})

    page = text(response)
    assert response.status_code == 409
    assert "Nurse Example" in page
    assert "2 Example Street" in page
    assert "3 Example Street" in page
    assert 'name="version" value="2"' in page
    final = sign_in(staff, "registrar").post(
        address, first | {"lines": "3 Example Street", "version": 2}
    )
    assert final.status_code == 302


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("person", {"given_names": "Aminah", "part": "adult"}),
        ("contact", {"value": "amina@example.org"}),
        ("address", {"held_by": "The refuge"}),
    ],
)
def test_each_detail_can_be_corrected(
    staff: Staff, family: str, name: str, typed: dict[str, str]
) -> None:
    client, pk = sign_in(staff, "registrar"), ids(staff, family)[name]
    address = reverse(name, args=[family, pk])
    assert client.get(address).status_code == 200

    response = client.post(address, typed | {"version": "1"})

    assert response.status_code == 302
    page = text(client.get(response["Location"]))
    assert next(iter(typed.values())) in page


@pytest.mark.parametrize(
    ("name", "typed", "wrong"),
    [
        ("people", {"given_names": "", "part": "adult"}, "Enter a name"),
        ("people", {"given_names": "Kit"}, "Choose whether"),
        ("addresses", {"lines": "4 Road"}, "Choose who lives there"),
        ("contacts", {"value": "nonsense"}, "Choose whose it is"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    staff: Staff, family: str, name: str, typed: dict[str, str], wrong: str
) -> None:
    response = sign_in(staff, "registrar").post(reverse(name, args=[family]), typed)

    assert response.status_code == 200
    assert wrong in text(response)
    assert next(iter(typed.values())) in text(response)


def test_more_people_addresses_and_contacts_can_be_added(staff: Staff, family: str) -> None:
    client, mother = sign_in(staff, "registrar"), ids(staff, family)["person"]
    for name, typed in (
        ("people", {"given_names": "Obinna", "part": "adult"}),
        ("addresses", {"lines": "4 Road", "household": [mother]}),
        ("contacts", {"value": "obinna@example.org", "person": mother}),
    ):
        assert client.get(reverse(name, args=[family])).status_code == 200
        assert client.post(reverse(name, args=[family]), typed).status_code == 302

    page = text(client.get(reverse("family", args=[family])))
    assert all(words in page for words in ("Obinna", "4 Road", "obinna@example.org"))


@pytest.mark.requirement("4.4", "S15")
def test_whether_a_contact_is_safe_is_asked_alone(staff: Staff, family: str) -> None:
    client = sign_in(staff, "registrar")
    address = reverse("contact_safety", args=[family, ids(staff, family)["contact"]])
    assert "Ask when they are alone" in text(client.post(address, {"safe": "yes", "version": 1}))

    client.post(address, {"safe": "yes", "alone": "yes", "version": 1})

    assert "Safe to use" in text(client.get(reverse("family", args=[family])))
