"""Plays a world: writes it, asks, compares; and tells the smallest story of a difference."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from tests.worlds import asking, wall
from tests.worlds.addresses import pages
from tests.worlds.making import make
from tests.worlds.oracle import Oracle
from tests.worlds.stage import Stage, told
from tests.worlds.wall import Difference
from tests.worlds.world import World

ASKS = 10  # of pages, in a world; the tables are read for everybody in every one


@dataclass(frozen=True)
class Found:
    """A difference, and a world that has no more in it than it needs."""

    world: World
    difference: Difference

    def __str__(self) -> str:
        return story(self.world, self.difference)


def play(seed: int, stage: Stage, *, asks: int = ASKS, every: bool = False) -> Found | None:
    """Play one world. Gives the first difference with its story, or None."""
    return compare(make(seed), stage, asks=asks, every=every)


def first(seed: int, stage: Stage, *, asks: int = ASKS) -> Difference | None:
    """The first difference in a world as it is, without looking for its smallest story."""
    return next(_differences(make(seed), stage, asks, False), None)


def compare(world: World, stage: Stage, *, asks: int = ASKS, every: bool = False) -> Found | None:
    """Compare a world that was made; `every` asks each page as everybody, of each family."""
    found = next(_differences(world, stage, asks, every), None)
    return None if found is None else Found(_smallest(world, found, stage), found)


def _differences(world: World, stage: Stage, asks: int, every: bool) -> Iterator[Difference]:
    oracle = Oracle(world)
    with told(world, stage) as now:
        yield from wall.differences(oracle, now)
        questions = asking.Asks(oracle, random.Random(f"asks {world.seed}"))
        for ask in questions.every() if every else questions.some(asks):
            yield from asking.differences(ask, oracle, stage.browsers[ask.job.id])


def _again(world: World, known: Difference, stage: Stage) -> bool:
    """Whether the same person still meets the same difference, asked every question there is."""
    oracle = Oracle(world)
    with told(world, stage) as now:
        if any(found.what == known.what for found in wall.differences(oracle, now)):
            return True
        if known.route not in pages():
            return False
        for turn in range(6):
            questions = asking.Asks(oracle, random.Random(turn))
            asked = [
                ask
                for ask in questions.every()
                if (ask.page, ask.job.id) == (known.route, known.who)
            ]
            for ask in asked:
                found = asking.differences(ask, oracle, stage.browsers[ask.job.id])
                if any(one.what == known.what for one in found):
                    return True
    return False


def _smallest(world: World, known: Difference, stage: Stage) -> World:
    """Take away one thing after another for as long as the difference is met without it."""
    if not _again(world, known, stage):
        return world
    before = None
    while before != len(world.parts()):  # what hung on something may go in the next round
        before = len(world.parts())
        for part in world.parts():
            if _again(world.without(part), known, stage):
                world = world.without(part)
    return world


def story(world: World, difference: Difference) -> str:
    """What happened, to be read by somebody: seed, who, route, word, the oracle's reason, facts."""
    job = world.job(difference.who)
    verb = "sees, and may not" if difference.leak else "may see, and does not"
    who = f"job {job.id} (account {job.account}, agency {job.agency})"
    lines = [
        f"World {world.seed}: {who} {verb}: {difference.marker}",
        f"  asked {difference.route} {difference.asked}",
        f"  the oracle: {difference.why}",
    ]
    roles = [role for role in world.roles if role.job == job.id]
    lines += [f"  role {role.code} at {role.locality}, {role.window}" for role in roles]
    for family in world.families:
        lines.append(f"  family {family.id} {family.reference} of {family.locality}")
        lines += [
            f"    {row.kind} {row.id} {row.window} people {row.people} {row.secrets} {row.more}"
            for row in world.of(family.id)
        ]
    return "\n".join(lines)
