"""`bin/start`'s processes: all there while it runs, none left however it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

from tests.database import processes

ROOT = Path(__file__).resolve().parents[2]


def _start(data_dir: Path, port: int) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "bin/serve.py"],
        cwd=ROOT,
        env=os.environ
        | {
            "HUB_DATA": str(data_dir),
            "HUB_PORT": str(port),
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "tests.database.bare_site",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def _wait_for_page(port: int, started: "subprocess.Popen[str]") -> str:
    give_up = time.monotonic() + 30
    while time.monotonic() < give_up and started.poll() is None:
        with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
            return str(answer.read().decode())
        time.sleep(0.1)
    started.kill()
    raise AssertionError(f"no page came: {started.communicate()[0]}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_no_process_behind(
    own_data: Path, socket_enabled: None, number: signal.Signals
) -> None:
    port = _free_port()
    started = _start(own_data, port)
    assert _wait_for_page(port, started) == "hub_web"
    assert len(processes.of(own_data)) > 4
    started.send_signal(number)
    said = started.communicate(timeout=30)[0]
    assert started.returncode == 0, said
    assert "Evaluation only" in said
    assert processes.of(own_data) == {}


def test_after_everything_was_killed_the_next_start_serves(
    own_data: Path, socket_enabled: None
) -> None:
    port = _free_port()
    started = _start(own_data, port)
    _wait_for_page(port, started)
    processes.kill_all(own_data)
    started.communicate()
    again = _start(own_data, port)
    assert _wait_for_page(port, again) == "hub_web"
    again.send_signal(signal.SIGINT)
    again.communicate(timeout=30)
    assert processes.of(own_data) == {}


def test_a_taken_port_is_one_sentence(own_data: Path, socket_enabled: None) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        started = _start(own_data, taken.getsockname()[1])
        said = started.communicate(timeout=20)[0]
    assert started.returncode == 1
    assert said.count("\n") == 1
    assert "is taken" in said
    assert not own_data.exists()


@pytest.mark.parametrize(
    "command",
    [
        ["bin/serve.py"],
        ["-m", "gunicorn", "config.wsgi", "--workers", "2", "--no-control-socket"],
        ["-m", "gunicorn", "config.wsgi", "--logger-class", "config.logging.Gunicorn"],
    ],
)
def test_weights_that_cannot_be_used_are_one_sentence(
    own_data: Path, socket_enabled: None, command: list[str]
) -> None:
    port = str(_free_port())
    more = ["--bind", f"127.0.0.1:{port}"] if "gunicorn" in command else []
    settings = {"DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONPATH": str(ROOT)}
    settings |= {"HUB_PORT": port, "HUB_DATA": str(own_data)}
    settings |= {"HUB_MATCHING_WEIGHTS": str(own_data / "none.json")}
    started = subprocess.run(
        [sys.executable, *command, *more],
        cwd=ROOT, env=os.environ | settings, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, timeout=60, check=False,
    )  # fmt: skip
    said = [line for line in started.stdout.splitlines() if "Starting gunicorn" not in line]
    assert len(said) == 1, started.stdout
    assert said[0].startswith("HUB_MATCHING_WEIGHTS: ")
    assert "cannot be read" in said[0]
    assert started.returncode == 1
