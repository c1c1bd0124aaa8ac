"""One family registered at one moment by several: one file, and nobody gets an error (C3 12)."""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from threading import Barrier, BrokenBarrierError, Event
from typing import Any

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse

from hub.access.jobs import look_behind_registrations
from hub.access.lookup import turns
from hub.accounts.models import Account
from hub.agencies.models import Practitioner
from tests.cast import past_the_wall
from tests.databases import Fresh
from tests.families_setup import BEGAN, Staff, make_staff, sign_in
from tests.intake.worded import Pair, pairs

pytestmark = pytest.mark.heavy

FULL = os.environ.get("HUB_TEST_SCALE") == "full"
PAIRS = 200 if FULL else 3
HIDDEN_PAIRS = 20 if FULL else 1
REGISTRARS = 50 if FULL else 8  # as many connections as the server has room for
THERE = """
select count(distinct f.id), count(distinct l.id)
from families_person p
join families_membership m on m.person_id = p.id
join families_family f on f.id = m.family_id
left join access_lead l on l.family_id = f.id and l.until_at is null
where p.family_name = %s or p.given_names = %s
"""


@pytest.fixture
def staff(fresh_database: Fresh, settings: Any) -> Iterator[Staff]:
    settings.HUB_LOOKUP_LIMITS = dict.fromkeys(
        ("person_hour", "person_day", "agency_hour", "agency_day"), 100_000
    )
    with transaction.atomic():
        staff = make_staff()
    yield staff
    connections.close_all()


@pytest.mark.requirement("2.6", "S18", "S20")
def test_of_two_who_register_one_family_in_one_moment_one_does_and_the_other_is_told(
    staff: Staff,
) -> None:
    kinds = Counter[str]()
    for pair in pairs(PAIRS, wording=staff.wording.pk, agencies=[staff.clinic.pk]):
        told = both(staff, pair, turns.TAKE)
        put_away_unfinished()
        assert sorted(told) == ["registered", "told"], (pair, told)
        assert there(pair) == (1, 1), pair
        kinds[pair.how] += 1
    print(f"pairs, one family each: {dict(kinds)}")


@pytest.mark.requirement("S19")
def test_of_two_who_register_a_hidden_family_both_do_and_a_coordinator_looks_behind(
    staff: Staff,
) -> None:
    for pair in pairs(HIDDEN_PAIRS, wording=staff.wording.pk, agencies=[], seed=2):
        assert both(staff, pair, turns.HELD) == ["registered", "registered"]
        put_away_unfinished()
        assert there(pair) == (2, 2)
    for _ in range(2):
        look_behind_registrations(0)
    with past_the_wall() as database:
        rows = database.execute(
            "select purpose, surely from access_hiddenmatch where purpose = 'lookup.saving'"
        ).fetchall()
    assert rows == [("lookup.saving", True)] * HIDDEN_PAIRS


@pytest.mark.requirement("S19")
def test_nobody_waits_for_who_registers_a_hidden_family(staff: Staff) -> None:
    (pair,) = pairs(1, wording=staff.wording.pk, agencies=[], seed=3)
    hidden, inside, saved = sign_in(staff, "registrar"), Event(), Event()

    def hold(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        if "hub.index_rows" in str(sql):  # saved, and not committed
            inside.set()
            assert saved.wait(timeout=30), "it waited for the hidden family"
        return execute(sql, params, many, context)

    def register_hidden() -> str:
        try:
            with connection.execute_wrapper(hold):
                return post(hidden, pair.first)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(register_hidden)
        assert inside.wait(timeout=30)
        told = post(sign_in(staff, "stranger"), pair.second | {"agencies": [staff.clinic.pk]})
        saved.set()
        assert (told, answer.result()) == ("registered", "registered")


@pytest.mark.requirement("2.6")
def test_of_many_who_register_one_person_at_once_one_does_and_the_rest_are_told(
    staff: Staff,
) -> None:
    (pair,) = pairs(1, wording=staff.wording.pk, agencies=[staff.clinic.pk], seed=4)
    clients = [sign_in(staff, who) for who in _registrars(staff)]
    told = at_once(lambda number: post(clients[number], pair.first), turns.TAKE, REGISTRARS)
    assert sorted(told) == ["registered"] + ["told"] * (REGISTRARS - 1)
    assert there(pair) == (1, 1)


def _registrars(staff: Staff) -> list[str]:
    names = [f"registrar{number}" for number in range(REGISTRARS)]
    with transaction.atomic():
        for name in names:
            account = Account(email=f"{name}.here@example.org")
            account.set_unusable_password()
            account.save(force_insert=True)
            person = Practitioner(
                account=account, agency=staff.school, locality=staff.locality, name=name,
                role_title="Registrar", phone="020 7946 0102", email=account.email, joined_at=BEGAN,
            )  # fmt: skip
            person.save(force_insert=True)
            staff.people[name], staff.accounts[name] = person, account
    return names


def both(staff: Staff, pair: Pair, at: str) -> list[str]:
    """What two in two agencies are told who post a family's two wordings and meet in the middle."""
    clients = [sign_in(staff, "registrar"), sign_in(staff, "stranger")]
    typed = [pair.first, pair.second]
    return at_once(lambda number: post(clients[number], typed[number]), at, 2)


def put_away_unfinished() -> None:
    """Whoever is told keeps what they typed, up to a limit that two hundred pairs would reach."""
    with past_the_wall() as database:
        database.execute("delete from intake_draft")


def post(client: Client, typed: dict[str, Any]) -> str:
    """How a registration is answered; fails for an error page."""
    answer = client.post(reverse("quick_start"), typed)
    if answer.status_code == 302:
        assert "registered" in answer["Location"]
        return "registered"
    page = answer.content.decode()
    assert answer.status_code == 200, page
    assert "Nothing is registered yet" in page, page
    return "told"


def at_once(act: Callable[[int], str], at: str, count: int) -> list[str]:
    """What each of so many gets, on connections of their own. Their transactions overlap: each
    waits for all the others when it comes to the statement `at` for the first time."""
    together = Barrier(count)

    def one(number: int) -> str:
        met = list[bool]()

        def meet(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
            if at in str(sql) and not met:
                met.append(True)
                together.wait(timeout=60)
            return execute(sql, params, many, context)

        try:
            with ExitStack() as stack:
                stack.enter_context(connection.execute_wrapper(meet))
                told = act(number)
            assert met, "they never met"
            return told
        except BaseException:
            together.abort()
            raise
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as pool:
        answers = [pool.submit(one, number) for number in range(count)]
        wrong = [error for answer in answers if (error := answer.exception())]
        for error in wrong:
            if not isinstance(error, BrokenBarrierError):
                raise error
        return [answer.result() for answer in answers]


def there(pair: Pair) -> tuple[int, int]:
    """How many families there are with this name, and how many who lead one."""
    with past_the_wall() as database:
        families, leads = database.execute(THERE, [pair.surname, pair.surname]).fetchone() or (0, 0)
    return int(families), int(leads)
