"""From the file of a family one leads to another file of it, and to a proposal to merge them."""

import pytest
from django.urls import reverse

from hub.access import changes as access
from hub.kernel import clock
from tests.c3.pages import bare
from tests.families_setup import Staff, acting, make_staff, open_as, sign_in
from tests.merging.two import LEADS, Two, make_two
from tests.web.staff.test_once_more import lines
from tests.web.staff.test_registration import text

REFUSED = "You see no other file with this reference"


@pytest.fixture
def staff(db: None) -> Staff:
    return make_staff()


@pytest.fixture
def two(staff: Staff) -> Two:
    """Both leads also work with the family in the other file, so they see who is in it."""
    two = make_two(staff)
    for side, who in LEADS.items():
        works(two, who, "gone" if side == "kept" else "kept")
    return two


def works(two: Two, who: str, side: str) -> None:
    with acting(two.staff.actor(who)):
        file = open_as(two.staff, who, two.reference(side))
        access.work_with(file, why="Visits", since_on=clock.today(), now=clock.now())


@pytest.mark.requirement("S21")
@pytest.mark.parametrize(("side", "who"), LEADS.items())
def test_a_lead_goes_from_their_family_to_both_files_and_proposes(
    two: Two, side: str, who: str
) -> None:
    lead, mine = sign_in(two.staff, who), two.reference(side)
    page = reverse("other_file", args=[mine])
    assert f'href="{page}"' in text(lead.get(reverse("family", args=[mine])))
    typed = two.other(side).lower().replace("-", " ")
    sent = lead.post(page, {"other": typed})
    assert sent.status_code == 302, text(sent)
    both = text(lead.get(sent["Location"]))
    assert "Yes, and the first file goes on" in both
    assert "No, they are two families" not in both
    assert f'href="{reverse("family", args=[mine])}" class="govuk-back-link"' in both
    said = lead.post(sent["Location"], {"what": "first", "because": "The same child"})
    assert said.status_code == 302, text(said)
    assert "Being asked" in text(lead.get(said["Location"]))


@pytest.mark.requirement("S19")
def test_a_file_one_does_not_see_is_answered_as_one_that_is_not_there(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = make_two(staff, agencies=(staff.charity.pk,))  # nothing for the school in the other
    lead = sign_in(staff, "registrar")
    page = reverse("other_file", args=[two.kept])
    answers, written = [], lines(monkeypatch)
    for typed in (two.gone, "FH-22222222", two.kept, "Brackenbury"):
        answer = lead.post(page, {"other": typed})
        assert REFUSED in text(answer), typed
        answers.append(bare(answer).decode().replace(typed, ""))
    assert answers[0] == answers[1]
    assert [event for event, _ in written].count("file.refused") == 3  # not of one's own


@pytest.mark.requirement("S19", "S21")
@pytest.mark.parametrize("who", ["colleague", "doctor", "nurse", "coordinator", "stranger"])
def test_who_does_not_lead_has_neither_link_nor_page(two: Two, who: str) -> None:
    client = sign_in(two.staff, who)
    page = reverse("other_file", args=[two.kept])
    assert page not in text(client.get(reverse("family", args=[two.kept])))
    assert client.get(page).status_code == 404
    assert client.post(page, {"other": two.gone}).status_code == 404


def test_a_lead_who_only_sees_that_there_is_the_other_file_is_sent_to_the_hub(staff: Staff) -> None:
    two = make_two(staff)  # the school may know of it, and the registrar does not work with it
    lead = sign_in(staff, "registrar")
    answer = text(lead.post(reverse("other_file", args=[two.kept]), {"other": two.gone}))
    assert REFUSED in answer
    assert "ring the hub" in answer


@pytest.mark.requirement("S21")
def test_that_they_are_two_families_stays_the_coordinators_to_say(two: Two) -> None:
    lead = sign_in(two.staff, "registrar")
    both = lead.post(reverse("other_file", args=[two.kept]), {"other": two.gone})["Location"]
    wrong = lead.post(both, {"what": "not_same", "because": "Cousins"})
    assert wrong.status_code == 200
    assert "There is a problem" in text(wrong)
    coordinator = sign_in(two.staff, "coordinator")
    assert coordinator.post(both, {"what": "not_same", "because": "Cousins"}).status_code == 302
    page = text(lead.get(both))
    assert "They are two families" in page
    assert "Take it back" not in page
    refusal = text(lead.post(both, {"once": "a-token-of-its-own"}))
    assert "who sees both files, says so" in refusal
    assert "They are two families" in refusal
