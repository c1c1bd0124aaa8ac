"""Faults that somebody walking the pages found: each was seen failing here first."""

import pytest
from django.urls import reverse

from hub.agencies.models import HelpNumber
from hub.story.families import FAMILIES
from tests.cast import Cast
from tests.web.staff.signed_in import browser, post

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(db: None) -> Cast:
    """The story's people and families."""
    return Cast()


def test_a_family_without_a_plan_has_no_form_for_a_goal(cast: Cast) -> None:
    told = next(one for one in FAMILIES if one.lead == "amina" and not (one.plan or one.closed))
    where = {"reference": cast.family(told.key).reference}

    answer = browser(cast, "amina").get(reverse("goals", kwargs=where))

    assert (answer.status_code, answer.headers.get("Location")) == (
        302,
        reverse("plan", kwargs=where),
    )


@pytest.mark.requirement("S32")
def test_the_last_number_of_every_page_stays(cast: Cast) -> None:
    efua = browser(cast, "efua")
    shown = efua.get(reverse("numbers")).content.decode()
    rows = shown.partition('name="shown" value="')[2].partition('"')[0]

    answer = post(efua, reverse("numbers"), shown=rows)

    assert "Keep at least one number" in answer.content.decode()
    assert HelpNumber.objects.filter(locality=None).exists()


@pytest.mark.parametrize(("who", "registers"), [("amina", True), ("dilip", True), ("efua", False)])
def test_who_sees_no_family_is_not_sent_to_register_one(
    cast: Cast, who: str, registers: bool
) -> None:
    page = browser(cast, who).get(reverse("home")).content.decode()

    assert (reverse("quick_start") in page) is registers
    assert (f'href="{reverse("families")}"' in page) is registers
