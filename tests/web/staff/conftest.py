"""The family that tests of the plan's pages share, and a guard on drawing."""

from typing import Any

import pytest

from tests.plans import around as people


@pytest.fixture(autouse=True)
def drawing_asks_nothing(settings: Any) -> None:
    """A template that asks the database something is an error."""
    settings.DEBUG_DRAWING = True


@pytest.fixture
def around(db: None) -> people.Around:
    """A family that Amina leads."""
    return people.make()


@pytest.fixture
def nobody_leads(db: None) -> people.Around:
    """A family with whom Amina and Carys work and that nobody leads."""
    return people.make(lead="")
