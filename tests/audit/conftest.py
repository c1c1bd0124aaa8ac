"""Seals of a test's own, and no file of seals shared between tests."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def seals_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's seals are."""
    folder = tmp_path / "seals"
    monkeypatch.setenv("HUB_SEALS", str(folder))
    return folder
