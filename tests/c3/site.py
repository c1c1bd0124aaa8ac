"""The real server in processes of its own, and people who speak HTTP to it, for kills and logs."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings

from tests.c3.pages import browser
from tests.cast import Cast
from tests.databases import Fresh

ROOT = Path(__file__).resolve().parents[2]
SAFETY = "s" * 32


@dataclass
class Answer:
    """What came back."""

    status: int
    body: str
    headers: list[tuple[str, str]]

    def header(self, name: str) -> str:
        """One header, or nothing."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass
class Site:
    """gunicorn and the worker on a test's own database."""

    port: int
    folder: Path
    environment: dict[str, str]
    gunicorn: "subprocess.Popen[bytes]"
    worker: "subprocess.Popen[bytes] | None" = None
    logs: list[Path] = field(default_factory=list)

    def workers(self) -> list[int]:
        """gunicorn's own processes that serve."""
        found = subprocess.run(
            ["/usr/bin/env", "pgrep", "-P", str(self.gunicorn.pid)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return [int(pid) for pid in found.stdout.split()]

    def kill_a_server(self) -> None:
        """kill -9 of one serving process; gunicorn starts another."""
        for pid in self.workers()[:1]:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def start_worker(self) -> None:
        """Start the job runner."""
        self.worker = _run(self, ["-m", "django", "worker"], "worker")

    def kill_the_worker(self) -> None:
        """kill -9 of the job runner, and a new one."""
        if self.worker is not None:
            self.worker.kill()
            self.worker.wait()
        self.start_worker()

    def log(self) -> str:
        """Everything that was logged or printed."""
        return "".join(path.read_text(errors="replace") for path in self.logs)


@dataclass
class Visitor:
    """Somebody signed in, with a cookie and no browser."""

    site: Site
    cookies: dict[str, str]

    def ask(self, method: str, path: str, sent: dict[str, object] | None = None) -> Answer:
        """One request on a connection of its own. Raises OSError when it is cut."""
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=30)
        try:
            headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
            body = None
            if method == "POST":
                body = urlencode((sent or {}) | {"csrfmiddlewaretoken": SAFETY}, doseq=True)
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, body, headers)
            got = connection.getresponse()
            return Answer(got.status, got.read().decode(errors="replace"), got.getheaders())
        except http.client.HTTPException as error:
            raise OSError(str(error)) from error
        finally:
            connection.close()

    def insist(self, path: str, sent: dict[str, object]) -> Answer:
        """Post until it is answered, the same form with the same token each time."""
        for _ in range(100):
            with suppress(OSError):
                answer = self.ask("POST", path, sent)
                if answer.status < 500:
                    return answer
            time.sleep(0.05)
        raise AssertionError("never answered")


@contextmanager
def serving(fresh: Fresh, folder: Path, *, workers: int = 2, **more: str) -> Iterator[Site]:
    """The site, served until the end of the block. Logs are in `folder`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    temporary = folder / "tmp"
    temporary.mkdir()
    environment = fresh.environment | {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "HUB_DATABASE_ROLE": "web",
        "TMPDIR": str(temporary),
        **more,
    }
    site = Site(port, folder, environment, None)  # type: ignore[arg-type]
    command = ["-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--workers"]
    command += [str(workers), "--worker-class", "gthread", "--threads", "4", "--log-level", "info"]
    command += ["--logger-class", "config.logging.Gunicorn", "--no-control-socket"]
    site.gunicorn = _run(site, command, "web")
    try:
        _wait(site)
        yield site
    finally:
        for process in (site.worker, site.gunicorn):
            if process is not None:
                process.terminate()
                with suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=10)
                process.kill()
                process.wait()


def visitor(site: Site, cast: Cast, who: str) -> Visitor:
    """Somebody of the cast, signed in."""
    client = browser(cast, who)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    names = {settings.SESSION_COOKIE_NAME: session, settings.CSRF_COOKIE_NAME: SAFETY}
    return Visitor(site, names)


def _run(site: Site, command: list[str], role: str) -> "subprocess.Popen[bytes]":
    path = site.folder / f"{role}-{len(site.logs)}.log"
    site.logs.append(path)
    with path.open("wb") as log:
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env=site.environment | {"HUB_DATABASE_ROLE": role},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _wait(site: Site) -> None:
    give_up = time.monotonic() + 60
    while time.monotonic() < give_up:
        with suppress(OSError), socket.create_connection(("127.0.0.1", site.port), timeout=1):
            return
        assert site.gunicorn.poll() is None, site.log()
        time.sleep(0.1)
    raise AssertionError(site.log())
