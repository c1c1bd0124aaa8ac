"""A database of its own with hidden families, such as may be told, and a crowd around them."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

from django.core.management import call_command
from django.test import Client

from hub.matching.trying import scratch


@contextmanager
def database(people: int, *, seed: int) -> Iterator[Any]:
    """The staff of a world in which so many others live; everything goes away afterwards."""
    with scratch.database():
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        from benchmarks.lookup.filling import filled
        from hub.kernel import clock
        from hub.story.county import load
        from tests.families_setup import make_staff

        if people:
            load.build(people, seed=seed, now=clock.now(), say=lambda text: None)
            print(f"Indexed: {filled():,} people", flush=True)
        yield make_staff()


def families(staff: Any, each: int, *, seed: int) -> tuple[dict[str, list[Any]], list[Any]]:
    """So many families hidden in each way, by the way ("" may be told), and as many in all that
    are not there."""
    from tests.access.hiding import WAYS, draw, there

    rng = Random(seed)  # noqa: S311 - people who are not there
    told = [there(staff, draw(rng), "") for _ in range(each)]
    unlike = _unlike(enemy(staff), rng)
    known = {way: [there(staff, next(unlike), way) for _ in range(each)] for way in WAYS}
    return known | {"": told}, [next(unlike) for _ in range(each * len(WAYS))]


def _unlike(client: Client, rng: Random) -> Iterator[Any]:
    """Families of whom nothing is found before they are there: what is told of somebody else who is
    like them would be counted as told of them."""
    from django.urls import reverse

    from tests.access.hiding import draw

    while True:
        kin = draw(rng)
        if b">Nothing found</h2>" in client.post(reverse("lookup"), kin.asked("name")).content:
            yield kin


def enemy(staff: Any) -> Client:
    """The browser of somebody with a good account, with whom none of the families works."""
    from tests.access.hiding import ENEMY
    from tests.families_setup import sign_in

    return sign_in(staff, ENEMY)
