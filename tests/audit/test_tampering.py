"""The owner of the tables changes the journal; verifying names the first line that is wrong."""

import os
import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from hub.audit import seals
from hub.audit.verify import check, verify
from tests.audit import make
from tests.databases import Fresh

PLACES = 1_000 if os.environ.get("HUB_TEST_SCALE") == "full" else 20


@dataclass(frozen=True)
class Place:
    """A line in a chain: the family's number, the line's, and how long the chain is."""

    chain: int
    number: int
    length: int

    @property
    def where(self) -> str:
        """The chain and line as SQL."""
        return f"chain_kind = 'family' AND chain_id = {self.chain} AND number = {self.number}"

    @property
    def chain_is(self) -> str:
        """The chain as SQL."""
        return f"chain_kind = 'family' AND chain_id = {self.chain}"


Tamper = Callable[[CursorWrapper, Place, random.Random], tuple[int, int]]


def change_a_word(cursor: CursorWrapper, place: Place, chance: random.Random) -> tuple[int, int]:
    """Change one field of a line, whichever."""
    how = chance.choice(
        [
            "event = 'test.changed'",
            "actor_id = actor_id + 1",
            "at = at + interval '1 microsecond'",
            "at = 'infinity'",
            "at = at - interval '4051 years'",
            "agency_id = NULL",
            "purpose = 'test.helping'",
            "refs = '{\"row\": 5}'",
            "refs = refs || '{\"more\": null}'",
            "families = '{7}'",
            "job = 'a'",
            "prev_hash = sha256('x')",
            "hash = sha256('x')",
            "event = event || '|' || actor_kind, actor_kind = ''",
            "event = E'two\\nlines'",
        ]
    )
    cursor.execute(f"UPDATE audit_entry SET {how} WHERE {place.where}")
    return place.chain, place.number


def delete_a_line(cursor: CursorWrapper, place: Place, _: random.Random) -> tuple[int, int]:
    """Take a line out and leave the gap."""
    cursor.execute(f"DELETE FROM audit_entry WHERE {place.where}")
    return place.chain, place.number


def delete_and_close_up(cursor: CursorWrapper, place: Place, _: random.Random) -> tuple[int, int]:
    """Take a line out and number the later ones anew, the head with them."""
    delete_a_line(cursor, place, _)
    for number in range(place.number + 1, place.length + 1):
        cursor.execute(
            f"UPDATE audit_entry SET number = number - 1 WHERE {place.chain_is} AND number = %s",
            [number],
        )
    cursor.execute(
        "UPDATE audit_chain SET last_number = last_number - 1 WHERE kind = 'family' AND id = %s",
        [place.chain],
    )
    return place.chain, place.number


def insert_a_line(cursor: CursorWrapper, place: Place, _: random.Random) -> tuple[int, int]:
    """Push a made-up line in, linked as well as can be without the key."""
    for number in range(place.length, place.number - 1, -1):
        cursor.execute(
            f"UPDATE audit_entry SET number = number + 1 WHERE {place.chain_is} AND number = %s",
            [number],
        )
    cursor.execute(
        "INSERT INTO audit_entry SELECT chain_kind, chain_id, number - 1, at, 'test.changed',"
        " actor_kind, actor_id, job, agency_id, family_id, families, purpose, refs, prev_hash,"
        f" sha256('made up') FROM audit_entry WHERE {place.chain_is} AND number = %s",
        [place.number + 1],
    )
    return place.chain, place.number


def swap_two_lines(cursor: CursorWrapper, place: Place, chance: random.Random) -> tuple[int, int]:
    """Exchange two lines of one chain."""
    other = chance.choice([n for n in range(1, place.length + 1) if n != place.number])
    for before, after in ((place.number, -1), (other, place.number), (-1, other)):
        cursor.execute(
            f"UPDATE audit_entry SET number = %s WHERE {place.chain_is} AND number = %s",
            [after, before],
        )
    return place.chain, min(place.number, other)


def swap_between_chains(cursor: CursorWrapper, place: Place, _: random.Random) -> tuple[int, int]:
    """Exchange a line with the line of the same number in another family's chain."""
    other = place.chain + (1 if place.chain % 2 == 0 else -1)
    for before, after in ((place.chain, -1), (other, place.chain), (-1, other)):
        cursor.execute(
            "UPDATE audit_entry SET chain_id = %s, family_id = %s"
            " WHERE chain_kind = 'family' AND chain_id = %s AND number = %s",
            [after, after, before, place.number],
        )
    return min(place.chain, other), place.number


