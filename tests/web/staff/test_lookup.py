"""Is this family already known? The page, the ways on from its answer, and who looks behind."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from hub.access.lookup.telephoned import Telephoned, telephoned
from hub.agencies.models import Agency, RoleGrant
from hub.audit import journal
from hub.kernel import clock
from tests.access.looking_up import CHILD, HOME, MOTHER, typed_page
from tests.c3.pages import bare
from tests.families_setup import BEGAN, Staff, make_staff, register, sign_in
from tests.web.staff.test_registration import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


def known(staff: Staff, **more: Any) -> str:
    return register(staff, staff.registration(MOTHER, CHILD, **(HOME | more)))


def look(client: Client, **more: Any) -> Any:
    return client.post(reverse("lookup"), typed_page(postcode="ZA4 7QT") | more)


def test_the_empty_page_says_what_it_tells_and_how_else_to_check(staff: Staff) -> None:
    page = text(sign_in(staff, "registrar").get(reverse("lookup")))
    assert "Is this family already known?" in page
    assert "You are never told more than you typed" in page
    assert "Checked by telephone with the hub?" in page
    assert "020 7946 0100" in page


@pytest.mark.requirement("2.2", "S22")
def test_who_may_see_the_family_opens_it_from_the_answer_and_both_are_written_down(
    staff: Staff,
) -> None:
    reference = known(staff)
    nurse = sign_in(staff, "nurse")
    answer = look(nurse)
    assert "This family is known" in text(answer)
    assert reference in text(answer)
    (mark,) = {part.split('"')[0] for part in answer.content.decode().split("?after=")[1:]}
    opened = nurse.get(reverse("lookup_opened", args=[reference]), {"after": mark})
    assert opened.headers["Location"] == reverse("family", args=[reference])
    assert sign_in(staff, "stranger").get(
        reverse("lookup_opened", args=[reference])
    ).status_code == 404  # fmt: skip


@pytest.mark.requirement("2.3", "2.6", "S18", "S20")
def test_another_agency_reads_whom_to_ring_and_nothing_of_the_family(staff: Staff) -> None:
    reference = known(staff)
    page = text(look(sign_in(staff, "stranger")))
    assert "A plan is being started" in page
    assert "Registrar Example" in page
    assert "School of Fenside" in page
    assert "020 7946 0102" in page
    answer = page.partition("What is known")[2].partition("Look again")[0]
    answer = re.sub(r'<input type="hidden"[^>]*>', "", answer)  # their own words, to go on with
    for word in (reference, "Tamsin", "Brackenbury", "Oluwaseun", "Withy", "ZA4", "agrees"):
        assert word not in answer


@pytest.mark.requirement("S18")
def test_the_name_of_an_agency_that_tells_is_on_no_page_of_another(staff: Staff) -> None:
    known(staff)
    Agency.objects.filter(pk=staff.school.pk).update(telling=True)
    page = text(look(sign_in(staff, "stranger")))
    assert "A plan is being started" in page
    assert "020 7946 0100" in page.partition("What is known")[2].partition("Look again")[0]
    assert "School of Fenside" not in page
    assert "Registrar" not in page


@pytest.mark.requirement("S19")
def test_a_hidden_family_gives_to_the_byte_the_answer_of_nothing_found(staff: Staff) -> None:
    stranger = sign_in(staff, "stranger")
    before = look(stranger)
    known(staff, agencies=())
    ours, of_nobody = list[str](), list[str]()
    with connection.execute_wrapper(_asked(ours)):
        after = look(stranger)
    known(staff)
    shown = look(stranger)
    assert bare(before) == bare(after) != bare(shown)
    assert dict(before.headers) == dict(after.headers)
    assert "Nothing found" in text(after)
    with connection.execute_wrapper(_asked(of_nobody)):
        look(stranger, **{"people-0-given_names": "Ysolde", "people-0-family_name": "Quill"})
    assert ours == of_nobody
    assert len(ours) == 3  # how often, what is true of them, and that it was asked


def _asked(found: list[str]) -> Any:
    """What the look-up asks the database, without what was typed."""

    def asked(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if "hub.lookup" in str(sql):
            found.append(str(sql))
        return execute(sql, params, many, context)

    return asked


def test_another_person_is_added_without_a_script_and_keeps_what_was_typed(staff: Staff) -> None:
    page = text(look(sign_in(staff, "stranger"), **{"people-add": "1"}))
    assert "Person 2" in page
    assert 'value="Brackenbury"' in page
    assert 'id="answer"' not in page


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"purpose": ""}, "Choose what you want to know it for"),
        ({"people-0-born-month": "13"}, "The date of birth"),
        (
            {"people-0-born-year": "", "people-0-born-month": "", "people-0-born-day": "",
             "people-0-given_names": "", "postcode": ""},
            "Enter a little more",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_lost(
    staff: Staff, wrong: dict[str, str], says: str
) -> None:
    page = text(look(sign_in(staff, "stranger"), **wrong))
    assert "There is a problem" in page
    assert says in page
    assert 'value="Brackenbury"' in page


@pytest.mark.requirement("2.112")
def test_nothing_found_leads_on_to_registering_with_what_was_typed(staff: Staff) -> None:
    registrar = sign_in(staff, "registrar")
    page = look(registrar, phone="07700 900555")
    assert "Carry on and register" in text(page)
    typed = typed_page(postcode="ZA4 7QT", phone="07700 900555", known="m" + "0" * 31)
    short = text(registrar.post(reverse("quick_start_known"), typed))
    for said in ('value="Tamsin"', 'value="2017"', 'value="07700 900555"', "m" + "0" * 31):
        assert said in short
    longer = text(registrar.post(reverse("registration_known"), typed))
    for said in ('value="Tamsin"', 'value="ZA4 7QT"', 'value="Brackenbury"'):
        assert said in longer
    for name in ("quick_start_known", "registration_known"):
        assert registrar.get(reverse(name)).status_code == 302


@pytest.mark.requirement("2.137")
@pytest.mark.parametrize(
    ("how", "event"),
    [("telephone", "lookup.telephoned"), ("m" + "0" * 31, "lookup.registered"), ("x", "")],
)
def test_registering_writes_down_how_it_was_looked_up(
    staff: Staff, how: str, event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    record = journal.record

    def recorded(event: str, **more: Any) -> None:
        seen.append(event)
        record(event, **more)

    monkeypatch.setattr(journal, "record", recorded)
    answer = sign_in(staff, "registrar").post(
        reverse("quick_start"),
        {
            "how": "paper", "wording": staff.wording.pk, "known": how,
            "people-0-given_names": "Ines", "people-0-relation": "mother",
            "people-1-given_names": "Rui", "people-1-born-age": "6",
        },
    )  # fmt: skip
    assert answer.status_code == 302
    after = [one for one in seen if one.startswith("lookup.")]
    assert after == [
        "lookup.checked",
        *([event] if event else []),
    ]  # asked once more as it is saved


@pytest.mark.requirement("2.137")
def test_who_at_the_hub_checked_by_telephone_and_when_is_written_down(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    registrar, coordinator = sign_in(staff, "registrar"), staff.people["coordinator"]
    empty = registrar.post(reverse("quick_start_known"), {"checked_by": ""})
    assert "Choose who at the hub checked" in text(empty)
    today = clock.today()
    day = {f"checked_on-{part}": str(getattr(today, part)) for part in ("day", "month", "year")}
    said = {"checked_by": str(coordinator.pk)} | day
    form = text(registrar.post(reverse("quick_start_known"), said))
    assert "The hub checked by telephone" in form
    known = form.partition('name="known" value="')[2].partition('"')[0]
    told: list[Any] = []
    record = journal.record

    def recorded(event: str, **more: Any) -> None:
        if event == "lookup.telephoned":
            told.append((more["checked_by"], more["checked_on"]))
        record(event, **more)

    monkeypatch.setattr(journal, "record", recorded)
    registrar.post(
        reverse("quick_start"),
        {
            "how": "paper", "wording": staff.wording.pk, "known": known,
            "people-0-given_names": "Ines", "people-0-relation": "mother",
            "people-1-given_names": "Rui", "people-1-born-age": "6",
        },
    )  # fmt: skip
    assert told == [(coordinator.pk, today)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("m" + "0" * 31, None),
        ("telephone", Telephoned()),
        ("telephone:7:2026-02-30", Telephoned()),
        ("telephone:7:2026-03-02", Telephoned()),
        ("telephone:7:2026-03-01", Telephoned(7, date(2026, 3, 1))),
    ],
)
def test_what_travels_of_a_check_by_telephone_is_read_again(
    text: str, said: Telephoned | None
) -> None:
    assert telephoned(text, today=date(2026, 3, 1)) == said


@pytest.mark.requirement("S19")
def test_a_coordinator_reads_who_was_told_nothing_and_says_it_is_looked_at(staff: Staff) -> None:
    reference = known(staff, agencies=())
    look(sign_in(staff, "stranger"))
    coordinator = sign_in(staff, "coordinator")
    page = text(coordinator.get(reverse("lookups_behind")))
    for said in ("Stranger Example", "020 7946 0102", "To register a family"):
        assert said in page
    assert reference in page
    assert "Brackenbury" not in page
    dealt = page.partition("/hub/lookups/")[2].partition("/")[0]
    assert sign_in(staff, "stranger").post(f"/hub/lookups/{dealt}/").status_code == 404
    coordinator.post(f"/hub/lookups/{dealt}/")
    assert "Nothing waits" in text(coordinator.get(reverse("lookups_behind")))


def test_who_oversees_reads_how_often_and_never_what(staff: Staff) -> None:
    RoleGrant(
        practitioner=staff.people["doctor"], code="data_protection_officer", since=BEGAN
    ).save(force_insert=True)
    known(staff)
    stranger, doctor = sign_in(staff, "stranger"), sign_in(staff, "doctor")
    for month in range(1, 10):
        look(stranger, **{"people-0-born-month": str(month)})
    asked = {
        f"{name}-{part}": value
        for name, year in (("first", "2026"), ("last", "2026"))
        for part, value in (("day", "1"), ("month", "1"), ("year", year))
    }
    asked |= {"last-day": str(clock.today().day), "last-month": str(clock.today().month)}
    page = text(doctor.post(reverse("lookups_overseen"), asked))
    assert "Stranger Example" in page
    assert "One family name with many birth dates" in page
    assert "Brackenbury" not in page
    assert stranger.get(reverse("lookups_overseen")).status_code == 404


def test_an_administrator_is_told_that_there_is_nothing_to_look_up(staff: Staff) -> None:
    page = text(look(sign_in(staff, "administrator")))
    assert "An administrator sees no family" in page
    assert "Carry on and register" not in page
