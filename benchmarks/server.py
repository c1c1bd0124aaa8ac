"""The real server for a benchmark: gunicorn, two workers of two threads, on the loopback only."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

WORKERS: Final = 2
THREADS: Final = 2
ROOT: Final = Path(__file__).parents[1]


@contextmanager
def running() -> Iterator[int]:
    """Start it as the role web on a free port; give the port, and end it afterwards."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(WORKERS), "--worker-class", "gthread", "--threads", str(THREADS)]
    command += ["--log-level", "warning", "--keep-alive", "30"]
    environment = os.environ | {
        "HUB_DATABASE_ROLE": "web",
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
    }
    server = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        _wait(server, port)
        yield port
    finally:
        server.terminate()
        try:
            server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _wait(server: "subprocess.Popen[bytes]", port: int) -> None:
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        if server.poll() is not None:
            sys.exit("The server did not start; the reason stands above.")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("The server did not answer within a minute.")
