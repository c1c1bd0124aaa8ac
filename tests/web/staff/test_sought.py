"""Advice that was asked for, through its pages: written, decided, read, counted, refused."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.intake.models import FamilySought, OwnSought
from hub.kernel import clock
from tests.families_setup import Staff, acting, make_staff, open_as, sign_in
from tests.web.staff.family_pages import make_family, text

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("2.93")]
NAMES = "Write no names here"
RING_FIRST = "A child or adult in danger now: ring 999."
ONCE = {"once": "a-token-drawn-by-the-form-1"}
SAID = {
    "whom": "Duty worker <b>Ida</b>",
    "named": "unnamed",
    "asked": "Is it a worry?",
    "advised": "Ask the school",
}
DECIDED = {"decided": "To ask the school", "because": "They see her every day"}
# The pages of the family, and the pages of one entry.
OF_FAMILY = ("family_sought", "family_sought_new")
OF_ONE = ("family_sought_one", "family_sought_decision", "private_sought")


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    """The registrar leads and the nurse works with them."""
    return make_family(staff)


def today(**more: str) -> dict[str, str]:
    day = clock.today()
    parts = {"day": day.day, "month": day.month, "year": day.year}
    return SAID | {f"asked_on-{part}": str(value) for part, value in parts.items()} | more


def about(staff: Staff, who: str, family: str, **more: str) -> FamilySought:
    """Somebody writes advice down through the page."""
    posted = sign_in(staff, who).post(reverse("family_sought_new", args=[family]), today(**more))
    assert posted.status_code == 302
    with acting(staff.actor(who)) as actor:
        open_as(staff, who, family)
        return FamilySought.objects.filter(saved_by=actor.id).latest("saved_at")


def own_rows(staff: Staff, who: str) -> list[OwnSought]:
    with acting(staff.actor(who)):
        return list(OwnSought.objects.order_by("saved_at"))


@pytest.mark.requirement("S32")
def test_every_page_leads_to_it_and_each_form_says_first_whom_to_ring(
    staff: Staff, family: str
) -> None:
    nurse = sign_in(staff, "nurse")
    home = text(nurse.get(reverse("home")))
    assert f'href="{reverse("sought")}">Write down advice you asked for' in home
    assert reverse("family_sought", args=[family]) in text(nurse.get(f"/families/{family}/"))
    assert reverse("sought_new") in text(nurse.get(reverse("sought")))

    for address in (
        reverse("sought"),
        reverse("sought_new"),
        reverse("family_sought", args=[family]),
        reverse("family_sought_new", args=[family]),
    ):
        page = text(nurse.get(address))
        assert page.index(RING_FIRST) < page.index("020 7946 0123")
        assert 'name="asked"' not in page or page.index(RING_FIRST) < page.index('name="asked"')


def test_with_nothing_written_each_page_says_so(staff: Staff, family: str) -> None:
    nurse = sign_in(staff, "nurse")
    mine = text(nurse.get(reverse("sought")))
    assert "Nothing waits for your decision" in mine
    assert "Nothing is written down yet" in mine
    assert "No advice is written down" in text(nurse.get(reverse("family_sought", args=[family])))
    counted = text(sign_in(staff, "coordinator").get(reverse("sought_counted")))
    assert "Nobody has written down advice" in counted


def test_without_a_family_it_is_written_waits_and_is_decided(staff: Staff) -> None:
    nurse = sign_in(staff, "nurse")
    assert NAMES in text(nurse.get(reverse("sought_new")))
    nurse.post(reverse("sought_new"), today())
    (row,) = own_rows(staff, "nurse")
    mine = text(nurse.get(reverse("sought")))
    assert "Decision still to come</strong>" in mine
    assert "Duty worker &lt;b&gt;Ida" in mine
    one, decision = (reverse(name, args=[row.pk]) for name in ("sought_one", "sought_decision"))
    assert decision in text(nurse.get(one))
    assert NAMES in text(nurse.get(decision))

    nurse.post(decision, DECIDED | {"version": "1"})

    page = text(nurse.get(one))
    assert "To ask the school" in page
    assert "They see her every day" in page
    assert decision not in page
    assert "Decision still to come</strong>" not in text(nurse.get(reverse("sought")))
    assert "is written down already" in text(nurse.get(decision))
    for who in ("registrar", "coordinator", "administrator"):
        other = sign_in(staff, who)
        for address in (one, decision):
            assert other.get(address).status_code == 404
        assert other.post(decision, DECIDED | {"version": "2"}).status_code == 404
        assert "Duty worker" not in text(other.get(reverse("sought")))


def test_about_a_family_who_leads_reads_it_and_who_asked_decides(staff: Staff, family: str) -> None:
    row = about(staff, "nurse", family, named="named")
    one = reverse("family_sought_one", args=[family, row.pk])
    decision = reverse("family_sought_decision", args=[family, row.pk])
    mine = text(sign_in(staff, "nurse").get(reverse("sought")))
    assert one in mine
    assert "Amina Yusuf" in mine
    lead = sign_in(staff, "registrar")
    assert "Nurse Example" in text(lead.get(reverse("family_sought", args=[family])))
    assert "They know which family it is" in text(lead.get(one))
    assert "Whoever asked writes down" in text(lead.get(decision))
    refused = lead.post(decision, DECIDED | {"version": "1"})
    assert refused.status_code != 302

    nurse = sign_in(staff, "nurse")
    changed = text(nurse.post(decision, DECIDED | {"version": "9"}))
    assert "changed while you were writing" in changed
    assert "To ask the school" in changed
    assert nurse.post(decision, DECIDED | {"version": "1"}).status_code == 302
    assert "To ask the school" in text(lead.get(one))


@pytest.mark.parametrize("who", ["doctor", "stranger", "administrator", "coordinator", "colleague"])
def test_for_everybody_else_it_is_not_there(staff: Staff, family: str, who: str) -> None:
    row = about(staff, "nurse", family)
    client = sign_in(staff, who)
    for name in OF_ONE:
        address = reverse(name, args=[family, row.pk])
        assert client.get(address).status_code == 404
        assert client.post(address, DECIDED | {"version": "1"}).status_code == 404
    for name in OF_FAMILY:
        # A coordinator sees who is in the family, and so may write there; not what others wrote.
        there = 200 if who == "coordinator" else 404
        answer = client.get(reverse(name, args=[family]))
        assert answer.status_code == there
        assert "Ask the school" not in text(answer)
        assert "Duty worker" not in text(answer)


@pytest.mark.requirement("2.81")
def test_it_is_kept_private_from_its_page(staff: Staff, family: str) -> None:
    row = about(staff, "coordinator", family)
    lead, there = sign_in(staff, "registrar"), reverse("family_sought_one", args=[family, row.pk])
    private = reverse("private_sought", args=[family, row.pk])
    assert private in text(lead.get(there))
    email = staff.people["coordinator"].email
    posted = lead.post(private, {"whom": "other", "email": email, "wish": "nobody"})
    assert posted.status_code == 302, text(posted)
    assert "Advice that was asked for" in text(lead.get(reverse("private", args=[family])))

    assert sign_in(staff, "coordinator").get(there).status_code == 404
    assert lead.get(there).status_code == 200


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"whom": ""}, "Enter who advised you"),
        ({"named": ""}, "Choose whether you told them which family it is"),
        ({"asked": " "}, "Enter what you asked"),
        ({"advised": ""}, "Enter what they advised"),
        (
            {"asked_on-year": str(clock.today().year + 1)},
            "The day you asked must be today or in the past",
        ),
        ({"asked_on-day": "", "asked_on-month": "", "asked_on-year": ""}, "Enter the day"),
        ({"decided": "To wait"}, "Enter why you decided that"),
        ({"because": "It is near"}, "Enter what you decided, or leave both empty"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    staff: Staff, family: str, typed: dict[str, str], sentence: str
) -> None:
    nurse = sign_in(staff, "nurse")
    for address in (reverse("sought_new"), reverse("family_sought_new", args=[family])):
        page = nurse.post(address, today(**typed))
        assert page.status_code == 200
        assert sentence in text(page)
        assert typed.get("asked", "Is it a worry?") in text(page)
    assert own_rows(staff, "nurse") == []


def test_posted_twice_it_is_there_once_and_reading_changes_nothing(
    staff: Staff, family: str
) -> None:
    nurse = sign_in(staff, "nurse")
    for _ in range(2):
        assert nurse.post(reverse("sought_new"), today() | ONCE).status_code == 302
    (row,) = own_rows(staff, "nurse")

    for name in ("sought", "sought_new"):
        nurse.get(reverse(name), today(), headers={"Sec-Purpose": "prefetch"})
    decision = reverse("sought_decision", args=[row.pk])
    nurse.get(decision, DECIDED | {"version": "1"}, headers={"Sec-Purpose": "prefetch"})

    (after,) = own_rows(staff, "nurse")
    assert (after.version, after.decided) == (1, "")


def test_coordinators_count_it_and_nobody_else(staff: Staff, family: str) -> None:
    about(staff, "nurse", family, named="named")
    sign_in(staff, "nurse").post(reverse("sought_new"), today())
    coordinator: Client = sign_in(staff, "coordinator")
    assert reverse("sought_counted") in text(coordinator.get(reverse("hub")))
    page: Any = text(coordinator.get(reverse("sought_counted")))

    assert staff.clinic.name in page
    assert page.count('numeric">1</td>') == 2
    assert "Is it a worry" not in page
    for who in ("nurse", "registrar", "administrator", "stranger"):
        assert sign_in(staff, who).get(reverse("sought_counted")).status_code == 404
