"""What may go into the journal, and what may not."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from hub.audit import events, journal
from hub.audit.events import JournalError
from hub.audit.lines import line_for
from hub.kernel.files import job_actor
from tests.audit.make import AMINA, BEN, CLOCKS, DEE, NOON


@pytest.mark.requirement("S33")
@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (5, "5"),
        (-(2**62), str(-(2**62))),
        (True, "true"),
        (None, "null"),
        (date(2026, 3, 2), '"2026-03-02"'),
        ("summary", '"summary"'),
        ("a.b-c_9", '"a.b-c_9"'),
    ],
)
def test_ids_counts_codes_and_days_are_kept(value: Any, kept: str) -> None:
    line = line_for("test.looked", actor=AMINA, at=NOON, refs={"what": value})

    assert line.refs == f'{{"what": {kept}}}'


@pytest.mark.requirement("S33")
@pytest.mark.parametrize(
    "value",
    [
        "Amina",
        "amina yusuf",
        "o'brien",
        "",
        "x" * 61,
        "code\n",
        "07700900123",
        "9990000018",
        "amina@example.org",
        1.5,
        2**63,
        b"bytes",
        ["list"],
        {"a": 1},
        datetime(2026, 3, 2, tzinfo=UTC),
    ],
)
def test_a_name_or_a_text_is_refused_without_repeating_it(value: Any) -> None:
    with pytest.raises(JournalError) as refused:
        line_for("test.looked", actor=AMINA, at=NOON, refs={"what": value})

    if isinstance(value, str) and value:
        assert value not in str(refused.value)


@pytest.mark.parametrize("name", ["Amina", "a b", "a.b", "a-b", "", "x" * 41, 'a"'])
def test_a_reference_has_a_short_plain_name(name: str) -> None:
    with pytest.raises(JournalError):
        line_for("test.looked", actor=AMINA, at=NOON, refs={name: 1})


@pytest.mark.parametrize(
    "wrong",
    [
        {"event": "test.never_registered"},
        {"purpose": "because I want to"},
        {"purpose": "test.unknown"},
        {"actor": job_actor("Nightly Run")},
        {"family": "1000"},
        {"family": True},
        {"families": ["1000"]},
    ],
    ids=str,
)
def test_a_line_that_is_made_wrongly_is_refused(wrong: dict[str, Any]) -> None:
    given: dict[str, Any] = {"event": "test.looked", "actor": AMINA, "at": NOON} | wrong

    with pytest.raises(JournalError):
        line_for(given.pop("event"), **given)


def test_a_family_has_its_chain_and_what_concerns_none_goes_to_the_actor() -> None:
    of_family = line_for("test.looked", actor=AMINA, at=NOON, family=1000)
    of_list = line_for("test.looked", actor=BEN, at=NOON, families=[1000, 1001])
    of_member = line_for("test.looked", actor=DEE, at=NOON)
    of_job = line_for("test.looked", actor=CLOCKS, at=NOON)

    assert of_family.chain == ("family", 1000)
    assert of_list.chain == ("practitioner", 12)
    assert of_list.families == (1000, 1001)
    assert of_member.chain == ("member", 21)
    assert of_job.chain == ("job", 0)


@pytest.mark.requirement("S33")
def test_a_line_holds_no_name_of_anybody_but_the_job() -> None:
    line = line_for("test.looked", actor=AMINA, at=NOON, family=1000)

    assert "Amina" not in repr(line)
    assert line_for("test.looked", actor=CLOCKS, at=NOON).job == "clocks.run"


def test_an_event_says_one_thing_only() -> None:
    events.register("test.looked", "looked")
    with pytest.raises(JournalError):
        events.register("test.looked", "looked away")
    with pytest.raises(JournalError):
        events.register_purpose("test.helping", "Something else")
    with pytest.raises(JournalError):
        events.register("Not a code", "did something")

    assert events.sentence("test.looked") == "looked"
    assert events.sentence("test.long_gone") == "test.long_gone"
    assert events.purpose_words("test.helping") == "Helping the family"


@pytest.mark.django_db
def test_nothing_is_recorded_for_a_refused_line() -> None:
    with pytest.raises(JournalError):
        journal.record("test.looked", actor=AMINA, who="Amina Yusuf")

    assert journal.pending() == ()
