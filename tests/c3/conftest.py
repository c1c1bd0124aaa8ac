"""The story, and what there is in it to attack."""

import pytest

from tests.c3.world import World, look
from tests.cast import Cast


@pytest.fixture
def world(db: None) -> World:
    """The story in this worker's database; what a test does to it is undone."""
    return look(Cast())
