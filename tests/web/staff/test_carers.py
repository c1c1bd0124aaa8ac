"""Young carers through the pages: asked apart from the others, brought back, counted (3.4)."""

import pytest
from django.urls import reverse

from hub.agencies.models import RoleGrant
from hub.consent import changes as consent
from hub.families import queries as families
from hub.kernel import clock
from tests.families_setup import BEGAN, Staff, acting, make_staff, open_as, sign_in
from tests.web.staff.about_pages import at
from tests.web.staff.family_pages import make_family, text

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("3.4")]
REPORT = "young_carers"


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return make_family(staff)


def day(name: str) -> dict[str, str]:
    today = clock.today()
    return {
        f"{name}-day": str(today.day),
        f"{name}-month": str(today.month),
        f"{name}-year": str(today.year),
    }


@pytest.mark.requirement("S4", "S15")
def test_it_is_asked_on_the_page_for_one_child_alone_and_on_no_page_filled_together(
    staff: Staff, family: str
) -> None:
    lead = sign_in(staff, "registrar")
    lead.post(at(staff, family, "about_needs"), {"caring": "yes", "version": "0"})  # the mother
    alone = at(staff, family, "alone")
    assert "Not asked by you yet whether they look after" in text(lead.get(alone))
    assert "Recorded as looking after" not in text(lead.get(alone))
    child = at(staff, family, "about_needs").replace(
        at(staff, family, "about_needs").split("/")[4],
        at(staff, family, "about_carer").split("/")[4],
    )
    lead.post(child, {"caring": "yes", "version": "0"})
    assert "Recorded as looking after" in text(lead.get(alone))
    assert "Recorded as looking after" not in text(sign_in(staff, "nurse").get(alone))

    typed = {"cares": "yes", "does": "Cooks for the little ones", "version": "0"}
    saved = sign_in(staff, "nurse").post(at(staff, family, "about_caring"), typed)

    assert saved["Location"] == at(staff, family, "about_carer")
    for no in ("no", "rather_not"):
        again = {"cares": no, "version": "1" if no == "no" else "2"}
        there = sign_in(staff, "nurse").post(at(staff, family, "about_caring"), again)
        assert there["Location"] == alone
    assert "Asked by you on" in text(sign_in(staff, "nurse").get(alone))
    for name in ("alone", "about", "about_known", "about_caring", "about_paper"):
        assert "Cooks for the little" not in text(lead.get(at(staff, family, name)))
        assert "Recorded as" not in text(lead.get(at(staff, family, name))) or name == "alone"


@pytest.mark.requirement("3.5")
def test_an_assessment_asked_for_stands_among_what_is_to_be_looked_at(
    staff: Staff, family: str
) -> None:
    lead, needs = sign_in(staff, "registrar"), at(staff, family, "about_needs")
    refused = text(lead.post(needs, {"assessment": "asked", "version": "0"}))
    assert "Enter the day the assessment was asked for" in refused
    asked = {"assessment": "asked", "version": "0"}
    typed = asked | day("assessment_asked_on") | day("assessment_due_on")
    assert lead.post(needs, typed).status_code == 302

    home = text(lead.get(reverse("home")))
    assert "as a carer was asked for. Was it done?" in home
    page = text(lead.get(f"/families/{family}/"))
    assert "as a carer was asked for. Was it done?" in page
    assert "as a carer was asked for" not in text(sign_in(staff, "nurse").get(reverse("home")))
    look = page.split("questions/")[1].split("/")[0]
    asking = text(lead.get(reverse("look_again", args=[family, look])))
    assert needs in asking


def test_the_numbers_are_for_coordinators_and_managers_of_the_leadership_team(
    staff: Staff,
) -> None:
    coordinator = sign_in(staff, "coordinator")
    assert reverse(REPORT) in text(coordinator.get(reverse("hub")))
    page = text(coordinator.get(reverse(REPORT)))
    assert page.count("Fewer than 5") == 5 + 4 * 3
    assert "A child of whom anything is kept private is not counted" in page
    for who in ("registrar", "nurse", "stranger", "administrator"):
        assert sign_in(staff, who).get(reverse(REPORT)).status_code == 404

    RoleGrant(
        practitioner=staff.people["doctor"],
        code="leadership_manager",
        locality=staff.locality,
        since=BEGAN,
    ).save(force_insert=True)
    manager = sign_in(staff, "doctor")
    assert "Fenside" in text(manager.get(reverse(REPORT)))
    assert reverse(REPORT) in text(manager.get(reverse("home")))


@pytest.mark.requirement("S5", "S19")
def test_of_a_child_who_is_kept_private_neither_page_is_there(staff: Staff, family: str) -> None:
    pages = [at(staff, family, name) for name in ("about_caring", "about_carer")]
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        consent.hold_back(
            file,
            item_kind="member",
            item=families.members_in(file)[1].pk,
            kept_from="practitioner",
            kept_from_id=staff.people["nurse"].pk,
            now=clock.now(),
        )
    nurse = sign_in(staff, "nurse")
    for page in pages:
        assert nurse.get(page).status_code == 404
        assert nurse.post(page, {"cares": "yes", "version": "0"}).status_code == 404
