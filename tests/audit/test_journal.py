"""Lines live and die with their transaction, and a commit cannot leave them behind."""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from hub.audit import journal
from hub.audit.events import JournalError
from hub.audit.verify import verify
from tests.audit import make
from tests.audit.make import AMINA, BEN, CLOCKS
from tests.databases import Fresh


class Failed(Exception):
    """Something went wrong in the middle."""


def looked(family: int | None = None) -> None:
    """Record one look."""
    journal.record("test.looked", actor=AMINA, family=family, purpose="test.helping")


def waiting() -> list[int | None]:
    """The families of the lines that wait."""
    return [line.family for line in journal.pending()]


def test_recording_outside_a_transaction_is_refused(fresh_database: Fresh) -> None:
    with pytest.raises(JournalError):
        looked()
    with pytest.raises(JournalError):
        journal.flush()


@pytest.mark.django_db
def test_a_savepoint_that_is_rolled_back_takes_its_lines_with_it() -> None:
    looked(1)
    with pytest.raises(Failed), transaction.atomic():
        looked(2)
        with transaction.atomic():
            looked(3)
        raise Failed
    looked(4)

    assert waiting() == [1, 4]


@pytest.mark.django_db
def test_lines_after_a_mark_can_be_forgotten() -> None:
    looked(1)
    mark = len(journal.pending())
    looked(2)
    looked(3)

    journal.discard_since(mark)
    looked(4)

    assert waiting() == [1, 4]


@pytest.mark.django_db
def test_what_was_appended_does_not_wait_and_what_was_rolled_back_waits_again() -> None:
    looked(1)
    with pytest.raises(Failed), transaction.atomic():
        assert journal.flush() == 1
        assert waiting() == []
        raise Failed

    assert waiting() == [1]
    assert journal.flush() == 1
    assert journal.flush() == 0


def test_a_rolled_back_transaction_leaves_nothing_for_the_next(fresh_database: Fresh) -> None:
    with pytest.raises(Failed), transaction.atomic():
        looked(1)
        raise Failed
    with transaction.atomic():
        assert waiting() == []
        looked(2)
        journal.flush()
    with transaction.atomic():
        assert waiting() == []

    assert [row.chain for row in make.rows()] == ["family 2"]


def test_another_thread_sees_none_of_my_lines(fresh_database: Fresh) -> None:
    theirs: list[int] = []

    def look() -> None:
        with transaction.atomic():
            theirs.append(len(journal.pending()))
        connection.close()

    with transaction.atomic():
        looked(1)
        other = threading.Thread(target=look)
        other.start()
        other.join()

        assert waiting() == [1]
    assert theirs == [0]


@pytest.mark.requirement("S33")
def test_a_commit_appends_what_nobody_flushed(fresh_database: Fresh) -> None:
    with transaction.atomic():
        looked(1)
        looked(1)

    assert [(row.chain, row.number) for row in make.rows()] == [("family 1", 1), ("family 1", 2)]
    assert verify().faults == ()


@pytest.mark.requirement("S33")
def test_a_commit_whose_lines_cannot_be_appended_keeps_nothing(
    fresh_database: Fresh,
) -> None:
    with transaction.atomic():
        looked(1)

    with make.owner() as cursor:
        cursor.execute("REVOKE EXECUTE ON FUNCTION hub.journal_append(jsonb) FROM hub_web")
    with pytest.raises(DatabaseError), transaction.atomic():
        looked(2)
    with make.owner() as cursor:
        cursor.execute("GRANT EXECUTE ON FUNCTION hub.journal_append(jsonb) TO hub_web")
    with transaction.atomic():
        looked(3)

    assert [row.chain for row in make.rows()] == ["family 1", "family 3"]


def test_a_transaction_with_its_journal_appends_at_its_end(fresh_database: Fresh) -> None:
    with journal.transaction():
        journal.record("test.changed", actor=CLOCKS)
        looked(5)
        journal.record("test.looked", actor=BEN, families=[5, 6])
        looked(5)
        looked(4)

    found = [(row.chain, row.number) for row in make.rows()]

    assert found == [
        ("family 4", 1),
        ("family 5", 1),
        ("family 5", 2),
        ("job 0", 1),
        ("practitioner 12", 1),
    ]
    assert verify().faults == ()


def test_lines_that_wait_cost_two_round_trips_however_many(
    fresh_database: Fresh, django_assert_num_queries: object
) -> None:
    with transaction.atomic():
        for family in range(20):
            looked(family)
        with django_assert_num_queries(2):  # type: ignore[operator]
            journal.flush()
