"""Registering through the pages: the yes first, nothing lost, nothing done twice."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.access import queries as access
from hub.intake import queries
from hub.kernel import clock
from tests.families_setup import Staff, acting, aged, make_staff, sign_in

pytestmark = pytest.mark.django_db

NASTY = "<script>alert('x')</script>"
PRESSED = {"pressed": "yes"}


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def registrar(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


def typed(staff: Staff, **more: Any) -> dict[str, Any]:
    """A small family as the form posts it."""
    young = aged(6).first_day
    return {
        "said_yes": "yes",
        "wording": staff.wording.pk,
        "how": "paper",
        "people-set": ["0", "1"],
        "people-0-given_names": "Amina",
        "people-0-family_name": "Yusuf",
        "people-0-part": "adult",
        "people-0-relation": "mother",
        "people-0-facts": "responsible",
        "people-0-contact": "07700 900123",
        "people-1-given_names": "أمينة",
        "people-1-part": "child",
        "people-1-born-day": young.day,
        "people-1-born-month": young.month,
        "people-1-born-year": young.year,
        "lines": "1 Example Street",
        "postcode": "zz11zz",
        "agencies": [staff.clinic.pk],
    } | more


def begin(client: Client, staff: Staff, **more: Any) -> str:
    """Post the form; give back the address it leads to."""
    response = client.post(reverse("registration"), typed(staff, **more))
    assert response.status_code == 302, text(response)
    return str(response["Location"])


def text(response: Any) -> str:
    return str(response.content.decode())


def drafts(staff: Staff) -> list[queries.OpenDraft]:
    with acting(staff.actor("registrar")) as actor:
        return queries.drafts_of(actor, now=clock.now())


@pytest.mark.requirement("S11", "2.71", "2.88")
def test_a_family_is_registered_in_one_page_and_one_check(registrar: Client, staff: Staff) -> None:
    check = begin(registrar, staff)
    page = text(registrar.get(check))
    assert "Amina Yusuf" in page
    assert "أمينة" in page
    assert "Clinic of Fenside" in page
    assert "ZZ1 1ZZ" in page

    response = registrar.post(check, PRESSED)

    assert response.status_code == 302
    page = text(registrar.get(response["Location"]))
    assert "Family registered" in page
    assert "Amina Yusuf" in page
    assert "Do not use yet" in page
    assert "Being started by" in page
    assert drafts(staff) == []


def test_the_wording_is_shown_in_full_and_no_agency_is_ticked(
    registrar: Client, staff: Staff
) -> None:
    page = text(registrar.get(reverse("registration")))

    assert "We write down what you tell us and keep it." in page
    assert "School of Fenside: your colleagues" in page
    assert "would see that there is a lead and how to reach them" in page
    agencies = page[page.index('name="agencies"') :]
    assert "checked" not in agencies[: agencies.index("</form>")]


@pytest.mark.requirement("S11", "2.69")
def test_a_no_deletes_what_was_typed(registrar: Client, staff: Staff) -> None:
    begin(registrar, staff)
    (kept,) = drafts(staff)

    response = registrar.post(
        reverse("registration_draft", args=[kept.id]), typed(staff, said_yes="no")
    )

    assert response["Location"] == reverse("registration_no_record")
    assert "You can help this family all the same" in text(registrar.get(response["Location"]))
    assert drafts(staff) == []


@pytest.mark.requirement("S11")
def test_nothing_is_kept_before_there_is_a_yes(registrar: Client, staff: Staff) -> None:
    response = registrar.post(reverse("registration"), typed(staff, said_yes=""))

    assert "Say whether somebody said yes" in text(response)
    assert 'value="Amina"' in text(response)
    assert drafts(staff) == []


def test_what_was_typed_stays_through_errors_and_can_be_carried_on(
    registrar: Client, staff: Staff
) -> None:
    response = registrar.post(reverse("registration"), typed(staff, postcode="nowhere"))
    page = text(response)
    assert response.status_code == 200
    assert "There is a problem" in page
    assert "Enter a full postcode" in page
    assert 'value="Amina"' in page

    (kept,) = drafts(staff)
    assert "Carry on with what you began" in text(registrar.get(reverse("registration")))
    again = text(registrar.get(reverse("registration_draft", args=[kept.id])))
    assert 'value="Amina"' in again
    assert 'value="nowhere"' in again
    assert "There is a problem" not in again


def test_somebody_is_added_without_a_script_and_nothing_is_judged_yet(
    registrar: Client, staff: Staff
) -> None:
    response = registrar.post(
        reverse("registration"), typed(staff, postcode="nowhere") | {"people-add": "1"}
    )

    page = text(response)
    assert "people-2-given_names" in page
    assert "There is a problem" not in page
    assert 'value="Amina"' in page


def test_somebody_taken_away_does_not_come_back_with_the_draft(
    registrar: Client, staff: Staff
) -> None:
    registrar.post(reverse("registration"), typed(staff) | {"people-remove": "1"})

    (kept,) = drafts(staff)
    page = text(registrar.get(reverse("registration_draft", args=[kept.id])))
    assert "people-1-given_names" not in page
    assert "أمينة" not in page


def test_the_check_posted_twice_registers_once(registrar: Client, staff: Staff) -> None:
    check = begin(registrar, staff)
    once = {"once": "a-token-of-this-test"}

    first = registrar.post(check, once)
    second = registrar.post(check, once)

    assert first.status_code == second.status_code == 302
    assert first["Location"] == second["Location"]


def test_two_windows_do_not_overwrite_each_other(registrar: Client, staff: Staff) -> None:
    begin(registrar, staff)
    (kept,) = drafts(staff)
    here = reverse("registration_draft", args=[kept.id])
    registrar.post(here, typed(staff, version=kept.version, lines="2 Example Street"))

    response = registrar.post(here, typed(staff, version=kept.version, lines="3 Example Street"))

    assert "You saved this in another window" in text(response)
    assert "3 Example Street" in text(response)
    assert drafts(staff)[0].typed["lines"] == ["2 Example Street"]


@pytest.mark.requirement("2.86", "2.84")
def test_a_young_person_of_14_is_judged_on_the_page(registrar: Client, staff: Staff) -> None:
    day = aged(14).first_day
    young = {
        "people-set": ["0"],
        "people-0-part": "child",
        "people-0-facts": "",
        "people-0-born-day": day.day,
        "people-0-born-month": day.month,
        "people-0-born-year": day.year,
    }
    page = text(registrar.post(reverse("registration"), typed(staff, **young)))
    assert "you judge whether the young person understands" in page

    judged = {"understands": "yes", "parent_needed": "no", "because": "Said it back to me"}
    check = begin(registrar, staff, **young, **judged)

    assert registrar.post(check, PRESSED).status_code == 302


@pytest.mark.requirement("2.85")
def test_a_child_under_12_does_not_say_yes(registrar: Client, staff: Staff) -> None:
    day = aged(8).first_day
    young = {
        "people-set": ["0"],
        "people-0-part": "child",
        "people-0-born-day": day.day,
        "people-0-born-month": day.month,
        "people-0-born-year": day.year,
    }

    page = text(registrar.post(reverse("registration"), typed(staff, **young)))

    assert "There is a problem" in page
    assert "Under 12 a person with parental responsibility agrees" in page


@pytest.mark.parametrize("who", ["colleague", "nurse", "coordinator", "administrator"])
def test_a_draft_is_not_there_for_anybody_else(registrar: Client, staff: Staff, who: str) -> None:
    begin(registrar, staff)
    (kept,) = drafts(staff)
    client = sign_in(staff, who)

    for name in ("registration_draft", "registration_check", "registration_removal"):
        assert client.get(reverse(name, args=[kept.id])).status_code == 404
        assert client.post(reverse(name, args=[kept.id]), typed(staff)).status_code == 404
    assert [d.id for d in drafts(staff)] == [kept.id]


def test_a_draft_can_be_deleted(registrar: Client, staff: Staff) -> None:
    begin(registrar, staff)
    (kept,) = drafts(staff)
    address = reverse("registration_removal", args=[kept.id])
    assert registrar.get(address).status_code == 200
    assert drafts(staff)

    registrar.post(address, PRESSED)

    assert drafts(staff) == []


def test_nobody_signed_in_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(reverse("registration")).status_code == 302
    assert client.post(reverse("registration"), PRESSED).status_code == 302


@pytest.mark.requirement("S3")
def test_an_address_held_elsewhere_is_not_stored(registrar: Client, staff: Staff) -> None:
    both = text(registrar.post(reverse("registration"), typed(staff, held_by="The refuge")))
    assert "not both" in both

    check = begin(registrar, staff, held_by="The refuge", lines="", postcode="")
    page = text(registrar.get(registrar.post(check, PRESSED)["Location"]))

    assert "Held by" in page
    assert "The refuge" in page


def test_names_are_escaped(registrar: Client, staff: Staff) -> None:
    check = begin(registrar, staff, **{"people-0-given_names": NASTY})
    for address in (check, str(registrar.post(check, PRESSED)["Location"])):
        page = text(registrar.get(address))
        assert NASTY not in page


def test_the_lead_is_shown_as_starting(registrar: Client, staff: Staff) -> None:
    location = registrar.post(begin(registrar, staff), PRESSED)["Location"]
    reference = location.split("/")[2]

    with acting(staff.actor("registrar")) as actor:
        sight = access.sight_of(actor.id, reference, at=clock.now())

    assert sight.reasons == ("Lead professional.",)


def test_a_person_left_empty_is_not_complained_about(registrar: Client, staff: Staff) -> None:
    empty = {"people-set": ["0", "1", "2"], "postcode": "nowhere"}

    page = text(registrar.post(reverse("registration"), typed(staff, **empty)))

    assert "Enter a full postcode" in page
    assert "Enter a name" not in page
    assert "Choose whether they are" not in page
