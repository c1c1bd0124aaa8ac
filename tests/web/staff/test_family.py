"""A family's pages: who sees how much, what is kept right, and what is never lost."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.access import changes as access
from hub.consent import changes as consent
from hub.families import changes
from hub.kernel import clock
from tests.families_setup import (
    Staff,
    acting,
    aged,
    make_staff,
    open_as,
    sign_in,
)
from tests.web.staff.family_pages import ids, make_family, text

pytestmark = pytest.mark.django_db

EVERYBODY = (
    "registrar",
    "nurse",
    "doctor",
    "colleague",
    "stranger",
    "coordinator",
    "administrator",
)


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return make_family(staff)


@pytest.mark.requirement("S1", "2.72", "S20")
@pytest.mark.parametrize("who", EVERYBODY)
def test_who_sees_how_much_of_the_family_page(staff: Staff, family: str, who: str) -> None:
    response = sign_in(staff, who).get(reverse("family", args=[family]))

    page = text(response)
    if who in ("registrar", "nurse", "coordinator"):
        assert "Amina Yusuf" in page
        assert "1 Example Street" in page
        assert "Do not use yet" in page
    elif who == "doctor":
        assert response.status_code == 200
        assert "Being started by" in page
        assert "Registrar Example" in page
        assert "I work with this family" in page
        for secret in ("Amina", "Dylan", "Example Street", "07700 900123", "Visits"):
            assert secret not in page
    else:
        assert response.status_code == 404


@pytest.mark.requirement("S19", "2.72")
@pytest.mark.parametrize("who", ["doctor", "colleague", "stranger", "administrator"])
def test_no_page_about_the_family_is_there_for_who_may_not_see_it(
    staff: Staff, family: str, who: str
) -> None:
    client, known = sign_in(staff, who), ids(staff, family)
    addresses = [
        reverse(name, args=[family])
        for name in (
            *("working_end", "who_sees", "people", "addresses", "contacts"),
            *("agreement", "sharing", "stopping"),
        )
    ]
    addresses += [reverse(name, args=[family, pk]) for name, pk in known.items()]
    addresses.append(reverse("contact_safety", args=[family, known["contact"]]))

    for address in addresses:
        assert client.get(address).status_code == 404, address
        assert client.post(address, {"value": "x"}).status_code == 404, address


@pytest.mark.requirement("S1")
def test_recording_that_one_works_with_a_family_opens_the_summary(
    staff: Staff, family: str
) -> None:
    client, day = sign_in(staff, "doctor"), clock.today()
    address = reverse("working", args=[family])
    since = {"since_on-day": day.day, "since_on-month": day.month, "since_on-year": day.year}
    wrong = text(client.post(address, {"why": "", **since}))
    assert "Enter why you work with this family" in wrong

    response = client.post(address, {"why": "Asthma clinic", **since})

    assert response.status_code == 302
    assert "Amina Yusuf" in text(client.get(response["Location"]))
    client.post(reverse("working_end", args=[family]), {"sure": "yes"})
    assert "Amina Yusuf" not in text(client.get(reverse("family", args=[family])))


@pytest.mark.requirement("S18", "S19")
@pytest.mark.parametrize(
    ("who", "sought", "shown"),
    [
        ("registrar", "ami", "Amina Yusuf"),
        ("registrar", "yusuf amina", "Amina Yusuf"),
        ("doctor", "Amina Yusuf", "Registrar Example"),
        ("doctor", "ami", "Nothing found"),
        ("colleague", "Amina Yusuf", "Nothing found"),
        ("stranger", "Amina Yusuf", "Nothing found"),
        ("administrator", "Amina Yusuf", "Nothing found"),
        ("registrar", "%", "Nothing found"),
        ("registrar", "", "Enter a reference or a name"),
    ],
)
def test_finding_tells_no_more_than_may_be_seen(
    staff: Staff, family: str, who: str, sought: str, shown: str
) -> None:
    page = text(sign_in(staff, who).post(reverse("families"), {"sought": sought}))

    assert shown in page
    if who == "doctor":
        assert "Dylan" not in page
        assert ">Amina" not in page


@pytest.mark.requirement("S19")
def test_a_reference_leads_to_the_page_or_to_nothing(staff: Staff, family: str) -> None:
    typed = {"sought": f" {family.lower().replace('-', '')} "}

    found = sign_in(staff, "doctor").post(reverse("families"), typed)
    hidden = sign_in(staff, "stranger").post(reverse("families"), typed)
    absent = sign_in(staff, "stranger").post(reverse("families"), {"sought": "FH-BBBBBBBB"})

    assert found["Location"] == reverse("family", args=[family])
    assert hidden.status_code == absent.status_code == 200
    assert "Whether others know the family is another question" in text(hidden)


@pytest.mark.requirement("S30")
def test_who_sees_begins_with_whoever_reads_it(staff: Staff, family: str) -> None:
    for who, name in (("nurse", "Nurse Example"), ("coordinator", "Coordinator Example")):
        page = text(sign_in(staff, who).get(reverse("who_sees", args=[family])))
        table = page[page.index("<tbody") : page.index("</tbody>")]

        assert table.index(name) == min(
            table.index(n) for n in (name, "Registrar Example", "Nurse Example")
        )
        assert "Anybody who works at" in page
        assert "Clinic of Fenside" in page


@pytest.mark.requirement("2.81", "S5")
def test_what_is_held_back_leaves_no_gap_on_the_page(staff: Staff, family: str) -> None:
    known = ids(staff, family)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        for kind in ("address", "contact"):
            consent.hold_back(
                file,
                item_kind=kind,
                item=known[kind],
                kept_from="agency",
                kept_from_id=staff.clinic.pk,
                now=clock.now(),
            )
    client = sign_in(staff, "nurse")

    page = text(client.get(reverse("family", args=[family])))

    assert "1 Example Street" not in page
    assert "07700 900123" not in page
    assert "No address is written down" in page
    for kind in ("address", "contact"):
        assert client.get(reverse(kind, args=[family, known[kind]])).status_code == 404


def asked(client: Client, address: str) -> int:
    """How many questions a page asks beyond session, door and journal."""
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    around = (
        *("django_session", "accounts_account", "SAVEPOINT", "family_facts", "set_config"),
        *("audit_", "journal", "agencies_helpnumber", "usersessions"),
    )
    return sum(not any(word in q["sql"] for word in around) for q in seen.captured_queries)


@pytest.mark.parametrize("name", ["family", "who_sees", "agreement"])
def test_a_big_family_asks_no_more_of_the_database_than_a_small_one(
    staff: Staff, family: str, name: str
) -> None:
    client, small = sign_in(staff, "registrar"), reverse(name, args=[family])
    few = asked(client, small)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        for number in range(15):
            row = changes.add_member(
                file, given_names=f"Child {number}", born=aged(3), part="child", now=clock.now()
            )
            changes.add_contact(
                file, person=row.person_id, kind="phone", value="07700 900123", now=clock.now()
            )
        for who in ("nurse", "doctor"):
            access.add_to_team(
                file, staff.people[who].pk, why="Asked", since_on=clock.today(), now=clock.now()
            )

    assert asked(client, small) == few
    assert few <= 11
