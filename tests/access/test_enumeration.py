"""An enemy with one good account learns nothing by asking: words, bytes, and the work that is done.

The times themselves, 10,000 of them, are measured by `bin/bench enumeration`."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from re import sub
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from hub.access.lookup.steady import until_the_stroke
from tests.access.hiding import ENEMY, WAYS, Kin, draw, there, untyped, ways_of
from tests.api.sent import key_for, question, send
from tests.c3.pages import bare
from tests.families_setup import Staff, make_staff, sign_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.requirement("S19", "2.111"),
]


@pytest.fixture
def staff() -> Staff:
    return make_staff()


@contextmanager
def statements() -> Iterator[list[str]]:
    """Everything that is asked of the database while the block runs."""
    found: list[str] = []

    def look(execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        found.append(sub(r"s\d+_x\d+", "savepoint", str(sql)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield found


def page(client: Client, kin: Kin, by: str) -> tuple[int, dict[str, str], bytes, list[str]]:
    """What is answered, without what was typed and the tokens new with each page; and the work."""
    typed = kin.asked(by)
    with statements() as work:
        answer = client.post(reverse("lookup"), typed)
    return answer.status_code, dict(answer.headers), untyped(bare(answer)), work


@override_settings(HUB_LOOKUP_STEP_MS=0, HUB_LOOKUP_LIMITS={"person_hour": 1000})
@pytest.mark.parametrize("by", ["name", "number", "reference"])
def test_hidden_in_any_way_is_answered_as_what_is_not_there(staff: Staff, by: str) -> None:
    rng = Random(by)
    client = sign_in(staff, ENEMY)
    page(client, draw(rng), by)  # the first look-up of a process learns how common names are
    absent = page(client, draw(rng), by)
    assert b">Nothing found</h2>" in absent[2]
    for way in ways_of(by):
        hidden = page(client, there(staff, draw(rng), way), by)
        assert hidden[0] == absent[0], way
        assert _lengthless(hidden[1]) == _lengthless(absent[1]), way
        assert hidden[2] == absent[2], way
        assert hidden[3] == absent[3], way
    told = page(client, there(staff, draw(rng), ""), by)
    assert b">What is known</h2>" in told[2]


def _lengthless(headers: dict[str, str]) -> dict[str, str]:
    """Names differ in length, and the page shows what was typed."""
    return {name: value for name, value in headers.items() if name != "Content-Length"}


@override_settings(HUB_LOOKUP_STEP_MS=0)
def test_a_system_is_answered_alike_to_the_byte(staff: Staff) -> None:
    rng = Random(4)
    _, key = key_for(staff, staff.charity)
    answers = []
    for way in (*WAYS, "absent"):
        kin = draw(rng) if way == "absent" else there(staff, draw(rng), way)
        person = {
            "resourceType": "Patient",
            "name": [{"family": kin.surname, "given": [kin.child]}],
            "birthDate": kin.born.isoformat(),
        }
        with statements() as work:
            answer = send(key, question(ENEMY, person))
        answers.append((answer.status_code, answer.content, sorted(answer.headers.items()), work))
    first = answers.pop()
    if not first[3]:
        raise AssertionError("nothing was asked of the database")
    assert all(one[:3] == first[:3] for one in answers)
    # The day a key was last used on is written once.
    assert all(one[3] == first[3] for one in answers[1:])


@pytest.mark.parametrize(
    ("took", "step", "left"),
    [(0.0, 18, 0.018), (0.004, 18, 0.014), (0.0175, 18, 0.0005), (0.019, 18, 0.017), (0.5, 0, 0)],
)
def test_an_answer_waits_for_the_next_stroke(took: float, step: int, left: float) -> None:
    assert until_the_stroke(took, step) == pytest.approx(left)
