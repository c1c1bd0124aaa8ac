"""`bin/hub journal`, as whoever runs the hub types it."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from hub.audit import journal, seals
from hub.kernel import clock
from tests.audit import make
from tests.audit.make import AMINA, CLOCKS
from tests.databases import Fresh


@pytest.fixture
def said(fresh_database: Fresh, capsys: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    """A journal with three lines, and what commands print."""
    with journal.transaction():
        journal.record("test.looked", actor=AMINA, family=7, purpose="test.helping", row=5)
        journal.record("test.looked", actor=AMINA, families=[7, 8])
        journal.record("test.changed", actor=CLOCKS)
    return capsys


def test_a_journal_that_was_never_sealed_says_so(said: pytest.CaptureFixture[str]) -> None:
    call_command("journal", "verify")

    assert "3 lines in 3 chains" in (out := said.readouterr().out)
    assert "Nothing was ever sealed" in out


def test_sealing_says_what_it_did_and_verifying_how_old_it_is(
    said: pytest.CaptureFixture[str],
) -> None:
    call_command("journal", "seal")
    assert "Seal 1: 3 chains." in said.readouterr().out

    seals.seal(clock.now() - timedelta(minutes=40), using="owner")
    call_command("journal", "verify")

    assert "The last seal is 2, 40 minutes old. Sealing has stopped" in said.readouterr().out


def test_seals_that_were_changed_are_one_sentence(
    said: pytest.CaptureFixture[str], seals_folder: Path
) -> None:
    call_command("journal", "seal")
    (path,) = seals_folder.glob("seals-*.txt")
    path.write_bytes(path.read_bytes().replace(b"family|7", b"family|8"))

    for word in ("verify", "seal"):
        with pytest.raises(CommandError, match=r"seals-000001.txt was changed at its beginning"):
            call_command("journal", word)


@pytest.mark.requirement("S33")
@pytest.mark.parametrize(
    ("whose", "shown"),
    [
        (["--family", "7"], ["test.looked", "practitioner 11", "agency 3", "row=5"]),
        (["--actor", "practitioner:11"], ["families 7, 8"]),
        (["--actor", "job:0"], ["test.changed", "clocks.run"]),
    ],
)
def test_a_chain_is_shown_in_codes_and_ids(
    said: pytest.CaptureFixture[str], whose: list[str], shown: list[str]
) -> None:
    call_command("journal", "show", *whose)

    out = said.readouterr().out
    assert len(out.splitlines()) == 1
    assert [text for text in shown if text not in out] == []
    assert "Amina" not in out


def test_a_chain_is_asked_for_in_words_it_knows(said: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CommandError, match="practitioner:17"):
        call_command("journal", "show", "--actor", "Amina")


def test_tables_that_cannot_be_read_are_one_sentence(said: pytest.CaptureFixture[str]) -> None:
    with make.owner() as cursor:
        cursor.execute("ALTER TABLE audit_entry RENAME COLUMN refs TO other")

    with pytest.raises(CommandError, match="cannot be read"):
        call_command("journal", "verify")
