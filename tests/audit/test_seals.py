"""Sealing: what grew, when; and what happens to the file."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from hub.audit import journal, sealfile, seals
from hub.audit.sealfile import SealsChanged
from hub.audit.verify import verify
from tests.audit import make
from tests.audit.make import AMINA, NOON
from tests.databases import Fresh


def look(*families: int) -> None:
    """Record and commit a look at some families."""
    with journal.transaction():
        for family in families:
            journal.record("test.looked", actor=AMINA, family=family)


def sealed() -> dict[str, int]:
    """Up to which number each chain is sealed."""
    return {name.decode(): end.number for name, end in seals.read().ends.items()}


@pytest.mark.requirement("S33")
def test_a_seal_holds_what_grew_since_the_last(fresh_database: Fresh) -> None:
    look(1, 2)
    first = make.seal()
    look(2, 3)
    second = make.seal()
    third = make.seal()

    assert [done.chains for done in (first, second, third)] == [2, 2, 0]
    assert sealed() == {"family|1": 1, "family|2": 2, "family|3": 1}
    assert seals.read().mark.number == 3


def test_the_worker_may_seal_and_pages_may_not(fresh_database: Fresh) -> None:
    look(1)
    worker = connections["default"].settings_dict | {"USER": "hub_worker"}
    connections["owner"].close()
    connections.settings["owner"] |= {"USER": "hub_worker"}
    try:
        connections["owner"].settings_dict["USER"] = worker["USER"]
        assert make.seal().chains == 1
    finally:
        connections["owner"].close()
        connections["owner"].settings_dict["USER"] = "hub_owner"
    with pytest.raises(Exception, match="permission denied"):
        seals.seal(NOON)


@pytest.mark.requirement("S33")
def test_a_line_committed_while_sealing_is_in_the_next_seal(fresh_database: Fresh) -> None:
    appended, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            journal.record("test.looked", actor=AMINA, family=1)
            journal.flush()
            appended.set()
            go_on.wait(10)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    appended.wait(10)
    look(2)
    make.seal()
    before = sealed()
    go_on.set()
    thread.join()
    make.seal()

    assert before == {"family|2": 1}
    assert sealed() == {"family|1": 1, "family|2": 1}


@pytest.mark.requirement("S33")
def test_a_tail_that_was_cut_and_grew_again_is_found_by_the_next_seal_and_by_verify(
    fresh_database: Fresh,
) -> None:
    for _ in range(4):
        look(1)
    make.seal()
    with transaction.atomic(using="owner"), make.owner() as cursor:
        make.as_owner_without_guard(cursor)
        cursor.execute("DELETE FROM audit_entry WHERE number > 2")
        cursor.execute(
            "UPDATE audit_chain SET last_number = 2,"
            " last_hash = (SELECT hash FROM audit_entry WHERE number = 2)"
        )
        cursor.execute("ALTER TABLE audit_entry ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY")
        cursor.execute("ALTER TABLE audit_chain ENABLE TRIGGER USER, FORCE ROW LEVEL SECURITY")
    for _ in range(5):
        look(1)

    done = make.seal()

    assert [(fault.chain, fault.number) for fault in done.faults] == [("family 1", 5)]
    assert sealed() == {"family|1": 4}
    assert [(fault.chain, fault.number) for fault in verify().faults] == [("family 1", 4)]


@pytest.mark.requirement("S33")
def test_what_a_seal_says_survives_the_erasure_of_everything_else(fresh_database: Fresh) -> None:
    look(1, 2, 3)
    make.seal()
    with transaction.atomic(using="owner"), make.owner() as cursor:
        cursor.execute(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'"
            " AND tablename NOT LIKE 'audit%' AND tablename <> 'django_migrations'"
        )
        tables = ", ".join(row[0] for row in cursor.fetchall())
        cursor.execute(f"DROP TABLE {tables} CASCADE")

    assert verify().faults == ()


def test_a_torn_last_seal_counts_for_nothing_and_is_written_over(
    fresh_database: Fresh, seals_folder: Path
) -> None:
    look(1)
    make.seal()
    whole = _only(seals_folder).read_bytes()
    look(2)
    make.seal()
    both = _only(seals_folder).read_bytes()

    for torn in range(len(whole), len(both)):
        _only(seals_folder).write_bytes(both[:torn])
        assert sealed() == {"family|1": 1}
    make.seal()

    assert sealed() == {"family|1": 1, "family|2": 1}
    assert verify().faults == ()


@pytest.mark.requirement("S33")
def test_a_changed_seal_is_not_believed(fresh_database: Fresh, seals_folder: Path) -> None:
    for family in (1, 2, 3):
        look(family)
        make.seal()
    path = _only(seals_folder)
    honest = path.read_bytes()
    lines = honest.splitlines(keepends=True)
    changed = [
        honest.replace(b"family|2|1|", b"family|2|2|"),
        honest.replace(b"family|1|1|", b"family|9|1|"),
        b"".join(lines[:1] + lines[2:]),
        b"".join(lines[:3] + lines[6:]),
        b"".join(lines[:3] + lines[6:] + lines[3:6]),
        honest.replace(b"end|1|", b"end|7|"),
        b"nonsense\n" + honest,
        honest.replace(b"seal|3", b"seal3"),
    ]

    for text in changed:
        assert text != honest
        path.write_bytes(text)
        with pytest.raises(SealsChanged):
            seals.read()
        with pytest.raises(SealsChanged):
            make.seal()
        assert path.read_bytes() == text, "nothing is written after a seal that is not believed"


def test_a_file_that_has_grown_is_followed_by_one_that_says_everything(
    fresh_database: Fresh, seals_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealfile, "_SMALL", 100)
    for turn in range(12):
        look(turn % 5)
        make.seal(NOON + timedelta(minutes=5 * turn))
    files = sorted(seals_folder.glob("seals-*.txt"))

    assert len(files) > 1
    assert sealed() == {
        "family|0": 3,
        "family|1": 3,
        "family|2": 2,
        "family|3": 2,
        "family|4": 2,
    }
    assert verify().faults == ()

    files[0].write_bytes(files[0].read_bytes().replace(b"|", b"/"))
    with pytest.raises(SealsChanged):
        seals.read()


def test_a_new_database_is_looked_at_from_the_beginning(
    fresh_database: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(1)
    make.seal()
    look(2)
    monkeypatch.setattr(seals, "_DATABASE", "SELECT 'another'")
    with make.owner() as cursor:
        make.as_owner_without_guard(cursor)
        cursor.execute("UPDATE audit_chain SET moved_by = 3")

    make.seal()

    assert sealed() == {"family|1": 1, "family|2": 1}


def test_after_a_restore_that_lost_lines_sealing_begins_afresh(fresh_database: Fresh) -> None:
    look(1)
    look(1)
    make.seal()
    with transaction.atomic(using="owner"), make.owner() as cursor:
        make.as_owner_without_guard(cursor)
        cursor.execute("DELETE FROM audit_entry WHERE number = 2")
        cursor.execute(
            "UPDATE audit_chain SET last_number = 1, last_hash = (SELECT hash FROM audit_entry)"
        )
    assert verify().faults

    seals.seal(NOON, using="owner", afresh=True)

    assert sealed() == {"family|1": 1}
    assert verify().faults == ()


def _only(folder: Path) -> Path:
    (path,) = folder.glob("seals-*.txt")
    return path
