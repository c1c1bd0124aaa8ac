"""Random worlds: nothing leaks and nothing is missing, by an oracle that knows only the rules."""

import os
import time

import pytest

from tests.worlds import running
from tests.worlds.addresses import pages
from tests.worlds.making import make
from tests.worlds.oracle import Oracle
from tests.worlds.shown import NEEDS
from tests.worlds.stage import staged

# bin/bench worlds says how many, from which, and whether every page is asked as everybody.
WORLDS = int(os.environ.get("HUB_WORLDS", "150"))
FIRST = int(os.environ.get("HUB_WORLDS_FROM", "0"))
ASKS = int(os.environ.get("HUB_WORLDS_ASKS", str(running.ASKS)))
# A part is played in one go: a session ends when it was idle, and each stage signs everybody in
# again. Parts of their own so that two processes share them.
AT_ONCE = 50 if WORLDS < 1_000 else 200


@pytest.mark.heavy
@pytest.mark.requirement("2.72", "2.81", "S1", "S2", "S14", "S18", "S19")
@pytest.mark.django_db
@pytest.mark.parametrize("first", range(FIRST, FIRST + WORLDS, AT_ONCE))
def test_what_anybody_sees_of_a_random_world_is_what_the_rules_say(first: int) -> None:
    began, last = time.monotonic(), min(first + AT_ONCE, FIRST + WORLDS) - 1
    with staged() as stage:
        for seed in range(first, last + 1):
            found = running.play(seed, stage, asks=ASKS, every=ASKS == 0)
            assert found is None, f"\n{found}"
    minutes = (time.monotonic() - began) / 60
    print(f"seeds {first} to {last}: {(last + 1 - first) / minutes:,.0f} a minute", flush=True)


def test_the_same_number_gives_the_same_world_and_no_word_stands_for_two_things() -> None:
    assert make(3) == make(3)
    assert make(3) != make(4)
    world = make(3)
    told = [secret for row in world.rows for secret in row.secrets]
    assert len(told) == len(set(told))


def test_the_worlds_are_of_every_kind() -> None:
    """Each level, things held back, two families at once, somebody kept in one of them."""
    levels: set[int] = set()
    held = several = apart = 0
    for seed in range(300):
        oracle = Oracle(make(seed))
        for job in oracle.world.jobs:
            mine = oracle.mine(job)
            several += len(mine) > 1
            for family in oracle.world.families:
                sight = oracle.sight(job, family)
                levels.add(sight.level)
                held += bool(sight.held)
            for family in mine:
                everybody = oracle.world.of(family.id, "membership")
                kept = {p for r in everybody for p in r.people} - oracle.people(job, family)
                apart += any(kept & oracle.people(job, other) for other in mine)
    assert levels == {0, 1, 2, 3, 4}
    assert held > 100
    assert several > 50
    assert apart >= 3


def test_every_page_that_the_worlds_know_is_there() -> None:
    assert set(NEEDS) <= set(pages())
