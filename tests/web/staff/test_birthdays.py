"""The pages of a birthday's question, as the lead and as others."""

from datetime import timedelta

import pytest
from django.urls import reverse

from hub.kernel import clock
from tests.cast import Cast, past_the_wall
from tests.web.staff.signed_in import browser, day, post

pytestmark = [pytest.mark.django_db, pytest.mark.requirement("S6")]


def _person(cast: Cast, given_names: str) -> int:
    with past_the_wall() as behind:
        found = behind.execute(
            "select m.person_id from families_membership m"
            " join families_person p on p.id = m.person_id"
            " where m.family_id = %s and p.given_names = %s",
            [cast.family("kowalska").id, given_names],
        ).fetchone()
    assert found is not None
    return int(found[0])


class Pages:
    """Addresses of the family in which Tomasz turned 16."""

    def __init__(self, cast: Cast) -> None:
        reference = cast.family("kowalska").reference
        self.family = reverse("family", args=[reference])
        self.agreement = reverse("agreement", args=[reference])
        self.list = reverse("birthdays", args=[reference])
        self.ask = reverse("birthday", args=[reference, _person(cast, "Tomasz")])
        self.other = reverse("birthday", args=[reference, _person(cast, "Ewa")])


@pytest.fixture
def cast(db: None) -> Cast:
    return Cast()


@pytest.fixture
def pages(cast: Cast) -> Pages:
    return Pages(cast)


def test_the_lead_is_asked_on_the_family_page_until_it_is_answered(
    cast: Cast, pages: Pages
) -> None:
    amina = browser(cast, "amina")
    for address in (pages.family, pages.agreement, pages.list):
        assert f'href="{pages.ask}"' in amina.get(address).content.decode()

    answer = post(amina, pages.ask, said="goes_on", note="All good")

    assert answer.headers["Location"] == pages.list
    for address in (pages.family, pages.agreement):
        assert pages.ask not in amina.get(address).content.decode()
    assert "All good" in amina.get(pages.list).content.decode()
    assert amina.get(pages.ask).headers["Location"] == pages.list


def test_who_wants_something_changed_is_brought_to_what_was_agreed(
    cast: Cast, pages: Pages
) -> None:
    answer = post(browser(cast, "amina"), pages.ask, said="changes")

    assert answer.headers["Location"] == pages.agreement


@pytest.mark.parametrize("who", ["grace", "hanna", "dilip", "carys", "efua"])
def test_nobody_else_is_asked_or_reads_an_answer(cast: Cast, pages: Pages, who: str) -> None:
    post(browser(cast, "amina"), pages.ask, said="goes_on", note="Only between us")
    other = browser(cast, who)

    assert other.get(pages.list).status_code == 404
    assert other.get(pages.ask).status_code == 404
    assert "Only between us" not in other.get(pages.family).content.decode()
    assert "turned 16" not in other.get(pages.family).content.decode()


def test_putting_it_off_needs_a_day_and_keeps_what_was_typed(cast: Cast, pages: Pages) -> None:
    amina, too_late = browser(cast, "amina"), clock.today() + timedelta(days=120)

    without = post(amina, pages.ask, said="not_yet", note="Exams first").content.decode()
    late = post(
        amina, pages.ask, said="not_yet", note="Exams first", **day("again_on", too_late)
    ).content.decode()

    assert "Enter the day on which you will ask again" in without
    assert "within three months" in late
    assert "Exams first" in without
    assert "Exams first" in late
    assert amina.get(pages.ask).status_code == 200  # nothing was written down: still to be asked


def test_somebody_without_a_question_leads_to_the_list(cast: Cast, pages: Pages) -> None:
    amina = browser(cast, "amina")

    assert amina.get(pages.other).headers["Location"] == pages.list
    assert amina.get(pages.other.replace(pages.other.split("/")[-2], "1")).status_code == 404


def test_an_answer_that_comes_second_is_said_not_to_be_kept(cast: Cast, pages: Pages) -> None:
    amina = browser(cast, "amina")
    post(amina, pages.ask, said="goes_on", note="The first")

    answer = amina.post(pages.ask, {"once": "b" * 24, "said": "changes", "note": "The second"})

    assert answer.headers["Location"] == pages.list
    told = amina.get(pages.list).content.decode()
    assert "nothing was saved" in told
    assert "The first" in told
    assert "The second" not in told
