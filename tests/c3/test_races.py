"""Many at once: nobody's words lost (C3 10), one lead (C3 11)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connections

from hub.access import changes as access
from hub.access import door, opening
from hub.audit import journal
from hub.consent.changes import agree
from hub.families import changes as families
from hub.kernel import clock
from hub.kernel.conflicts import Conflict
from hub.kernel.decisions import NotAllowed
from hub.kernel.files import Actor
from hub.plans import changes as plans
from tests.c3.pages import FULL
from tests.c3.world import World, look
from tests.cast import Cast, past_the_wall
from tests.databases import Fresh

EDITORS = 50
EACH = 20 if FULL else 2
ROUNDS = 100 if FULL else 5
LEADERS = 200 if FULL else 30


@contextmanager
def opened(actor: Actor, reference: str) -> Any:
    """A family's file in a transaction of its own."""
    with journal.transaction():
        opening.begin(actor)
        try:
            yield door.open_file(actor, reference, "plan", now=clock.now())
        finally:
            opening.forget()


def at_once(count: int, act: Callable[[int], list[str]]) -> list[str]:
    """What all of `count` are told; 30 connections at a time."""

    def one(number: int) -> list[str]:
        try:
            return act(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(min(count, 30)) as pool:
        return [told for answers in pool.map(one, range(count)) for told in answers]


KINDS = {
    "action": ("step", "select step, version from plans_action where id = %s"),
    "person": ("Given names", "select given_names, version from families_person where id = %s"),
    "address": ("Address", "select lines, version from families_address where id = %s"),
}


@pytest.mark.heavy
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_of_fifty_editors_every_save_is_kept_or_told(kind: str, fresh_database: Fresh) -> None:
    cast = Cast()
    world, amina = look(cast), cast.actor("amina")
    row, reference = world.ids["okafor"][kind][0], cast.family("okafor").reference
    first = _stands(kind, row)

    def edit(number: int) -> list[str]:
        told = []
        for turn in range(EACH):
            words, shown = f"Words {number} {turn}", _stands(kind, row)
            try:
                with opened(amina, reference) as file:
                    _save(kind, file, row, words, shown[1], world)
                told.append(words)
            except Conflict as conflict:
                ours, theirs = set(conflict.yours.values()), set(conflict.theirs.values())
                assert words in ours, "one's own words are shown again"
                assert not theirs <= ours or words in theirs
                told.append("told")
        return told

    told = at_once(EDITORS, edit)
    connections.close_all()
    words, version = _stands(kind, row)
    kept = [one for one in told if one != "told"]
    assert version == first[1] + len(kept)
    assert words in kept
    assert sorted(_history(kind, row) & set(kept)) == sorted(kept)
    assert len(told) == EDITORS * EACH


def _save(kind: str, file: Any, row: int, words: str, version: int, world: World) -> None:
    now = clock.now()
    if kind == "action":
        from datetime import timedelta

        owner = world.practitioners["amina"]
        due_on = clock.today() + timedelta(days=9)
        plans.edit_action(
            file, row, step=words, due_on=due_on, owner_practitioner=owner, version=version, now=now
        )
    elif kind == "person":
        families.edit_person(
            file, row, version=version, given_names=words, born=None, part="adult", now=now
        )
    else:
        families.edit_address(file, row, version=version, lines=words, postcode="", now=now)


def _stands(kind: str, row: int) -> tuple[str, int]:
    with past_the_wall() as database:
        words, version = database.execute(KINDS[kind][1], [row]).fetchone() or ("", 0)
    return str(words), int(version)


def _history(kind: str, row: int) -> set[str]:
    table = {"action": "plans_action", "person": "families_person", "address": "families_address"}
    column = {"action": "step", "person": "given_names", "address": "lines"}[kind]
    with past_the_wall() as database:
        sql = f"select {column} from {table[kind]}historyrow where pgh_obj_id = %s"
        return {found[0] for found in database.execute(sql, [row]).fetchall()}


@pytest.mark.heavy
@pytest.mark.requirement("2.6")
def test_of_many_who_take_the_lead_at_once_one_does(fresh_database: Fresh) -> None:
    cast = Cast()
    amina, family = cast.actor("amina"), cast.family("haddad")
    for _ in range(ROUNDS):
        with past_the_wall() as database:
            database.execute("update access_lead set until_at = now() where family_id = %s and"
                             " until_at is null", [family.id])  # fmt: skip

        def take(number: int) -> list[str]:
            try:
                with journal.transaction():
                    opening.begin(amina)
                    # The file is opened past the rules: what is tried is the database's constraint.
                    from hub.kernel.files import FamilyFile, Level

                    opening.open_at([(family.id, Level.RECORD, frozenset())], through=family.id)
                    file = FamilyFile(
                        family.id, family.reference, 0, amina, Level.RECORD, "plan", clock.now(), ()
                    )
                    access.take_lead(file, now=clock.now())
            except NotAllowed:
                return ["refused"]
            finally:
                opening.forget()
            return ["leads"]

        told = at_once(LEADERS, take)
        assert told.count("leads") == 1
        assert told.count("refused") == LEADERS - 1
        with past_the_wall() as database:
            found = database.execute(
                "select count(*) from access_lead where family_id = %s and until_at is null",
                [family.id],
            ).fetchone()
        assert found == (1,)
    connections.close_all()


@pytest.mark.requirement("2.90", "S8")
def test_the_same_yes_given_by_many_at_once_is_one_yes(fresh_database: Fresh) -> None:
    cast = Cast()
    world, amina = look(cast), cast.actor("amina")
    giver = world.ids["okafor"]["person"][0]

    def give(number: int) -> list[str]:
        try:
            with opened(amina, cast.family("okafor").reference) as file:
                agree(
                    file, given_by=giver, scope="share", agency=world.agencies["Northgate Homes"],
                    wording=world.wording, how="paper", now=clock.now(),
                )  # fmt: skip
        except NotAllowed:
            return ["refused"]
        return ["agreed"]

    told = at_once(20, give)
    connections.close_all()
    assert told.count("agreed") == 1
