"""Where the database is and what is secret, from the environment or from the data folder."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hub.database.trouble import DatabaseTrouble
from hub.database.urls import secret, settings_for, socket_folder


def test_an_address_gives_host_name_user_and_options(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql://hub_web:p%40ss@db.example.org:6432/county?sslmode=verify-full"
    )
    found = settings_for("web", tmp_path)
    assert (found["HOST"], found["PORT"], found["NAME"]) == ("db.example.org", "6432", "county")
    assert (found["USER"], found["PASSWORD"]) == ("hub_web", "p@ss")
    assert found["OPTIONS"]["sslmode"] == "verify-full"


def test_a_process_that_was_not_given_the_owners_address_cannot_be_owner(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://hub_web@db.example.org/county")
    assert settings_for("owner", tmp_path) == {"ENGINE": "django.db.backends.dummy"}


@pytest.mark.parametrize(
    "address",
    ["mysql://a:hunter2@example.org/c", "hunter2", "postgresql://a:hunter2@example.org:port/c"],
)
def test_a_wrong_address_is_one_sentence_without_its_password(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    with pytest.raises(DatabaseTrouble, match="DATABASE_URL has to look like") as trouble:
        settings_for("web", tmp_path)
    assert "hunter2" not in str(trouble.value)


def test_in_production_nothing_is_made_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HUB_PRODUCTION", "1")
    with pytest.raises(DatabaseTrouble, match="evaluation only"):
        settings_for("web", tmp_path)
    with pytest.raises(DatabaseTrouble, match="HUB_TRIAL_KEY has to be set"):
        secret(tmp_path, "HUB_TRIAL_KEY")
    assert list(tmp_path.iterdir()) == []


def test_a_secret_is_made_once_however_many_ask_at_first(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        made = set(pool.map(lambda _: secret(tmp_path, "HUB_TRIAL_KEY"), range(64)))
    assert len(made) == 1
    assert len(made.pop()) >= 48
    (kept,) = (tmp_path / "secrets").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert kept.parent.stat().st_mode & 0o777 == 0o700


def test_a_long_data_path_still_has_a_socket_that_fits(tmp_path: Path) -> None:
    long = tmp_path / ("x" * 80) / ("y" * 80)
    assert len(str(socket_folder(long) / ".s.PGSQL.5432").encode()) < 100
    assert socket_folder(long) != socket_folder(long / "z")
