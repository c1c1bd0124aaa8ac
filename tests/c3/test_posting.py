"""Every form posted five times does its thing once, and twice at the same moment too (C3 13)."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import Any

import pytest
from django.db import connections, transaction
from django.test import Client

from tests.c3 import forms
from tests.c3.forms import Row
from tests.c3.pages import FULL, browser, forms_in, once, pages
from tests.c3.world import World, look
from tests.cast import Cast, past_the_wall
from tests.databases import Fresh

# What says nothing of an effect: sessions, limits, the tokens themselves.
NO_EFFECT = {"django_session", "usersessions_usersession", "accounts_limit", "access_postedform"}
FAMILYS_OWN = ("person", "signature", "paper")
TABLES = "select tablename from pg_tables where schemaname = 'public' order by 1"
HASH = """select count(*), md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))
from {} t"""


def snapshot() -> dict[str, tuple[int, str]]:
    """Every table's number of rows and a fingerprint of all that is in it."""
    with past_the_wall() as database:
        tables = [row[0] for row in database.execute(TABLES).fetchall()]
        return {
            table: tuple(database.execute(HASH.format(table)).fetchone())  # type: ignore[arg-type]
            for table in tables
            if table not in NO_EFFECT
        }


def test_every_form_has_a_row_in_the_table() -> None:
    known = {row.page for row in forms.rows()} | forms.ASKING | forms.IN_ANSWERS
    staff = {page.name for page in pages() if page.access not in forms.OF_ACCOUNTS}
    assert staff - known == set(), "add a row to tests/c3/forms.py"


def test_pages_that_only_ask_change_nothing_when_posted_to(world: World) -> None:
    """Counted inside one transaction, as whoever has the most open sees it."""
    from django.db import connection

    rows: list[Any] = []
    signed = forms.now_there("sharing", "select id from agencies_sharingagreement order by id")
    for who in ("amina", "efua", "farid", "dilip"):
        client = browser(world.cast, who)
        with connection.execute_wrapper(_writes(rows)):
            for page in pages():
                if page.name not in forms.ASKING:
                    continue
                numbers: dict[str, Any] = {
                    "reference": world.cast.family("okafor").reference,
                    "agency": world.agencies["Kestrel Nursery"],
                    "practitioner": world.practitioners["zofia"],
                    "override": 1,
                    **{kind: world.ids["okafor"][kind][0] for kind in FAMILYS_OWN},
                    "arrival": 1,
                    "sealed": 1,
                    "merge": 1,
                    "sought": 1,
                    "language": "en",
                    **signed(world),
                }
                address = page.at(numbers)
                client.post(address, {"a": "b"} | once())
                client.get(address, headers={"Sec-Purpose": "prefetch"})
                client.head(address)
    assert rows == []


def test_reading_every_page_that_has_a_form_changes_nothing(world: World) -> None:
    from django.db import connection

    rows: list[str] = []
    with connection.execute_wrapper(_writes(rows)):
        for row in forms.rows():
            if row.page in ("registration_draft", "registration_check", "registration_removal"):
                continue
            if row.page in _OF_DRAFTS:
                continue
            if row.page == "carer_end":  # in the story nobody agrees as the carer
                continue
            client, address = browser(world.cast, row.who), _address(row, world)
            rows.clear()  # signing in writes
            for method in ("head", "put", "delete"):
                getattr(client, method)(address)
            assert rows == [], (row.page, rows)


