"""The cast, looked up once a run, and what is really in the database, seen past the wall."""

import pytest

from tests.cast import Cast
from tests.matrix.rows import Everything


@pytest.fixture(scope="session")
def cast(django_db_setup: None) -> Cast:
    return Cast()


@pytest.fixture(scope="session")
def everything(django_db_setup: None) -> Everything:
    return Everything.read()
