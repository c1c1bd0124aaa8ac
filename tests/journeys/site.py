"""The hub as it is run: gunicorn on a port of its own, before a database of its own."""

import ctypes
import email
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.policy import default
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from hub.database import cluster
from tests.databases import ROOT, copy_of, data_dir

CODE = re.compile(r"^(\d{4}-\d{4})\s*$", re.MULTILINE)
PATIENCE_S = 60


class Site:
    """A running hub: where it is, what stands in its database, what it sent."""

    def __init__(self, address: str, database: str, environment: dict[str, str]) -> None:
        self.address, self.database, self.environment = address, database, environment

    def ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows from its database past the wall: what a test has to know and nobody may ask."""
        with cluster.connect(data_dir(), self.database) as connection:
            found = connection.execute(statement.encode(), list(values) or None)
            return found.fetchall() if found.description else []

    def code_sent_to(self, address: str) -> str:
        """The sign-in code in the newest message to an address, once the worker has sent it."""
        for text in self.mails_to(address):
            if code := CODE.search(text):
                return code[1]
        raise AssertionError(f"no code was sent to {address}")

    def mails_to(self, address: str) -> list[str]:
        """The texts sent to an address, newest first, once the worker has sent what waits."""
        self._work()
        found = []
        for path in sorted((data_dir() / "outbox").glob("*.eml"), reverse=True):
            message = email.message_from_bytes(path.read_bytes(), policy=default)
            body = message.get_body()
            if message["To"] == address and body:
                found.append(f"{message['Subject']}\n{body.get_content()}")
        return found

    def _work(self) -> None:
        """Have the worker do what is queued."""
        subprocess.run(
            [sys.executable, "-m", "django", "worker", "--once"],
            cwd=ROOT,
            env=self.environment | {"HUB_DATABASE_ROLE": "worker"},
            capture_output=True,
            check=True,
            timeout=PATIENCE_S,
        )


@contextmanager
def running(template: str, log: Path) -> Iterator[Site]:
    """A site of its own, ended with everything it started. Its words go to `log`."""
    with copy_of(template, f"hub_test_{os.getpid()}_site") as database, _door() as door:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "HUB_DATA": str(data_dir()),
            "HUB_DATABASE_NAME": database,
            "HUB_DATABASE_ROLE": "web",
            "HUB_DEMONSTRATION": "1",
            "HUB_DEBUG_DRAWING": "1",
        }
        with log.open("ab") as words:
            server = _gunicorn(door, environment, words)
        try:
            address = f"http://127.0.0.1:{door.getsockname()[1]}"
            _wait_for(address, server, log)
            yield Site(address, database, environment)
        finally:
            _end(server)


@contextmanager
def _door() -> Iterator[socket.socket]:
    """A free port, taken from the first moment on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen(128)
        yield door


def _gunicorn(
    door: socket.socket, environment: dict[str, str], words: Any
) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"fd://{door.fileno()}"]
    command += ["--workers", "1", "--worker-class", "gthread", "--threads", "4"]
    command += ["--log-level", "warning", "--no-control-socket"]
    prctl = ctypes.CDLL(None).prctl
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        pass_fds=[door.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=words,
        stderr=words,
        process_group=0,
        preexec_fn=lambda: prctl(1, signal.SIGTERM),  # ends with us, however we end
    )


def _wait_for(address: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    """Until it answers; then a page that fails is for the tests to show."""
    with urlopen(f"{address}/help/", timeout=PATIENCE_S):  # noqa: S310
        return
    raise AssertionError(f"The server did not start: {server.poll()}\n{log.read_text()}")


def _end(server: "subprocess.Popen[bytes]") -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        with suppress(ProcessLookupError):
            os.killpg(server.pid, number)
        with suppress(subprocess.TimeoutExpired):
            server.wait(5)
