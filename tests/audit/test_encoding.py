"""Python and PostgreSQL make the same bytes of a line, and no two lines the same bytes."""

import hmac
import json
import string
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.audit.encoding import CANONICAL_SQL, ChainKey, Line, canonical, hasher, refs_text

codes = st.text(string.ascii_lowercase + string.digits + "_.-", min_size=1, max_size=60)
names = st.text(string.ascii_lowercase + string.digits + "_", min_size=1, max_size=40)
ids = st.integers(-(2**63) + 1, 2**63 - 1)
values = st.none() | st.booleans() | ids | codes
lines = st.builds(
    Line,
    chain=st.builds(ChainKey, st.sampled_from(["family", "practitioner", "member", "job"]), ids),
    at=st.datetimes(
        datetime(1970, 1, 1),  # noqa: DTZ001 - hypothesis wants bounds without a zone
        datetime(2200, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    event=codes,
    actor_kind=codes,
    actor_id=ids,
    job=st.just("") | codes,
    agency=st.none() | ids,
    family=st.none() | ids,
    families=st.lists(ids, max_size=5).map(tuple),
    purpose=st.just("") | codes,
    refs=st.dictionaries(names, values, max_size=6).map(refs_text),
)
hashes = st.just(b"") | st.binary(min_size=32, max_size=32)
THE_ROW = """FROM (SELECT %s::text AS chain_kind, %s::bigint AS chain_id, %s::bigint AS number,
    %s::timestamptz AS at, %s::text AS event, %s::text AS actor_kind, %s::bigint AS actor_id,
    %s::text AS job, %s::bigint AS agency_id, %s::bigint AS family_id, %s::bigint[] AS families,
    %s::text AS purpose, %s::jsonb AS refs, %s::bytea AS prev_hash) AS line"""


@pytest.mark.django_db
@pytest.mark.requirement("S33")
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(line=lines, number=st.integers(1, 2**62), before=hashes)
def test_the_database_makes_the_same_text_of_a_line(line: Line, number: int, before: bytes) -> None:
    row: list[Any] = [
        line.chain.kind,
        line.chain.id,
        number,
        line.at.isoformat(),
        line.event,
        line.actor_kind,
        line.actor_id,
        line.job,
        line.agency,
        line.family,
        list(line.families),
        line.purpose,
        line.refs,
        before,
    ]
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL datestyle = 'German'")
        cursor.execute("SET LOCAL timezone = 'Pacific/Apia'")
        cursor.execute(f"SELECT {CANONICAL_SQL} {THE_ROW}", row)

        assert cursor.fetchone()[0].encode() == canonical(line, number, before)


@settings(deadline=None)
@given(one=lines, other=lines, changed=st.sets(st.sampled_from([f.name for f in fields(Line)])))
def test_two_lines_never_have_one_text(one: Line, other: Line, changed: set[str]) -> None:
    second = replace(one, **{name: getattr(other, name) for name in changed})

    assert (canonical(one, 1, b"") == canonical(second, 1, b"")) == (one == second)


@given(line=lines, number=st.integers(1, 99))
def test_a_text_has_exactly_its_thirteen_bars(line: Line, number: int) -> None:
    assert canonical(line, number, b"x" * 32).count(b"|") == 13


@given(st.dictionaries(names, values, max_size=6))
def test_references_are_the_same_in_any_order(refs: dict[str, int | str | bool | None]) -> None:
    turned = dict(reversed(refs.items()))

    assert refs_text(refs) == refs_text(turned)
    assert json.loads(refs_text(refs)) == refs


@given(key=st.binary(min_size=32, max_size=32), text=st.binary(max_size=400))
def test_the_keyed_hash_is_the_standard_one(key: bytes, text: bytes) -> None:
    assert hasher(key)(text) == hmac.new(key, text, "sha256").hexdigest().encode()
