"""The pages of "About my family": each saved by itself, nothing typed lost, and what is asked alone
nowhere else."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from hub.about import rules
from hub.kernel import clock
from tests.families_setup import Staff, make_staff, sign_in
from tests.web.staff.about_pages import at, person
from tests.web.staff.family_pages import make_family, text

pytestmark = pytest.mark.django_db

SUMMARY = ("about", "about_paper", "about_language", "about_helpers", "loss")
APART = ("about_known", "about_said", "about_told", "about_caring", "about_carer", "alone")
PLAN = ("about_story", "about_going-on", "about_living")
RECORD = ("about_effects", "about_background", "about_needs", "about_words", "alone_with")


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@pytest.fixture
def family(staff: Staff) -> str:
    return make_family(staff)


@pytest.mark.requirement("S1", "S4", "S19")
@pytest.mark.parametrize("name", [*SUMMARY, *APART, *PLAN, *RECORD])
def test_each_page_is_there_for_whoever_sees_its_level_and_for_nobody_else(
    staff: Staff, family: str, name: str
) -> None:
    address = at(staff, family, name)
    expected = {
        "registrar": 200,
        "nurse": 200 if name in (*SUMMARY, *APART) else 404,
        "stranger": 404,
    }
    expected |= {"administrator": 404, "doctor": 404}

    answered = {who: sign_in(staff, who).get(address).status_code for who in expected}
    nobody = Client().get(address)

    assert answered == expected
    assert nobody.status_code == 302
    assert nobody["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    ("name", "typed", "shown"),
    [
        ("about_language", {"languages": "کوردی", "ways": ["bsl", "quiet"]}, "کوردی"),
        ("about_helpers", {"doctor": "The Example Surgery"}, "The Example Surgery"),
        (
            "about_background",
            {"ethnicity_kind": "5", "ethnicity_5": "arab"},
            'value="arab" checked',
        ),
        ("about_background", {"ethnicity_kind": "rather_not"}, 'value="rather_not" checked'),
        ("about_needs", {"caring": "yes", "caring_words": "His mother"}, "His mother"),
        ("about_words", {"wishes": "One evening\r\n\r\nthat is mine"}, "One evening&#10;&#10;that"),
        ("about_needs", {"known_to": ["team", "family"]}, 'value="family" checked'),
        ("about_said", {"words": "Nobody plays with me"}, "Nobody plays with me"),
        ("about_told", {"may": "some", "told": "School is hard"}, "School is hard"),
        ("about_caring", {"cares": "yes", "does": "I cook & wash"}, "I cook &amp; wash"),
        ("about_carer", {"school": "needs", "school_doing": "A taxi"}, "A taxi"),
        ("about_story", {"going_well": "We cook"}, "We cook"),
        ("about_going-on", {"chosen": ["money", "school"]}, 'value="school" checked'),
        ("about_living", {"housing": "No fixed address"}, "No fixed address"),
    ],
)
@pytest.mark.requirement("2.112")
def test_each_page_is_saved_by_itself_and_shows_what_was_said(
    staff: Staff, family: str, name: str, typed: dict[str, Any], shown: str
) -> None:
    client, address = sign_in(staff, "registrar"), at(staff, family, name)

    response = client.post(address, typed | {"version": "0"})

    assert response.status_code == 302
    page = text(client.get(address))
    assert shown in page
    assert 'name="version" value="1"' in page
    assert "Why we ask" in page


def test_saving_goes_on_to_the_next_page_nobody_began_and_at_the_end_to_the_list(
    staff: Staff, family: str
) -> None:
    client, address, seen = sign_in(staff, "registrar"), at(staff, family, "about_story"), []
    while "about/" in address or "people/" in address or "adults/" in address:
        if address == at(staff, family, "about"):
            break
        seen.append(address)
        address = client.post(address, {"finished": "yes", "version": "0"})["Location"]

    assert len(seen) == len(set(seen)) == 3 + 5 + 4
    assert "12 of 12 parts done" in " ".join(text(client.get(address)).split())


def test_nobody_has_to_answer_anything(staff: Staff, family: str) -> None:
    client = sign_in(staff, "registrar")
    for name in ("about_language", "about_background", "about_needs", "about_story"):
        assert client.post(at(staff, family, name), {"version": "0"}).status_code == 302

    assert "0 of 12 parts done" in " ".join(text(client.get(at(staff, family, "about"))).split())


def test_the_second_step_of_ethnicity_is_asked_for_and_what_was_typed_stays(
    staff: Staff, family: str
) -> None:
    typed = {"ethnicity_kind": "4", "faith": "Quaker meetings", "version": "0"}

    response = sign_in(staff, "registrar").post(at(staff, family, "about_background"), typed)

    assert response.status_code == 200
    assert "Choose one of these" in text(response)
    assert "Quaker meetings" in text(response)


@pytest.mark.requirement("2.112")
def test_two_devices_are_both_shown_and_the_second_can_still_save(
    staff: Staff, family: str
) -> None:
    address = at(staff, family, "about_language")
    first = sign_in(staff, "nurse")
    assert first.post(address, {"languages": "Somali", "version": "0"}).status_code == 302

    second = sign_in(staff, "registrar")
    response = second.post(address, {"languages": "Somali and English", "version": "0"})

    assert response.status_code == 409
    assert "Nurse Example" in text(response)
    assert "Somali and English" in text(response)
    assert 'name="version" value="1"' in text(response)
    again = second.post(address, {"languages": "Somali and English", "version": "1"})
    assert again.status_code == 302


@pytest.mark.requirement("S27")
@pytest.mark.parametrize("name", ["about_story", "about_background", "alone_with"])
def test_what_was_typed_before_the_session_ended_is_there_after_signing_in(
    staff: Staff, family: str, name: str
) -> None:
    client, address = sign_in(staff, "registrar"), at(staff, family, name)
    typed = {
        "about_story": {"worries": "Line one\r\nline two"},
        "about_background": {"ethnicity_kind": "5", "ethnicity_5": "arab", "faith": "Line one"},
        "alone_with": {"alone": "yes", "words": "Line one\r\nline two"},
    }[name]
    sent = typed | {"version": "0", "writer": _writer(client, address)}
    client.logout()

    refused = client.post(address, sent)

    assert refused.status_code == 302
    assert refused["Location"].startswith("/sign-in/")
    other = sign_in(staff, "nurse")
    assert "Line one" not in text(other.get(address))
    back = sign_in(staff, "registrar")
    page = text(back.get(address))
    assert "Not saved yet" in page
    assert "Line one" in page
    assert "There is a problem" not in page
    assert back.post(address, typed | {"version": "0"}).status_code == 302
    page = text(back.get(address))
    assert "Not saved yet" not in page
    assert "Line one" in page


@pytest.mark.requirement("S27")
def test_a_note_that_is_forged_old_or_of_another_page_keeps_nothing(
    staff: Staff, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, address = sign_in(staff, "registrar"), at(staff, family, "about_story")
    elsewhere = _writer(client, at(staff, family, "about_living"))
    right = _writer(client, address)
    client.logout()

    for note in ("", "x:y:z", elsewhere, right[:-2] + "xx"):
        client.post(address, {"worries": "Line one", "version": "0", "writer": note})
    later = clock.now().timestamp() + 13 * 3600
    with monkeypatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: later)
        client.post(address, {"worries": "Line one", "version": "0", "writer": right})

    assert "Line one" not in text(sign_in(staff, "registrar").get(address))


def _writer(client: Client, address: str) -> str:
    page = text(client.get(address))
    return page.split('name="writer" value="')[1].split('"')[0]


@pytest.mark.requirement("S15")
def test_what_is_asked_alone_leaves_no_trace_where_people_look_together(
    staff: Staff, family: str
) -> None:
    client, address = sign_in(staff, "registrar"), at(staff, family, "alone_with")
    together = [at(staff, family, n) for n in (*SUMMARY, *PLAN, *RECORD[:3])]
    together.append(reverse("family", args=[family]))
    before = [_bare(client.get(page)) for page in together]

    refused = client.post(address, {"safe": "no", "words": "He reads my post", "version": "0"})
    assert "Ask when they are alone" in text(refused)
    answer = client.post(
        address, {"alone": "yes", "safe": "no", "words": "He reads my post", "version": "0"}
    )

    assert answer.status_code == 302
    shown = text(client.get(answer["Location"]))
    assert "He reads" not in shown
    assert "not always" not in shown
    assert [_bare(client.get(page)) for page in together] == before
    assert all("/alone/" not in page for page in before[:-1])
    assert "He reads my post" in text(client.get(address))


def _bare(response: Any) -> str:
    """A page without what is new each time it is drawn."""
    lines = text(response).splitlines()
    new = ("csrfmiddlewaretoken", 'name="once"', 'name="writer"')
    return "\n".join(line for line in lines if not any(mark in line for mark in new))


def test_a_page_is_not_for_everybody_and_says_so(staff: Staff, family: str) -> None:
    child, client = person(staff, family, 1), sign_in(staff, "registrar")

    for name in ("about_words", "alone_with"):
        response = client.get(reverse(name, args=[family, child]))
        assert response.status_code == 403
        assert "This page is for adults" in text(response)


def test_what_is_typed_in_from_paper_keeps_the_day_on_it(staff: Staff, family: str) -> None:
    client, address = sign_in(staff, "registrar"), at(staff, family, "about_story")
    day = clock.today() - timedelta(days=9)
    assert "When was this said?" not in text(client.get(address))
    assert "When was this said?" in text(client.get(f"{address}?later=1"))
    on = {"told_on-day": day.day, "told_on-month": day.month, "told_on-year": day.year}

    client.post(f"{address}?later=1", {"wants": "A garden", "version": "0"} | on)

    page = text(client.get(address))
    assert f'value="{day.day}"' in page
    assert "When was this said?" in page


@pytest.mark.requirement("S15")
def test_what_was_said_alone_on_another_day_keeps_that_day(staff: Staff, family: str) -> None:
    client, address = sign_in(staff, "registrar"), at(staff, family, "alone_with")
    day = clock.today() - timedelta(days=9)
    on = {"told_on-day": day.day, "told_on-month": day.month, "told_on-year": day.year}
    assert "When was this said?" not in text(client.get(address))

    client.post(f"{address}?later=1", {"alone": "yes", "safe": "yes", "version": "0"} | on)

    assert f'value="{day.day}"' in text(client.get(address))
    assert f"{day.day} {day:%B %Y}" in text(client.get(at(staff, family, "alone")))


@pytest.mark.requirement("3.4", "3.3", "3.5", "3.29")
def test_a_carers_assessment_is_offered_with_its_day_and_what_came_of_it(
    staff: Staff, family: str
) -> None:
    client, address = sign_in(staff, "registrar"), at(staff, family, "about_needs")
    day = clock.today() - timedelta(days=3)
    on = {f"assessment_on-{part}": getattr(day, part) for part in ("day", "month", "year")}
    told = {"caring": "yes", "assessment": "done", "assessment_words": "Two evenings of help"}

    assert client.post(address, told | on | {"protects": "Her sister", "version": "0"})

    page = text(client.get(address))
    assert 'value="done" checked' in page
    assert "Her sister" in page
    known = text(client.get(at(staff, family, "about_known")))
    assert f"{day.day} {day:%B %Y}" in known
    assert "Two evenings of help" in known


@pytest.mark.requirement("S15")
def test_the_paper_asks_everything_but_what_is_asked_alone_and_tells_nothing(
    staff: Staff, family: str
) -> None:
    client = sign_in(staff, "registrar")
    client.post(at(staff, family, "about_story"), {"wants": "A garden", "version": "0"})

    page = text(client.get(at(staff, family, "about_paper")))

    assert all(part.title in page for part in (*rules.PERSON_PARTS, *rules.FAMILY_PARTS))
    assert "Bangladeshi" in page
    assert "A garden" not in page
    assert "feel safe" not in page
