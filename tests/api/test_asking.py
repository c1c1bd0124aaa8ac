"""What an agency's own system is told: what the page would tell, in another shape."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from django.db import connection
from django.test import override_settings
from django.urls import reverse

from hub.agencies.models import Agency, RoleGrant
from hub.kernel import clock
from tests.access.looking_up import CHILD, HOME, MOTHER, typed_page
from tests.api.sent import NOBODY, NUMBERED, TAMSIN, key_for, question, send, told
from tests.families_setup import BEGAN, Staff, make_staff, register, sign_in

pytestmark = pytest.mark.django_db
ROOT: Final = Path(__file__).parents[2]


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@contextmanager
def executed(words: str) -> Iterator[list[Any]]:
    """What was given to the statements with these words in them, while the block runs."""
    found: list[Any] = []

    def look(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if words in str(sql):
            found.append(params)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield found


def known(staff: Staff, **more: Any) -> str:
    return register(staff, staff.registration(MOTHER, CHILD, **(HOME | more)))


@pytest.mark.requirement("2.2", "2.6", "S18", "S20")
def test_another_agencys_system_is_told_whom_to_ring_and_nothing_of_the_family(
    staff: Staff,
) -> None:
    reference = known(staff)
    _, key = key_for(staff, staff.charity)
    answer = send(key, question("stranger", TAMSIN))
    assert answer.status_code == 200
    assert [one["valueBoolean"] for one in told(answer, "match")] == [True]
    assert [one["valueCode"] for one in told(answer, "certainty")] == ["match"]
    (contact,) = told(answer, "contact")
    assert contact["resource"]["name"] == "School of Fenside"
    assert contact["resource"]["contact"][0]["name"] == {"text": "Registrar Example"}
    text = answer.content.decode()
    for word in (reference, "Tamsin", "Brackenbury", "Oluwaseun", "Withy", "ZA4", "2017"):
        assert word not in text


@pytest.mark.requirement("2.2")
def test_for_who_may_open_the_family_its_reference_is_told_and_no_reasons(staff: Staff) -> None:
    reference = known(staff)
    _, key = key_for(staff, staff.clinic)
    answer = send(key, question("nurse", TAMSIN))
    (part,) = (one["part"] for one in told(answer, "known"))
    assert part == [
        {"name": "says", "valueCode": "family"},
        {"name": "reference", "valueString": reference},
    ]
    assert "agree" not in answer.content.decode()


@pytest.mark.requirement("S18")
def test_of_an_agency_that_tells_the_hub_is_the_contact(staff: Staff) -> None:
    known(staff)
    Agency.objects.filter(pk=staff.school.pk).update(telling=True)
    _, key = key_for(staff, staff.charity)
    (contact,) = told(send(key, question("stranger", TAMSIN)), "contact")
    assert contact["resource"]["name"] == "Fenside Family Hub"
    assert "School" not in repr(contact)


@pytest.mark.requirement("S19", "2.111")
def test_hidden_and_absent_are_one_answer_to_the_byte(staff: Staff) -> None:
    reference = known(staff, agencies=())
    _, key = key_for(staff, staff.charity)
    answers = [
        send(key, question("stranger", *asked, **more))
        for asked, more in (
            ([TAMSIN], {}),
            ([NOBODY], {}),
            ([NUMBERED], {}),
            ([], {"reference": reference}),
            ([], {"reference": "FH-ZZZZZZZZ"}),
        )
    ]
    assert {one.status_code for one in answers} == {200}
    assert len({one.content for one in answers}) == 1
    assert len({tuple(sorted(one.headers.items())) for one in answers}) == 1
    assert answers[0].json()["parameter"] == [
        {"name": "match", "valueBoolean": False},
        {"name": "certainty", "valueCode": "none"},
    ]


@pytest.mark.parametrize("agencies", [True, False])
@pytest.mark.parametrize("who", ["registrar", "nurse", "stranger"])
def test_the_kind_of_answer_is_the_pages(staff: Staff, who: str, agencies: bool) -> None:
    known(staff, **({} if agencies else {"agencies": ()}))
    agency = {"registrar": staff.school, "nurse": staff.clinic}.get(who, staff.charity)
    row, key = key_for(staff, agency)
    with executed("lookup_written") as by_system:
        send(key, question(who, TAMSIN, reason="registering"))
    browser, typed = sign_in(staff, who), typed_page(lines="7 Withy Lane", postcode="ZA4 7QT")
    with executed("lookup_written") as by_page:
        browser.post(reverse("lookup"), typed)
    asked, page = (kept[0] for kept in (by_system, by_page))
    assert asked[2:8] == page[2:8]  # what for, how many, the marks of it, what was said
    assert [len(one) for one in (by_system, by_page)] == [2, 1]
    assert by_system[1] == [asked[0], row.pk]


@pytest.mark.requirement("S22", "S33", "2.111")
def test_a_question_leaves_the_practitioners_line_with_the_key_beside_it(staff: Staff) -> None:
    known(staff)
    row, key = key_for(staff, staff.charity)
    with executed("journal_append") as lines:
        send(key, question("stranger", TAMSIN, reason="worried"))
    ((appended,),) = lines
    kept = [
        (line["event"], line["actor_id"], line["purpose"], str(row.pk) in str(line["refs"]))
        for line in json.loads(appended)
        if line["event"].startswith("lookup")
    ]
    who = staff.people["stranger"].pk
    assert set(kept) == {("lookup.checked", who, "lookup.worried", True)}
    for word in ("Brackenbury", "Tamsin", "2017", "Withy"):
        assert word not in repr(kept)
    row.refresh_from_db()
    assert row.used_on == clock.today()


@override_settings(HUB_LOOKUP_LIMITS={"system_hour": 2})
@pytest.mark.requirement("2.111")
def test_a_system_is_stopped_as_a_whole_and_no_other(staff: Staff) -> None:
    _, key = key_for(staff, staff.clinic)
    _, another = key_for(staff, staff.clinic, "Another")
    for who, status in (("nurse", 200), ("doctor", 200), ("nurse", 429)):
        answer = send(key, question(who, NOBODY))
        assert answer.status_code == status
    assert answer.json()["error"].startswith("This system has asked as often as one can")
    assert "020 7946 0100" in answer.json()["error"]
    assert send(another, question("nurse", NOBODY)).status_code == 200


@override_settings(HUB_LOOKUP_LIMITS={"person_hour": 1})
def test_what_a_system_asked_counts_as_the_practitioners_own(staff: Staff) -> None:
    _, key = key_for(staff, staff.clinic)
    assert send(key, question("nurse", NOBODY)).status_code == 200
    page = sign_in(staff, "nurse").post(reverse("lookup"), typed_page())
    assert "You have asked as often as one person can" in page.content.decode()
    answer = send(key, question("nurse", NOBODY))
    assert (answer.status_code, "as one person can" in answer.json()["error"]) == (429, True)


def test_an_administrator_may_not_be_asked_for(staff: Staff) -> None:
    RoleGrant(
        practitioner=staff.people["nurse"], code="administrator", locality=None, since=BEGAN
    ).save(force_insert=True)
    _, key = key_for(staff, staff.clinic)
    answer = send(key, question("nurse", NOBODY))
    assert (answer.status_code, answer.json()["error"][:16]) == (403, "An administrator")


def test_the_example_in_the_documents_is_asked_and_answered_as_it_stands_there(
    staff: Staff,
) -> None:
    page = (ROOT / "docs/reference/api.md").read_text()
    asked, expected, *_ = (
        json.loads(part) for part in re.findall(r"```json\n(.*?)```", page, re.S)
    )
    known(staff, agencies=(staff.charity.pk,))
    _, key = key_for(staff, staff.clinic)
    assert send(key, asked).json() == expected
