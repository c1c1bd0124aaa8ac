"""Asking for a yes, changing it, a no, and what an agency would see shown beforehand."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.access import changes as access
from hub.consent import queries, sharing
from hub.consent.models import HelpedWithoutRecord
from hub.families import queries as families
from hub.intake.registration import NamedPerson
from hub.kernel import clock
from tests.families_setup import (
    CHILD,
    MOTHER,
    Staff,
    acting,
    aged,
    make_staff,
    open_as,
    published,
    register,
    sign_in,
)

pytestmark = pytest.mark.django_db
SENT = {"sent": "yes"}
FATHER = NamedPerson("Omar", "adult", "Yusuf", relation="father", contact="07700 900322")


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return register(staff, people=(MOTHER, FATHER, CHILD))


@pytest.fixture
def registrar(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


def text(response: Any) -> str:
    return str(response.content.decode())


def people(staff: Staff, family: str) -> dict[str, int]:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        return {m.person.given_names: m.person_id for m in families.members_in(file)}


def typed(staff: Staff, who: int, **more: Any) -> dict[str, Any]:
    usual = {
        "given_by": who,
        "how": "paper",
        "wording": staff.wording.pk,
        "reach": "1",
        "purpose": "other",
        "purpose_words": "A place to play",
        "understood": "yes",
        "language": "en",
        "read_by": "practitioner",
    }
    return usual | more


def clinics_yes(staff: Staff, family: str) -> Any:
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        rows = queries.agreements_in(file)
        return next(a for a in rows if (a.scope, a.agency_id) == ("share", staff.clinic.pk))


@pytest.mark.requirement("2.71", "2.74", "3.14")
def test_a_yes_says_what_reaches_the_agency_for_what_and_until_when(
    staff: Staff, registrar: Client, family: str
) -> None:
    mother, day = people(staff, family)["Amina"], clock.today().replace(year=clock.today().year + 1)
    answer = typed(
        staff, mother, agency=staff.charity.pk, reach="2",
        **{"until_on-day": day.day, "until_on-month": day.month, "until_on-year": day.year},
    )  # fmt: skip
    page = text(registrar.get(reverse("sharing", args=[family])))
    assert "What may this agency know?" in page
    assert "So that you do not have to tell it all again" in page

    assert registrar.post(reverse("sharing", args=[family]), answer).status_code == 302

    page = text(registrar.get(reverse("agreement", args=[family])))
    assert "Gets the registration too" in page
    assert "A place to play" in page
    assert f"Ends on {day.day} " in page
    assert "read it to them, and they said it back" in page


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"reach": ""}, "Choose what this agency may know"),
        ({"purpose": ""}, "Choose what it is for"),
        ({"purpose_words": ""}, "Enter what it is for"),
        ({"understood": ""}, "Explain it until they can say it back"),
        ({"language": "so", "read_by": "self"}, "The words are in English"),
        ({"read_by": "chosen", "interpreter": "Dylan"}, "A child never reads"),
        ({"until_on-day": "1", "until_on-month": "1", "until_on-year": "2020"}, "The last day"),
    ],
)
@pytest.mark.requirement("S16", "2.68")
def test_what_is_missing_is_said_and_nothing_reaches_the_agency(
    staff: Staff, registrar: Client, family: str, wrong: dict[str, str], words: str
) -> None:
    mother = people(staff, family)["Amina"]
    answer = typed(staff, mother, agency=staff.charity.pk) | wrong

    page = text(registrar.post(reverse("sharing", args=[family]), answer))

    assert words in page
    stranger = sign_in(staff, "stranger")
    assert stranger.get(reverse("family", args=[family])).status_code == 404


@pytest.mark.requirement("2.82", "2.72")
def test_what_an_agency_gets_is_less_from_the_very_next_request(
    staff: Staff, registrar: Client, family: str
) -> None:
    nurse = sign_in(staff, "nurse")
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    assert "Dylan" in text(nurse.get(reverse("family", args=[family])))
    row = clinics_yes(staff, family)
    address = reverse("sharing_terms", args=[family, row.pk])
    assert "Change what" in text(registrar.get(address))

    assert registrar.post(address, typed(staff, row.given_by_id)).status_code == 302

    page = text(nurse.get(reverse("family", args=[family])))
    assert "Dylan" not in page
    assert "this and no more for everybody who works there" in page
    for name in ("agreement", "plan", "people", "sharing"):
        assert nurse.get(reverse(name, args=[family])).status_code == 404
    assert registrar.get(address).status_code == 404  # that yes is over
    assert "Nobody there sees more" in text(registrar.get(reverse("who_sees", args=[family])))
    assert "changed" in text(registrar.get(reverse("agreement", args=[family])))


@pytest.mark.requirement("2.98", "2.60", "2.90")
def test_working_together_is_a_yes_of_its_own_and_its_end_closes_the_plan(
    staff: Staff, registrar: Client
) -> None:
    family = register(staff, service=False)
    page = text(registrar.get(reverse("agreement", args=[family])))
    assert "Not asked yet, or stopped" in page
    assert "Ask the family first" in text(registrar.get(reverse("plan_opening", args=[family])))
    mother = people(staff, family)["Amina"]
    answer = {k: v for k, v in typed(staff, mother).items() if k not in ("reach", "purpose")}

    assert registrar.post(reverse("service", args=[family]), answer).status_code == 302
    assert registrar.post(reverse("plan_opening", args=[family]), SENT).status_code == 302

    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        yes = next(a for a in queries.agreements_in(file) if a.scope == "service")
    end = reverse("sharing_end", args=[family, yes.pk])
    assert "so the plan closes" in text(registrar.get(end))
    stopped = registrar.post(end, SENT)
    assert stopped.headers["Location"] == reverse("plan_closure", args=[family])
    assert "close the plan" in text(registrar.get(reverse("agreement", args=[family])))


@pytest.mark.requirement("S8")
def test_a_no_waits_for_who_leads(staff: Staff, registrar: Client, family: str) -> None:
    with acting(staff.actor("nurse")):
        file = open_as(staff, "nurse", family)
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())
    nurse = sign_in(staff, "nurse")
    said = {"agency": staff.clinic.pk, "said_by": people(staff, family)["Omar"], "words": "No"}
    assert "Choose who said no" in text(
        nurse.post(reverse("refusals", args=[family]), {"words": ""})
    )

    assert nurse.post(reverse("refusals", args=[family]), said).status_code == 302

    assert nurse.get(reverse("family", args=[family])).status_code == 200
    assert "Look at it" not in text(nurse.get(reverse("agreement", args=[family])))
    assert "Omar Yusuf" in text(registrar.get(reverse("agreements")))
    with acting(staff.actor("registrar")):
        (no,) = sharing.refusals_in(open_as(staff, "registrar", family))
    address = reverse("refusal", args=[family, no.id])
    assert nurse.get(address).status_code == 404
    assert "Amina Yusuf" in text(registrar.get(address))
    assert registrar.post(address, SENT).status_code == 302
    assert "You have looked at every no" in text(registrar.get(reverse("agreements")))
    assert "Looked at on" in text(registrar.get(address))


@pytest.mark.requirement("2.82")
def test_who_leads_is_told_what_ends_soon(staff: Staff, registrar: Client, family: str) -> None:
    assert "Nothing ends in the next four weeks" in text(registrar.get(reverse("agreements")))
    row, day = clinics_yes(staff, family), clock.today()
    when = {"until_on-day": day.day, "until_on-month": day.month, "until_on-year": day.year}
    address = reverse("sharing_terms", args=[family, row.pk])
    assert registrar.post(address, typed(staff, row.given_by_id) | when).status_code == 302

    assert "Clinic of Fenside" in text(registrar.get(reverse("agreements")))
    assert "Ends soon" in text(registrar.get(reverse("agreement", args=[family])))
    other = sign_in(staff, "doctor")
    assert "Nothing ends in the next four weeks" in text(other.get(reverse("agreements")))


@pytest.mark.requirement("S16")
def test_wording_in_a_language_is_off_until_somebody_checked_it(
    staff: Staff, registrar: Client, family: str
) -> None:
    words = published(staff, clock.now(), "so", text="Ereyada", checked_by="")
    address = reverse("sharing", args=[family])
    assert "Ereyada" not in text(registrar.get(f"{address}?language=so"))
    assert "Somali</a>" not in text(registrar.get(address))
    answer = typed(staff, people(staff, family)["Amina"], agency=staff.charity.pk)
    refused = text(registrar.post(address, answer | {"wording": words.pk}))
    assert "Show them wording that is in use" in refused

    words = published(staff, clock.now(), "so", text="Ereyada", checked_by="A translator")

    assert "Somali</a>" in text(registrar.get(address))
    assert "Ereyada" in text(registrar.get(f"{address}?language=so"))
    assert (
        registrar.post(address, answer | {"wording": words.pk, "language": "so"}).status_code == 302
    )


@pytest.mark.requirement("2.69", "S11")
def test_help_without_a_record_is_counted_for_the_coordinator(
    staff: Staff, registrar: Client
) -> None:
    coordinator = sign_in(staff, "coordinator")
    assert "Nobody has counted any yet" in text(coordinator.get(reverse("helped")))
    assert reverse("help_counted") in text(registrar.get(reverse("registration_no_record")))
    assert "no name, no address" in text(registrar.get(reverse("help_counted")))

    assert registrar.post(reverse("help_counted"), SENT).status_code == 302

    (row,) = HelpedWithoutRecord.objects.filter(locality=staff.locality)
    assert row.times == 1
    assert "Fenside Family Hub" in text(coordinator.get(reverse("helped")))
    assert registrar.get(reverse("helped")).status_code == 404


def test_a_young_person_of_thirteen_is_judged_before_their_yes_counts(
    staff: Staff, registrar: Client
) -> None:
    family = register(staff, people=(MOTHER, NamedPerson("Sami", "child", "Yusuf", born=aged(13))))
    answer = typed(staff, people(staff, family)["Sami"], agency=staff.charity.pk)
    address = reverse("sharing", args=[family])

    assert "you judge" in text(registrar.post(address, answer))

    judged = {"understands": "yes", "parent_needed": "no", "because": "Said it back"}
    assert registrar.post(address, answer | judged).status_code == 302
