"""What a family agreed to, on its pages: added there and then, stopped at once."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.access import changes as access
from hub.consent import changes as consent
from hub.consent import queries
from hub.consent.terms import Terms
from hub.families import queries as families
from hub.kernel import clock
from hub.plans import changes as plans
from tests.families_setup import Staff, acting, make_staff, open_as, register, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return register(staff)


@pytest.fixture
def registrar(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


def text(response: Any) -> str:
    return str(response.content.decode())


def shared(staff: Staff, family: str) -> tuple[int, int]:
    """The id of the yes to the clinic, and of who gave it."""
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        (yes,) = (a for a in queries.agreements_in(file) if a.scope == "share")
        return yes.pk, families.members_in(file)[0].person_id


@pytest.mark.requirement("2.80")
def test_each_yes_is_shown_in_plain_words(registrar: Client, family: str) -> None:
    page = text(registrar.get(reverse("agreement", args=[family])))

    for words in ("Writing it down", "Keeping it", "Letting this agency know", ">on paper<"):
        assert words in page
    assert "Stop sharing with" in page


@pytest.mark.requirement("2.82", "S13", "S1")
def test_the_agency_is_out_on_the_very_next_request(
    staff: Staff, registrar: Client, family: str
) -> None:
    nurse = sign_in(staff, "nurse")
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    assert nurse.get(reverse("family", args=[family])).status_code == 200
    address = reverse("sharing_end", args=[family, shared(staff, family)[0]])
    page = text(registrar.get(address))
    assert "in its own systems stays there" in page

    assert registrar.post(address, {"sure": "yes"}).status_code == 302

    for name in ("family", "who_sees", "agreement", "working"):
        assert nurse.get(reverse(name, args=[family])).status_code == 404
    assert "Nothing found" in text(nurse.post(reverse("families"), {"sought": "Amina Yusuf"}))


@pytest.mark.requirement("S12", "2.79")
def test_another_agency_is_asked_about_there_and_then(
    staff: Staff, registrar: Client, family: str
) -> None:
    stranger = sign_in(staff, "stranger")
    address = reverse("sharing", args=[family])
    page = text(registrar.get(address))
    assert "We write down what you tell us" in page
    typed = {
        "agency": staff.charity.pk,
        "given_by": shared(staff, family)[1],
        "how": "spoken",
        "witness": "",
        "wording": staff.wording.pk,
        "reach": "1",
        "purpose": "other",
        "purpose_words": "A place to play",
        "understood": "yes",
    }
    wrong = text(registrar.post(address, typed))
    assert "Enter who heard the yes" in wrong
    assert stranger.get(reverse("family", args=[family])).status_code == 404

    assert registrar.post(address, typed | {"witness": "The nurse"}).status_code == 302

    assert stranger.get(reverse("family", args=[family])).status_code == 200
    assert "heard by The nurse" in text(registrar.get(reverse("agreement", args=[family])))


@pytest.mark.requirement("2.82")
def test_what_is_over_is_listed_newest_first_the_rest_one_link_away(
    staff: Staff, registrar: Client, family: str
) -> None:
    yes, _ = shared(staff, family)
    for number in range(12):
        with acting(staff.actor("registrar")):
            file = open_as(staff, "registrar", family)
            row = queries.agreement(file, yes)
            consent.withdraw(file, yes, now=clock.now())
            terms = Terms(reach=row.reach, purpose_words=f"Visits {number}")
            yes = consent.agree(
                file,
                given_by=row.given_by_id,
                scope="share",
                agency=row.agency_id,
                wording=row.wording_id,
                how="paper",
                terms=terms,
                now=clock.now(),
            ).pk
    address = reverse("agreement", args=[family])

    first, every = text(registrar.get(address)), text(registrar.get(address, {"over": "all"}))

    assert first.count("Ended on") == 10
    assert "Show what was over before" in first
    assert every.count("Ended on") == 12
    assert "Show what was over before" not in every


def test_the_same_yes_twice_is_refused_with_its_reason(
    staff: Staff, registrar: Client, family: str
) -> None:
    typed = {
        "agency": staff.clinic.pk,
        "given_by": shared(staff, family)[1],
        "how": "paper",
        "wording": staff.wording.pk,
        "reach": "3",
        "purpose": "other",
        "purpose_words": "A place to play",
        "understood": "yes",
    }

    page = text(registrar.post(reverse("sharing", args=[family]), typed))

    assert "They have already agreed to this" in page


@pytest.mark.requirement("2.90", "S13")
def test_everything_stops_once_the_plan_is_closed(
    staff: Staff, registrar: Client, family: str
) -> None:
    address = reverse("stopping", args=[family])
    with acting(staff.actor("registrar")):
        plans.open_plan(open_as(staff, "registrar", family), now=clock.now())
    assert "closes it first" in text(registrar.get(address))
    assert registrar.post(address, {"sure": "yes"}).status_code == 200
    assert registrar.get(reverse("family", args=[family])).status_code == 200
    with acting(staff.actor("registrar")):
        plans.close_plan(
            open_as(staff, "registrar", family),
            reason="withdrawn",
            note="They want to stop",
            continues="",
            protection_concern=False,
            now=clock.now(),
        )

    assert registrar.post(address, {"sure": "yes"}).status_code == 302

    for who in ("registrar", "nurse", "coordinator"):
        client = sign_in(staff, who)
        assert client.get(reverse("family", args=[family])).status_code == 404


def test_a_yes_of_another_family_is_not_in_this_one(
    staff: Staff, registrar: Client, family: str
) -> None:
    other = register(staff)
    theirs = shared(staff, other)[0]

    assert registrar.get(reverse("sharing_end", args=[family, theirs])).status_code == 404
    assert registrar.post(reverse("sharing_end", args=[family, theirs])).status_code == 404
