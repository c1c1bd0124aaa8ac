"""A journal of a test's own: no lines of the story, no seals of another test."""

from pathlib import Path

import pytest

from tests.audit import make
from tests.databases import Fresh


@pytest.fixture(autouse=True)
def seals_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's seals are."""
    folder = tmp_path / "seals"
    monkeypatch.setenv("HUB_SEALS", str(folder))
    return folder


@pytest.fixture
def fresh_database(fresh_database: Fresh) -> Fresh:
    """A database of a test's own, in whose journal nothing has happened yet."""
    make.empty_the_journal()
    return fresh_database