def cut_the_tail(cursor: CursorWrapper, place: Place, _: random.Random) -> tuple[int, int]:
    """Cut everything off from a line on, and set the head back as if it had never been."""
    cursor.execute(
        f"DELETE FROM audit_entry WHERE {place.chain_is} AND number >= %s", [place.number]
    )
    cursor.execute(
        "UPDATE audit_chain c SET last_number = %s - 1, last_hash = coalesce((SELECT hash FROM"
        " audit_entry e WHERE e.chain_kind = c.kind AND e.chain_id = c.id AND e.number = %s - 1),"
        " '') WHERE kind = 'family' AND id = %s",
        [place.number, place.number, place.chain],
    )
    return place.chain, place.number


def edit_the_head(cursor: CursorWrapper, place: Place, chance: random.Random) -> tuple[int, int]:
    """Change only what the head says."""
    how, number = chance.choice(
        [
            ("last_number = last_number + 3", place.length + 1),
            ("last_number = last_number - 1", place.length),
            ("last_hash = sha256('x')", place.length),
        ]
    )
    cursor.execute(f"UPDATE audit_chain SET {how} WHERE kind = 'family' AND id = %s", [place.chain])
    return place.chain, number


def drop_a_chain(cursor: CursorWrapper, place: Place, _: random.Random) -> tuple[int, int]:
    """Remove a whole chain, head and all."""
    cursor.execute(f"DELETE FROM audit_entry WHERE {place.chain_is}")
    cursor.execute("DELETE FROM audit_chain WHERE kind = 'family' AND id = %s", [place.chain])
    return place.chain, 1


WAYS: list[Tamper] = [
    change_a_word,
    delete_a_line,
    delete_and_close_up,
    insert_a_line,
    swap_two_lines,
    swap_between_chains,
    cut_the_tail,
    edit_the_head,
    drop_a_chain,
]
FAMILIES, EACH = 8, 12


@pytest.mark.heavy
@pytest.mark.requirement("S33")
@pytest.mark.parametrize("tamper", WAYS, ids=lambda way: way.__name__)
def test_whatever_the_owner_changes_is_found_and_the_first_bad_line_named(
    fresh_database: Fresh, tamper: Tamper
) -> None:
    make.load(make.lines(FAMILIES, EACH))
    make.seal()
    sealed = seals.read()
    chance = random.Random(tamper.__name__)

    for _ in range(PLACES):
        place = Place(1000 + chance.randrange(FAMILIES), chance.randint(1, EACH), EACH)
        with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
            make.as_owner_without_guard(cursor)
            chain, number = tamper(cursor, place, chance)
            found = check(cursor, sealed)
            transaction.set_rollback(True, using="owner")
        assert found.faults, f"{tamper.__name__} at {place} was not found"
        assert (found.faults[0].chain, found.faults[0].number) == (f"family {chain}", number)

    assert verify().faults == ()


@pytest.mark.requirement("S33")
def test_the_command_names_the_first_bad_line_and_fails(
    fresh_database: Fresh, capsys: pytest.CaptureFixture[str]
) -> None:
    make.load(make.lines(FAMILIES, EACH))
    make.seal()
    with transaction.atomic(using="owner"), make.owner() as cursor:
        make.as_owner_without_guard(cursor)
        cursor.execute(f"UPDATE audit_entry SET actor_id = 99 WHERE {Place(1003, 5, 0).where}")
        cursor.execute(f"UPDATE audit_entry SET actor_id = 99 WHERE {Place(1006, 2, 0).where}")

    with pytest.raises(CommandError) as refused:
        call_command("journal", "verify")

    assert "family 1003, line 5: was changed" in str(refused.value)
    assert "in 2 of its chains" in str(refused.value)
    assert "family 1006, line 2" in capsys.readouterr().out


@pytest.mark.requirement("S33")
def test_an_untouched_journal_verifies(
    fresh_database: Fresh, capsys: pytest.CaptureFixture[str]
) -> None:
    make.load(make.lines(FAMILIES, EACH))
    make.seal()

    call_command("journal", "verify")

    assert "Nothing was changed." in capsys.readouterr().out


@pytest.mark.requirement("S33")
def test_one_key_cannot_verify_what_another_made(
    fresh_database: Fresh, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.load(make.lines(2, 2))
    sealed = seals.read()

    monkeypatch.setattr("hub.audit.verify.key_for", lambda use: b"another key")
    with transaction.atomic(using="owner"), make.owner() as cursor:
        make.as_owner_without_guard(cursor)
        found = check(cursor, sealed)
        transaction.set_rollback(True, using="owner")

    assert found.faults[0].number == 1
