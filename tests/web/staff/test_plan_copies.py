"""Pages of the plan's copies and of signing for its services: who gets each, what a post does."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hub.audit.queries import entries_for_family
from hub.consent.models import Agreement
from hub.papers.models import Signature
from hub.plans.copies.queries import recipients_in
from hub.plans.models import PlanCopy
from hub.ui import words
from hub.web.staff.plans.shown import plan_page
from tests.papers.files import PDF
from tests.plans.acts import plan_with_action
from tests.plans.around import Around, opened, through
from tests.web.staff.plan_pages import day, get, post, sign_in, text

EVERYBODY = ("amina", "ben", "carys", "dov", "esi")
READ = {"read_how": "self", "language": "English"}


def numbers(around: Around, page: str) -> dict[str, int]:
    if page == "plan_copy_service":
        return {"agency": around.ben.agency or 0}
    return {} if page in ("plan_copies", "plan_signing") else {"person": around.mother}


@pytest.mark.requirement("2.94", "2.89", "S1")
@pytest.mark.parametrize(
    "page",
    ["plan_copies", "plan_copy_service", "plan_copy_member", "plan_signing", "plan_sign",
     "plan_sheet", "plan_signed_sheet", "plan_said"],
)  # fmt: skip
def test_who_gets_which_page(around: Around, page: str) -> None:
    plan_with_action(around)

    found = {who: get(around, who, page, **numbers(around, page)).status_code for who in EVERYBODY}

    sees = {"amina", "ben"} if page == "plan_copies" else {"amina"}
    assert found == {who: 200 if who in sees else 404 for who in EVERYBODY}


@pytest.mark.requirement("2.94")
def test_the_lead_gives_a_copy_and_the_page_says_so(around: Around) -> None:
    plan_with_action(around)
    said = {"how": "handed", **day("given_on", around.today)}
    assert "Who gets a copy of the plan" in text(get(around, "amina", "plan"))
    before = text(get(around, "amina", "plan_copies"))

    service = post(around, "amina", "plan_copy_service", said, agency=around.ben.agency)
    member = post(around, "amina", "plan_copy_member", said, person=around.mother)

    assert (service.status_code, member.status_code) == (302, 302)
    assert before.count("No copy given yet") == 2
    after = text(get(around, "amina", "plan_copies"))
    assert after.count("by <bdi>Amina Rahman</bdi>: handed over.") == 2
    assert "Under 12" in after
    with through(around.amina, around.family):
        assert PlanCopy.objects.count() == 2
    team = text(get(around, "ben", "plan_copies"))
    assert "The lead professional gives the copies" in team
    assert "Write down that a copy was given" not in team


@pytest.mark.requirement("2.94")
def test_who_gets_no_copy_is_told_why_whatever_is_posted(around: Around) -> None:
    plan_with_action(around)
    with through(around.amina, around.family):
        Agreement.objects.filter(agency=around.ben.agency).update(
            until_at=around.now, ended_by=around.amina.id, ended_because="withdrawn"
        )
    said = {"how": "handed", **day("given_on", around.today)}

    page = text(get(around, "amina", "plan_copy_service", agency=around.ben.agency or 0))
    answer = post(around, "amina", "plan_copy_service", said, agency=around.ben.agency)

    assert "has not said yes" in page
    assert "<form method" not in page.partition("<main")[2]
    assert answer.status_code == 200
    assert "has not said yes" in text(answer)
    with through(around.amina, around.family):
        assert not PlanCopy.objects.exists()


def test_an_empty_plan_says_what_there_is_not(around: Around) -> None:
    assert "This family has no plan yet" in text(get(around, "amina", "plan_copies"))
    assert "no open plan to sign for" in text(get(around, "amina", "plan_signing"))


@pytest.mark.requirement("2.89")
def test_the_plan_says_what_is_not_signed_for_until_it_is(around: Around) -> None:
    plan_with_action(around)
    assert "Not signed for yet: <bdi>Tested School</bdi>" in text(get(around, "amina", "plan"))
    assert "Not signed for yet" not in text(get(around, "ben", "plan"))
    assert "Plans with services not signed for" in text(waiting(around))
    sheet = text(get(around, "amina", "plan_sheet", person=around.mother))
    assert "Tested School sees the registration and the plan" in sheet
    said: dict[str, Any] = {"agreements": [yes(around)], "met": "together"}

    aloud = said | {"witness": "Ben Hughes", **day("said_on", around.today)}
    assert post(around, "amina", "plan_said", aloud, person=around.mother).status_code == 302
    assert "said yes aloud on" in text(get(around, "amina", "plan_signing"))
    drawn = said | READ | {"device": "ours", "typed": "Dee Okafor"}
    answer = post(around, "amina", "plan_sign", drawn, person=around.mother)

    assert answer.status_code == 302
    assert "Not signed for yet" not in text(get(around, "amina", "plan"))
    page = text(get(around, "amina", "plan_signing"))
    assert "signed on" in page
    assert "Has signed for all of them" in page
    assert "Plans with services" not in text(waiting(around))
    with through(around.amina, around.family):
        signature = Signature.objects.get(kind="typed")
    shown = text(get(around, "amina", "signature", signature=signature.pk))
    assert "The services in the plan" in shown


@pytest.mark.requirement("2.89")
def test_a_signed_sheet_is_put_to_the_plan(around: Around) -> None:
    plan_with_action(around)
    sheet = SimpleUploadedFile("sheet.pdf", PDF)
    sent = READ | {"agreements": [yes(around)], "file": sheet, "tells_place": "no"}

    answer = post(around, "amina", "plan_signed_sheet", sent, person=around.mother)

    assert answer.status_code == 302
    assert "Not signed for yet" not in text(get(around, "amina", "plan"))


@pytest.mark.requirement("2.89")
def test_saying_aloud_asks_who_heard_it(around: Around) -> None:
    plan_with_action(around)
    said = {"agreements": [yes(around)], "met": "phone", **day("said_on", around.today)}

    answer = post(around, "amina", "plan_said", said, person=around.mother)

    assert answer.status_code == 200
    assert "Enter the name of who else heard it" in text(answer)


@pytest.mark.requirement("2.96")
def test_the_plan_on_paper_warns_says_who_printed_it_and_is_written_down(around: Around) -> None:
    plan_with_action(around)
    before = _printed(around)

    page = text(get(around, "ben", "plan_paper"))

    assert "Your service answers for the paper from here" in page
    mark = page.partition("hub-marked__mark")[2].partition("</p>")[0]
    assert f"{around.reference[:7]}</span><span>{around.reference[7:]}" in mark
    assert "Printed by <bdi>Ben Hughes</bdi>, <bdi>Tested School</bdi>, on <span" in mark
    assert words.day(around.today) in mark
    assert _printed(around) == before + 1
    get(around, "carys", "plan_paper")
    assert _printed(around) == before + 1
    sheet = text(get(around, "amina", "plan_sheet", person=around.mother))
    assert "Printed on <span" in sheet
    # In the header, their own agency would tell a place (S3): it stays on the screen.
    assert 'class="hub-header__person hub-on-screen"' in sheet
    assert 'class="hub-header__person"' in page


def test_both_pages_ask_ten_questions_at_most(around: Around) -> None:
    plan_with_action(around)
    said = {"how": "handed", **day("given_on", around.today)}
    post(around, "amina", "plan_copy_service", said, agency=around.ben.agency)
    with opened(around.amina, around.reference) as file:
        with CaptureQueriesContext(connection) as copies:
            recipients_in(file)
        with CaptureQueriesContext(connection) as plan:
            plan_page(file, today=around.today, signs=True)

    assert len(copies) <= 10
    assert len(plan) <= 10


def _printed(around: Around) -> int:
    with opened(around.amina, around.reference) as file:
        return sum(look.event == "plan.printed" for look in entries_for_family(file).looks)


def waiting(around: Around) -> Any:
    """The list of what is to be signed, as Amina gets it."""
    return sign_in(around.amina).get(reverse("signatures_due"))


def yes(around: Around) -> int:
    """The mother's yes that lets the school know."""
    with through(around.amina, around.family):
        return int(Agreement.objects.get(agency=around.ben.agency, scope="share").pk)