def _writes(found: list[Any]) -> Any:
    allowed = ("django_session", "usersessions", "accounts_limit", "access_postedform", "audit_")

    def look(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        first = str(sql).lstrip().lower()
        if first.startswith(("insert", "update", "delete")) and not any(
            t in first for t in allowed
        ):
            found.append(str(sql)[:120])
        return execute(sql, params, many, context)

    return look


@pytest.mark.requirement("2.6")
def test_a_form_posted_five_times_does_its_thing_once(fresh_database: Fresh) -> None:
    world = look(Cast())
    wrong: list[object] = []
    for row in forms.rows():
        client, address = browser(world.cast, row.who), _address(row, world)
        sent = _hidden(client, row, address, world) | row.typed(world)
        before = snapshot()
        answers = [client.post(address, sent)]
        after = snapshot()
        answers += [client.post(address, sent) for _ in range(4)]
        told = {(answer.status_code, answer.headers.get("Location")) for answer in answers}
        if after == before:
            wrong.append((row.page, "did nothing", answers[0].status_code))
        later = snapshot()
        if later != after:
            wrong.append((row.page, "did it again", [t for t in later if later[t] != after[t]]))
        if len(told) != 1 or answers[0].status_code != 302:
            wrong.append((row.page, "answered differently", sorted(map(str, told))))
    connections.close_all()
    assert wrong == []


@pytest.mark.parametrize(
    "name", ["people", "goals", "contacts", "actions", "invitation", "plan_opening"]
)
def test_a_form_posted_twice_at_once_does_its_thing_once(name: str, fresh_database: Fresh) -> None:
    world = look(Cast())
    row = next(row for row in forms.rows() if row.page == name)
    clients = [browser(world.cast, row.who) for _ in range(3)]
    address = _address(row, world)
    sent = _hidden(clients[0], row, address, world) | row.typed(world)
    before, together = snapshot(), Barrier(len(clients))

    def post(client: Client) -> tuple[int, str]:
        try:
            together.wait(timeout=30)
            answer = client.post(address, sent)
            return answer.status_code, answer.headers.get("Location", "")
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(clients)) as pool:
        told = set(pool.map(post, clients))
    after = snapshot()
    connections.close_all()
    assert len(told) == 1
    assert next(iter(told))[0] == 302
    grown = {t: after[t][0] - before[t][0] for t in after if after[t][0] != before[t][0]}
    main = {"people": "families_membership", "goals": "plans_goal", "contacts": "families_contact",
            "actions": "plans_action", "invitation": "agencies_practitioner",
            "plan_opening": "plans_plan"}[name]  # fmt: skip
    assert grown[main] == 1
    assert grown[f"{main}historyrow"] == 1


def _address(row: Row, world: World) -> str:
    numbers = row.numbers(world)
    page = next(page for page in pages() if page.name == row.page)
    return page.at(numbers | {"reference": world.cast.family(row.family).reference})


def _hidden(client: Client, row: Row, address: str, world: World) -> dict[str, str]:
    """What the form's own page hides in it: the token and the version."""
    where = _address(replace(row, page=row.stands_in), world) if row.stands_in else address
    page = client.get(where + row.query)
    assert page.status_code == 200, (row.page, where, page.status_code)
    found = [
        form
        for form in forms_in(page.content.decode())
        if form.method == "post" and (form.action or where) == address
    ]
    assert found, (row.page, "has no form in its page")
    # A page may hold a button for each row before the form that asks: the one that asks most of it.
    form = max(found, key=lambda form: len(form.asked & row.typed(world).keys()))
    assert form.hidden.get("once"), (row.page, "has no posted-once token")
    return {k: v for k, v in form.hidden.items() if k != "csrfmiddlewaretoken"}


_OF_DRAFTS = ("quick_start_draft", "practice_family")  # there only once somebody began one


@pytest.mark.parametrize("version", ["", "1", "x", "9" * 18] if FULL else ["", "1"])
def test_a_form_takes_any_version_without_a_crash(world: World, version: str) -> None:
    for row in forms.rows():
        if row.page.startswith("registration_") or row.page in _OF_DRAFTS:
            continue
        client = browser(world.cast, row.who)
        sent = row.typed(world) | once() | {"version": version}
        with transaction.atomic():
            answer = client.post(_address(row, world), sent)
            transaction.set_rollback(True)
        assert answer.status_code < 500, row.page
