"""The hub's own PostgreSQL: fresh, shared, killed, half made, and where it cannot be."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg
import pytest

from hub.database import cluster
from hub.database.trouble import DatabaseTrouble
from tests.database import processes

KILLS = 50 if os.environ.get("HUB_TEST_SCALE") == "full" else 2


def test_the_last_to_leave_stops_the_server_and_its_data_stays(own_data: Path) -> None:
    with cluster.in_use(own_data):
        with cluster.in_use(own_data), cluster.connect(own_data, "hub") as admin:
            admin.execute("create table kept as select 1 as one")
        assert cluster.is_running(own_data)
    assert not cluster.is_running(own_data)
    assert processes.of(own_data) == {}
    with cluster.in_use(own_data), cluster.connect(own_data, "hub") as admin:
        assert admin.execute("select one from kept").fetchall() == [(1,)]


def test_a_server_started_to_stay_stays_until_it_is_stopped(own_data: Path) -> None:
    cluster.start(own_data)
    with cluster.in_use(own_data):
        pass
    assert cluster.is_running(own_data)
    cluster.stop(own_data)
    assert not cluster.is_running(own_data)


def test_only_we_can_reach_the_cluster(own_data: Path) -> None:
    with cluster.in_use(own_data), cluster.connect(own_data) as admin:
        assert admin.execute("show listen_addresses").fetchone() == ("",)
        for name in ("", "postgres", "run"):
            assert (own_data / name).stat().st_mode & 0o077 == 0, name


@pytest.mark.heavy
def test_no_acknowledged_write_is_lost_when_everything_is_killed(own_data: Path) -> None:
    acknowledged: list[int] = []
    slowest = 0.0
    for _ in range(KILLS):
        began = time.monotonic()
        with cluster.in_use(own_data):
            slowest = max(slowest, time.monotonic() - began)
            with cluster.connect(own_data, "hub") as admin:
                admin.execute("create table if not exists writes (number bigint)")
            writers = [
                threading.Thread(target=_write, args=(own_data, acknowledged, place))
                for place in range(4)
            ]
            for writer in writers:
                writer.start()
            time.sleep(0.5)
            assert processes.kill_all(own_data / "postgres") > 0
            for writer in writers:
                writer.join()
    with cluster.in_use(own_data), cluster.connect(own_data, "hub") as admin:
        kept = {row[0] for row in admin.execute("select number from writes")}
    assert len(acknowledged) > 20 * KILLS
    assert set(acknowledged) - kept == set()
    assert slowest < 10


def _write(data_dir: Path, acknowledged: list[int], place: int) -> None:
    number = len(acknowledged) * 10 + place + time.monotonic_ns()
    try:
        with cluster.connect(data_dir, "hub") as connection:
            while True:
                number += 10
                connection.execute("insert into writes values (%s)", [number])
                acknowledged.append(number)
    except psycopg.OperationalError:
        return


def test_a_pid_file_left_by_a_dead_server_is_no_obstacle(own_data: Path) -> None:
    with cluster.in_use(own_data):
        text = (own_data / "postgres/postmaster.pid").read_text()
    lines = [str(os.getppid()), *text.splitlines()[1:]]  # a living process, and not PostgreSQL
    (own_data / "postgres/postmaster.pid").write_text("\n".join(lines) + "\n")
    with cluster.in_use(own_data):
        assert cluster.is_running(own_data)


def test_a_first_start_that_was_cut_off_is_begun_again(own_data: Path) -> None:
    (own_data / "postgres.half" / "base").mkdir(parents=True)
    (own_data / "postgres.half" / "PG_VERSION").write_text("15\n")
    with cluster.in_use(own_data):
        assert cluster.is_running(own_data)
    assert not (own_data / "postgres.half").exists()


def test_a_folder_that_is_no_cluster_is_left_as_it_is(own_data: Path) -> None:
    (own_data / "postgres").mkdir(parents=True)
    (own_data / "postgres" / "letters.txt").write_text("dear")
    with pytest.raises(DatabaseTrouble, match="holds no PostgreSQL data"), cluster.in_use(own_data):
        pass
    assert (own_data / "postgres" / "letters.txt").read_text() == "dear"


def test_a_data_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(DatabaseTrouble, match="cannot write to its data folder"),
        cluster.in_use(tmp_path / "file" / "data"),
    ):
        pass


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DatabaseTrouble, match=r"MB left; the hub needs 999999999 MB"):
        cluster.check_room(tmp_path, needed_mb=999_999_999)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [("postgres (PostgreSQL) 13.4", "PostgreSQL 13 in .* is too old"), ("", "No PostgreSQL found")],
)
def test_programs_too_old_or_missing_are_one_sentence(
    tmp_path: Path, said: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("postgres", "initdb", "pg_ctl") if said else ():
        (tmp_path / name).write_text(f"#!/bin/sh\necho '{said}'\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("HUB_POSTGRES", str(tmp_path))
    with pytest.raises(DatabaseTrouble, match=sentence), cluster.in_use(tmp_path / "data"):
        pass


def test_the_hubs_own_cluster_is_refused_in_production(
    own_data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUB_PRODUCTION", "1")
    with pytest.raises(DatabaseTrouble, match="for evaluation only"), cluster.in_use(own_data):
        pass
    assert not own_data.exists()


def test_the_command_line_starts_tells_and_stops(own_data: Path) -> None:
    codes = [
        subprocess.run(
            [sys.executable, "-m", "hub.database", word],
            env=os.environ | {"HUB_DATA": str(own_data)},
            check=False,
            capture_output=True,
        ).returncode
        for word in ("status", "start", "status", "stop", "status")
    ]
    assert codes == [3, 0, 0, 0, 3]
