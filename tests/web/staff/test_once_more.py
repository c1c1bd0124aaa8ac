"""Asked once more as a family is saved: who is told, what is kept, what a hidden family leaves."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from hub.access.lookup import overseeing
from hub.access.lookup.seen import covers, seal
from hub.audit import journal
from hub.intake import queries
from hub.kernel import clock
from tests.access.looking_up import CHILD, HOME, MOTHER, typed_page
from tests.c3.pages import bare
from tests.families_setup import Staff, acting, make_staff, register, sign_in
from tests.html import title_of
from tests.ui.html import parsed
from tests.web.staff.test_registration import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff() -> Staff:
    return make_staff()


def known(staff: Staff, **more: Any) -> str:
    return register(staff, staff.registration(MOTHER, CHILD, **(HOME | more)))


def start(client: Client, staff: Staff, **more: Any) -> Any:
    """The family as somebody else words it in the quick form."""
    return client.post(reverse("quick_start"), worded(staff) | more)


def worded(staff: Staff) -> dict[str, Any]:
    return {
        "how": "paper",
        "wording": staff.wording.pk,
        "people-0-given_names": "Oluwaseun",
        "people-0-family_name": "Brackenbury",
        "people-0-relation": "mother",
        "people-1-given_names": "Tamsin",
        "people-1-family_name": "Brackenbery",
        "people-1-born-day": "2",
        "people-1-born-month": "11",
        "people-1-born-year": "2017",
        "agencies": [staff.charity.pk],
    }


def drafts(staff: Staff, who: str) -> list[queries.OpenDraft]:
    with acting(staff.actor(who)) as actor:
        return queries.drafts_of(actor, now=clock.now())


def lines(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Any]]:
    seen: list[tuple[str, Any]] = []
    record = journal.record

    def recorded(event: str, **more: Any) -> None:
        seen.append((event, more.get("because")))
        record(event, **more)

    monkeypatch.setattr(journal, "record", recorded)
    return seen


def sealed(page: Any) -> str:
    return text(page).partition('name="seen" value="')[2].partition('"')[0]


@pytest.mark.requirement("2.6", "S18", "S20")
def test_a_family_that_is_known_is_told_of_before_it_is_saved_and_what_was_typed_is_kept(
    staff: Staff,
) -> None:
    reference = known(staff)
    stranger = sign_in(staff, "stranger")
    told = start(stranger, staff)
    assert told.status_code == 200
    assert "A plan is being started" in text(told)
    assert "Registrar Example" in text(told)
    assert reference not in text(told)
    (draft,) = drafts(staff, "stranger")
    assert draft.typed["people-1-given_names"] == ["Tamsin"]
    assert 'value="Tamsin"' in text(stranger.get(reverse("quick_start_draft", args=[draft.id])))


@pytest.mark.requirement("2.6")
def test_who_may_see_the_family_is_led_to_it(staff: Staff) -> None:
    reference = known(staff)
    assert f"Open {reference}" in text(start(sign_in(staff, "nurse"), staff))


@pytest.mark.requirement("S18")
def test_it_is_registered_all_the_same_with_a_reason_that_is_written_down(
    staff: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    reference = known(staff)
    stranger = sign_in(staff, "stranger")
    told = start(stranger, staff)
    (draft,) = drafts(staff, "stranger")
    address = reverse("registration_another", args=[draft.id])
    again = stranger.post(address, {"seen": sealed(told)})
    assert "Choose why it is another family" in text(again)
    assert drafts(staff, "stranger")
    written = lines(monkeypatch)
    sent = {"seen": sealed(again), "another": "namesakes", "once": "a" * 24}
    saved, twice = (stranger.post(address, sent) for _ in range(2))
    assert saved.status_code == 302, text(saved)
    assert "registered" in saved["Location"] == twice["Location"]
    assert written.count(("lookup.another", "namesakes")) == 1
    assert drafts(staff, "stranger") == []
    with acting(staff.actor("coordinator")) as actor:
        rows = overseeing.waiting_for(actor, now=clock.now())
    assert [(row.reference, row.purpose) for row in rows] == [(reference, "lookup.saving")]


def test_its_title_says_what_its_heading_says_and_no_card_stands_in_another(staff: Staff) -> None:
    known(staff)
    for who in ("nurse", "stranger"):
        html = text(start(sign_in(staff, who), staff))
        page = parsed(html)
        heading = "".join(next(page.iter("h1")).itertext())
        assert title_of(html).startswith(heading), who
        cards = [e for e in page.iter() if "hub-card" in (e.get("class") or "").split()]
        assert cards
        assert not [inner for card in cards for inner in list(card.iter())[1:] if inner in cards]


def test_a_reason_without_having_been_told_is_not_enough(staff: Staff) -> None:
    known(staff)
    for seal_of in ("", "s" + "0" * 170, seal(1, "m", {2: True})):
        told = start(sign_in(staff, "stranger"), staff, seen=seal_of, another="namesakes")
        assert "A plan is being started" in text(told)


def looked_up(client: Client) -> Any:
    return client.post(
        reverse("lookup"),
        typed_page(
            **{
                "people-0-given_names": "Tamsin",
                "people-0-family_name": "Brackenbery",
                "postcode": "",
            }
        ),
    )


def test_who_was_told_by_a_look_up_and_carried_on_is_not_asked_twice(staff: Staff) -> None:
    known(staff)
    stranger = sign_in(staff, "stranger")
    answer = looked_up(stranger)
    assert "A plan is being started" in text(answer)
    carried = {"seen": sealed(answer), "another": "spoken", "known": "m" + "0" * 31}
    form = text(stranger.post(reverse("quick_start_known"), typed_page() | carried))
    assert carried["seen"] in form
    assert start(stranger, staff, **carried).status_code == 302


def test_what_came_up_since_the_look_up_is_told(staff: Staff) -> None:
    stranger = sign_in(staff, "stranger")
    answer = looked_up(stranger)
    assert "Nothing found" in text(answer)
    known(staff)
    told = start(stranger, staff, seen=sealed(answer), another="spoken", known="m" + "0" * 31)
    assert "A plan is being started" in text(told)


def test_the_longer_form_asks_at_its_last_page_and_goes_on_from_there(staff: Staff) -> None:
    known(staff)
    stranger = sign_in(staff, "stranger")
    typed = worded(staff) | {
        "said_yes": "yes", "people-set": ["0", "1"], "people-0-part": "adult",
        "people-1-part": "child", "people-0-facts": "responsible",
    }  # fmt: skip
    check = stranger.post(reverse("registration"), typed)
    told = stranger.post(check["Location"], {"pressed": "yes"})
    assert "A plan is being started" in text(told)
    (draft,) = drafts(staff, "stranger")
    address = reverse("registration_another", args=[draft.id])
    assert stranger.get(address)["Location"] == reverse("registration_draft", args=[draft.id])
    saved = stranger.post(address, {"seen": sealed(told), "another": "urgent"})
    assert saved.status_code == 302
    assert sign_in(staff, "nurse").post(address, {"another": "urgent"}).status_code == 404


@pytest.mark.requirement("S19")
def test_a_hidden_family_is_saved_beside_without_a_word_and_a_coordinator_looks_behind(
    staff: Staff,
) -> None:
    asked, of_nobody = list[str](), list[str]()
    of_another = {
        "people-0-given_names": "Ysolde", "people-0-family_name": "Quillfeather",
        "people-1-given_names": "Merewen", "people-1-family_name": "Quillfeather",
        "people-1-born-year": "2011",
    }  # fmt: skip
    stranger = sign_in(staff, "stranger")
    with connection.execute_wrapper(_statements(of_nobody)):
        plain = start(stranger, staff, **of_another)
    assert plain.status_code == 302
    reference = known(staff, agencies=())
    with connection.execute_wrapper(_statements(asked)):
        beside = start(stranger, staff)
    assert beside.status_code == 302
    assert bare(plain) == bare(beside)
    assert asked == of_nobody
    with acting(staff.actor("coordinator")) as actor:
        rows = overseeing.waiting_for(actor, now=clock.now())
    assert [(row.reference, row.purpose, row.surely) for row in rows] == [
        (reference, "lookup.saving", True)
    ]


def _statements(found: list[str]) -> Any:
    def asked(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if "hub.lookup" in str(sql) or "advisory" in str(sql):
            found.append(str(sql))
        return execute(sql, params, many, context)

    return asked


@pytest.mark.requirement("2.6", "S20")
def test_a_new_child_of_a_known_family_leads_to_it_or_to_who_leads(staff: Staff) -> None:
    reference = known(staff)
    sibling = {
        "people-set": ["0", "1"], "people-0-given_names": "Ezekiel",
        "people-0-family_name": "Brackenbury", "people-0-born-year": str(clock.today().year),
        "people-1-given_names": "Oluwaseun", "people-1-family_name": "Brackenbury",
        "people-1-born-day": "14", "people-1-born-month": "3", "people-1-born-year": "1988",
        "postcode": "ZA4 7QT", "lines": "7 Withy Lane", "purpose": "lookup.registering",
    }  # fmt: skip
    colleague = text(sign_in(staff, "nurse").post(reverse("lookup"), sibling))
    assert f"Open {reference}" in colleague
    assert "belongs into this family" in colleague
    other = text(sign_in(staff, "stranger").post(reverse("lookup"), sibling))
    assert "A plan is being started" in other
    assert "Ask to join the team" in other


@pytest.mark.requirement("S21")
def test_a_child_with_two_homes_gets_a_file_in_each_and_nobody_sees_more(staff: Staff) -> None:
    reference = known(staff)
    father = {
        "people-0-given_names": "Bartholomew", "people-0-family_name": "Nightingale",
        "people-0-relation": "father+", "people-1-family_name": "Brackenbury",
    }  # fmt: skip
    stranger = sign_in(staff, "stranger")
    told = start(stranger, staff, **father)
    (draft,) = drafts(staff, "stranger")
    assert "this is their other home" in text(told)
    sent = {"seen": sealed(told), "another": "another_home"}
    saved = stranger.post(reverse("registration_another", args=[draft.id]), sent)
    assert "registered" in saved["Location"], text(saved)
    home = text(stranger.get(saved["Location"]))
    assert "Nightingale" in home
    for word in (reference, "Oluwaseun", "Withy"):
        assert word not in home
    assert stranger.get(reverse("family", args=[reference])).status_code == 404
    with acting(staff.actor("coordinator")) as actor:
        rows = overseeing.waiting_for(actor, now=clock.now())
    assert [row.reference for row in rows] == [reference]


def test_over_a_limit_nothing_is_told_and_help_goes_on(staff: Staff, settings: Any) -> None:
    reference = known(staff)
    settings.HUB_LOOKUP_LIMITS = {"person_hour": 0}
    assert start(sign_in(staff, "stranger"), staff).status_code == 302
    with acting(staff.actor("coordinator")) as actor:
        rows = overseeing.waiting_for(actor, now=clock.now())
    assert [row.reference for row in rows] == [reference]


def test_a_seal_holds_what_was_told_for_whom_it_was_told() -> None:
    told = seal(7, "m1", {11: True, 12: False})
    assert covers(told, 7, {11: True})
    assert covers(told, 7, {11: False, 12: False})
    assert not covers(told, 7, {12: True})
    assert not covers(told, 8, {11: True})
    assert not covers(told, 7, {13: False})
    assert covers("", 7, {})
    many = dict.fromkeys(range(40), False) | {50: True}
    assert covers(seal(7, "m1", many), 7, many), "more than it has room for do not ask for ever"
    assert len({len(seal(7, "m1", dict.fromkeys(range(n), True))) for n in (0, 1, 5, 40)}) == 1
    assert seal(7, "m1", {}) == seal(7, "m1", {})
    assert told != seal(7, "m2", {11: True, 12: False})
