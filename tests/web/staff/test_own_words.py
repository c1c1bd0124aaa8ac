"""What adults say for themselves, and what one person's needs mean for another (3.2, 3.6, 3.7)."""

import pytest
from django.test import Client
from django.urls import reverse

from hub.about import effects
from hub.consent import changes as consent
from hub.families import queries
from hub.kernel import clock
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import NotInYourFiles
from tests.families_setup import Staff, acting, make_staff, open_as, sign_in
from tests.web.staff.about_pages import at, person
from tests.web.staff.family_pages import make_family, text

pytestmark = pytest.mark.django_db
HOW = "She is ill in the mornings, so he gets himself to school"


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return make_family(staff)


@pytest.fixture
def lead(staff: Staff) -> Client:
    return sign_in(staff, "registrar")


@pytest.mark.requirement("3.2", "3.6", "3.31", "S4")
def test_an_adult_says_what_they_are_good_at_wish_for_and_can_offer(
    staff: Staff, family: str, lead: Client
) -> None:
    said = {
        "strengths": "Never late",
        "wishes": "A course of her own",
        "offers": "Two evenings, which cost her sleep",
    }
    assert lead.post(at(staff, family, "about_words"), said).status_code == 302

    known = reverse("about_known", args=[family])
    for words in said.values():
        assert words in text(lead.get(known))
        assert words not in text(sign_in(staff, "nurse").get(known))  # theirs and the lead's


@pytest.mark.requirement("3.7", "3.8")
def test_whom_it_affects_is_written_down_said_anew_and_taken_away(
    staff: Staff, family: str, lead: Client
) -> None:
    address = reverse("about_effects", args=[family])
    mother, child = person(staff, family, 0), person(staff, family, 1)
    assert "Nothing is written down yet." in text(lead.get(address))
    empty = lead.post(address, {"person": mother, "other": child})
    assert "Enter how it affects them" in text(empty)
    alone = lead.post(address, {"person": mother, "other": mother, "words": HOW})
    assert "Choose two different people." in text(alone)
    assert HOW in text(alone)  # what was typed stays

    pair = {"person": mother, "other": child}
    assert lead.post(address, pair | {"words": HOW}).status_code == 302
    assert HOW in text(lead.get(address))
    assert lead.post(address, pair | {"words": "He sleeps badly"}).status_code == 302
    seen = text(lead.get(address))
    assert "He sleeps badly" in seen
    assert "Amina Yusuf</text>" in seen  # on the map, and its number in the table
    assert seen.count(">1</text>") == seen.count('scope="row">1</th>') == 1
    assert HOW not in seen  # one line for the two of them, the newest

    with acting(staff.actor("registrar")):
        (row,) = effects.effects_in(open_as(staff, "registrar", family))
    assert lead.post(address, {"ended": row.pk}).status_code == 302
    assert "Nothing is written down yet." in text(lead.get(address))
    assert lead.post(address, {"ended": row.pk}).status_code == 404


@pytest.mark.requirement("3.7", "S4", "S19")
def test_only_who_leads_knows_it_and_it_goes_with_whoever_is_kept_private(
    staff: Staff, family: str, lead: Client
) -> None:
    mother, child = person(staff, family, 0), person(staff, family, 1)
    with acting(staff.actor("registrar")):
        file = open_as(staff, "registrar", family)
        row = effects.note_effect(file, person=mother, other=child, words=HOW, now=clock.now())
        item = queries.member(file, mother).pk
    about = reverse("about", args=[family])
    assert "Who is affected by what" in text(lead.get(about))
    assert "Who is affected by what" not in text(sign_in(staff, "nurse").get(about))

    with acting(staff.actor("nurse")):
        theirs = open_as(staff, "nurse", family)
        assert effects.effects_in(theirs) == []
        with pytest.raises(NotAllowed):
            effects.note_effect(theirs, person=mother, other=child, words=HOW, now=clock.now())
        with pytest.raises(NotInYourFiles):
            effects.end_effect(theirs, row.pk, now=clock.now())
        consent.hold_back(
            theirs, item_kind="member", item=item, kept_from="practitioner",
            kept_from_id=staff.actor("registrar").id, asked_by=mother, now=clock.now(),
        )  # fmt: skip

    with acting(staff.actor("registrar")):
        assert effects.effects_in(open_as(staff, "registrar", family)) == []
    seen = text(lead.get(reverse("about_effects", args=[family])))
    assert HOW not in seen
    assert "hub-picture" not in seen  # with nobody else there is nothing to draw
