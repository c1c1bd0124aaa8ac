"""The family that tests of the plan's pages share."""

import pytest

from tests.plans import around as people


@pytest.fixture
def around(db: None) -> people.Around:
    """A family that Amina leads."""
    return people.make()


@pytest.fixture
def nobody_leads(db: None) -> people.Around:
    """A family with whom Amina and Carys work and that nobody leads."""
    return people.make(lead="")
