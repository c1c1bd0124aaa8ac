"""The journal's tables: closed to pages, and never changed by anybody in the ordinary way."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction

from hub.audit import journal
from hub.audit.models import Chain, Entry
from hub.audit.verify import verify
from tests.audit import make
from tests.audit.make import AMINA
from tests.databases import Fresh

TABLES = ["audit_entry", "audit_chain"]


@pytest.mark.django_db
@pytest.mark.requirement("S33")
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM {}",
        "INSERT INTO {} DEFAULT VALUES",
        "DELETE FROM {}",
        "TRUNCATE {}",
        "COPY {} TO STDOUT",
    ],
)
def test_a_page_reaches_neither_table(table: str, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


REFUSED = [
    "UPDATE audit_entry SET actor_id = 1",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "DELETE FROM audit_chain",
    "TRUNCATE audit_chain",
    "UPDATE audit_chain SET last_number = last_number - 1",
    "UPDATE audit_chain SET last_hash = ''",
    "UPDATE audit_chain SET id = id + 1, last_number = last_number + 1",
]


@pytest.mark.requirement("S33")
@pytest.mark.parametrize("mode", ["origin", "replica"])
def test_not_even_an_administrator_changes_a_line_by_mistake(
    fresh_database: Fresh, mode: str
) -> None:
    make.load(make.lines(2, 3))
    administrator = connections["owner"].copy()
    administrator.settings_dict["USER"] = "postgres"

    with administrator.cursor() as cursor:
        cursor.execute(f"SET session_replication_role = {mode}")
        for statement in REFUSED:
            with pytest.raises(DatabaseError, match=r"append only|only moves on"):
                cursor.execute(statement)

    administrator.close()
    assert verify().faults == ()


def _line(**other: Any) -> dict[str, Any]:
    return {
        "chain_kind": "family",
        "chain_id": 7,
        "number": 2,
        "at": "2026-03-02T12:00:00+00:00",
        "event": "test.looked",
        "actor_kind": "practitioner",
        "actor_id": 1,
        "job": "",
        "agency_id": None,
        "family_id": 7,
        "families": [],
        "purpose": "",
        "refs": {},
        "prev_hash": "",
        "hash": "ab" * 32,
    } | other


@pytest.mark.django_db
@pytest.mark.requirement("S33")
@pytest.mark.parametrize(
    "made",
    [
        lambda head: [_line(number=3, prev_hash=head)],
        lambda head: [_line(number=1, prev_hash=head)],
        lambda head: [_line(number=2, prev_hash="cd" * 32)],
        lambda head: [_line(prev_hash=head), _line(number=3, prev_hash="cd" * 32)],
        lambda head: [_line(prev_hash=head), _line(number=4, prev_hash="ab" * 32)],
        lambda head: [_line(prev_hash=head, chain_id=8, family_id=8)],
        lambda head: [_line(prev_hash=head, family_id=8)],
        lambda head: [_line(prev_hash=head, refs={"who": "Amina Yusuf"})],
        lambda head: [_line(prev_hash=head, refs={"who": ["a"]})],
        lambda head: [_line(prev_hash=head, refs=["a"])],
        lambda head: [_line(prev_hash=head, event="A sentence.")],
        lambda head: [_line(prev_hash=head, job="Amina Yusuf")],
        lambda head: [_line(prev_hash=head, purpose="Because I want to")],
    ],
)
def test_the_database_refuses_a_line_that_forks_or_that_tells(
    made: Callable[[str], list[dict[str, Any]]],
) -> None:
    journal.record("test.looked", actor=AMINA, family=7)
    journal.flush()
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_hash FROM hub.journal_heads('{family}', '{7}')")
        head = bytes(cursor.fetchone()[0]).hex()

        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("SELECT hub.journal_append(%s)", [json.dumps(made(head))])
        cursor.execute("SELECT hub.journal_append(%s)", [json.dumps([_line(prev_hash=head)])])


@pytest.mark.django_db
@pytest.mark.requirement("S33")
def test_no_column_can_hold_a_name_and_none_points_at_a_row_that_is_erased() -> None:
    for model in (Chain, Entry):
        assert not [field for field in model._meta.get_fields() if field.is_relation]
