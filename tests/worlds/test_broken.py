"""The worlds can fail: a policy that is wrong in one place is found."""

import pytest

from tests.databases import Fresh
from tests.worlds import running
from tests.worlds.broken import WRONG, Wrong, broken
from tests.worlds.stage import staged
from tests.worlds.wall import Difference

SEARCHED = 60  # pages asked in a world
MOST = 120  # worlds until it has to be found


@pytest.mark.requirement("2.72", "2.81", "S1")
@pytest.mark.heavy
def test_each_way_of_being_wrong_is_found(fresh_database: Fresh) -> None:
    missed = [wrong.name for wrong in WRONG if not _finds(wrong)]

    assert missed == []


def _finds(wrong: Wrong) -> Difference | None:
    # What only a search can tell is asked for oftener than the ten pages of a world would.
    asks = SEARCHED if wrong.function == "families_named" else running.ASKS
    with broken(wrong), staged() as stage:
        for seed in (wrong.world, *range(MOST)):
            found = running.first(seed, stage, asks=asks)
            if found is not None:
                print(f"{wrong.name}: world {seed}, {found.route} {found.marker}")
                return found
    return None
