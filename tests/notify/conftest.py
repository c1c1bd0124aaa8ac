"""The outbox as each side has it: pages as the role web, the worker's hands as the role worker."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.databases import Fresh


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Work as another role of the database for a while."""
    settings = connections.settings["default"]
    before = settings["USER"]
    connections["default"].close()
    settings["USER"] = connections["default"].settings_dict["USER"] = role
    try:
        yield
    finally:
        connections["default"].close()
        settings["USER"] = connections["default"].settings_dict["USER"] = before


@pytest.fixture
def committing(fresh_database: Fresh, settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A database to commit to, and the folder that mail goes to."""
    settings.EMAIL_BACKEND = "hub.notify.folder.Folder"
    settings.MAIL_FOLDER = tmp_path / "outbox"
    yield tmp_path / "outbox"
    connections["default"].close()
